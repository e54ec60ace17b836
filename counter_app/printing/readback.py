"""The table of the confirmation sheet: number, item, confirmed value, how it was confirmed.

A corrected value is bold and followed by what stood there before, struck through.
"""

from dataclasses import replace

from counter_app.domain.paper import ReadBackRow
from counter_app.printing import words
from counter_app.printing.measures import HAIRLINE, HEAVY, LEFT, POINT, RIGHT, Face
from counter_app.printing.ops import Op, Path, Piece, moved, rule
from counter_app.printing.signs import bare
from counter_app.printing.typesetting import Setter, baseline

NUMBER_RIGHT = 16.2
LABEL_X = 19.0
VALUE_X = 43.0
MARK_ROOM = 14.0
"""Kept free on the right for the tick or word."""

ROW_PADDING = 0.93
TICK = ((0.0, 0.0), (1.2, 1.2), (3.4, -1.7))
TICK_WEIGHT = 1.1
LARGE_SHIFT = 8.0
"""How much further right the columns stand in large print."""


def table_head(setter: Setter) -> Piece:
    """The heavy rule and the two column heads."""
    face = setter.style.caption
    value_x = _value_x(setter)
    base = 0.6 + baseline(face)
    return Piece(
        face.line + 1.6,
        (
            rule(LEFT, RIGHT, 0.0, HEAVY),
            setter.line(setter.inline(words.CONFIRMED_VALUE), face, value_x, base),
            setter.line_to(words.CONFIRMED.into(setter.governing), face, RIGHT, base),
            rule(LEFT, RIGHT, face.line + 1.6, HAIRLINE),
        ),
    )


def read_back_row(row: ReadBackRow, setter: Setter) -> tuple[Piece, ...]:
    """One row with the rule under it."""
    style, top = setter.style, ROW_PADDING / 2
    value_x = _value_x(setter)
    label_x = LABEL_X + (2.0 if setter.large else 0.0)
    label = setter.label(row.label, style.body, label_x, value_x - label_x - 1.5)
    value = _value(row, setter, value_x)
    base = baseline(style.body)
    number = setter.line_to(str(row.number), style.body, label_x - LABEL_X + NUMBER_RIGHT, base)
    ops: tuple[Op, ...] = (number, *label.ops, *value.ops, _mark(row, setter, base))
    height = max(label.height, value.height) + ROW_PADDING
    return (Piece(height, (*moved(ops, 0.0, top), rule(LEFT, RIGHT, height, HAIRLINE))),)


def _value_x(setter: Setter) -> float:
    extra = LARGE_SHIFT if setter.large else 0.0
    return VALUE_X + extra + (6.0 if setter.language == "both" else 0.0)


def _value(row: ReadBackRow, setter: Setter, x: float) -> Piece:
    corrected = row.old_value is not None
    face = replace(setter.style.body, bold=corrected)
    width = RIGHT - _mark_room(row, setter) - x
    ops: list[Op] = []
    height = 0.0
    for sentence in row.lines:
        for piece in setter.value(setter.words(sentence), face, x, width):
            ops += moved(piece.ops, 0.0, height)
            height += piece.height
    if not corrected:
        return Piece(height, tuple(ops))
    return _with_correction(row, setter, Piece(height, tuple(ops)), x)


def _with_correction(row: ReadBackRow, setter: Setter, value: Piece, x: float) -> Piece:
    """Behind a short value, else on a line of its own under it."""
    style = setter.style
    note = _correction_words(row, setter)
    first = setter.inline(setter.words(row.lines[0])) if len(row.lines) == 1 else ""
    start = x + setter.text_width(first, replace(style.body, bold=True)) + 4.0
    total = setter.text_width("".join(note), style.hint)
    one_line = value.height <= style.body.line + 0.01
    if first and one_line and start + total <= RIGHT - _mark_room(row, setter):
        base = baseline(style.body)
        return Piece(value.height, (*value.ops, *_struck(note, setter, start, base)))
    if total <= RIGHT - _mark_room(row, setter) - x:
        base = value.height + baseline(style.hint)
        return Piece(value.height + style.hint.line, (*value.ops, *_struck(note, setter, x, base)))
    return _long_correction(row, setter, value, x)


def _correction_words(row: ReadBackRow, setter: Setter) -> tuple[str, str, str]:
    old = setter.inline(row.old_value) if row.old_value is not None else ""
    said = setter.inline(row.correction) if row.correction is not None else ""
    return f"{setter.inline(words.FORMERLY)} ", old, f"  {said}" if said else ""


def _struck(note: tuple[str, str, str], setter: Setter, x: float, base: float) -> list[Op]:
    """`原为 <old> 14:03 客户更正` on one line, the old value struck through."""
    face = setter.style.hint
    lead, old, said = note
    old_x = x + setter.text_width(lead, face)
    end = old_x + setter.text_width(old, face)
    ops: list[Op] = [
        setter.line(lead.strip(), face, x, base),
        setter.line(bare(old), face, old_x, base),
        Path(old_x, base - 0.34 * face.size * POINT, ((0.0, 0.0), (end - old_x, 0.0)), 0.6),
    ]
    if said:
        ops.append(setter.line(said.strip(), face, end + setter.text_width("  ", face), base))
    return ops


def _long_correction(row: ReadBackRow, setter: Setter, value: Piece, x: float) -> Piece:
    """An old value of several lines: each of them struck through."""
    face: Face = setter.style.hint
    lead, old, said = _correction_words(row, setter)
    width = RIGHT - _mark_room(row, setter) - x
    indent = setter.text_width(lead, face)
    ops: list[Op] = [*value.ops, setter.line(lead.strip(), face, x, value.height + baseline(face))]
    y = value.height
    for signs in setter.broken(old, face, width - indent):
        line = setter.line(
            "".join(sign.char for sign in signs), face, x + indent, y + baseline(face)
        )
        strike = y + baseline(face) - 0.34 * face.size * POINT
        ops += [line, rule(x + indent, x + indent + setter.width(signs, face.size), strike, 0.6)]
        y += face.line
    after = setter.paragraph(said.strip(), face, x, width)
    return Piece(y + after.height, (*ops, *moved(after.ops, 0.0, y)))


def _mark_words(row: ReadBackRow, setter: Setter) -> str:
    """What stands in the last column in place of a tick; empty for a tick."""
    said = {"oral": words.ORAL, "not_confirmed": words.NOT_CONFIRMED}.get(row.mark)
    return said.into(setter.governing) if said is not None else ""


def _mark_room(row: ReadBackRow, setter: Setter) -> float:
    """What is kept free on the right: enough for a tick, and for the words of this row."""
    return max(MARK_ROOM, setter.text_width(_mark_words(row, setter), setter.style.caption) + 3.0)


def _mark(row: ReadBackRow, setter: Setter, base: float) -> Op:
    said = _mark_words(row, setter)
    if not said:
        return Path(RIGHT - 4.0, base - 1.2, TICK, TICK_WEIGHT)
    return setter.line_to(said, setter.style.caption, RIGHT, base)
