"""What a paper says, line by line in reading order: a walk over the content, not over the layout.

Written apart from the layouts on purpose: a test holds the two together, so nothing of the content
can be lost between them.
"""

from collections.abc import Iterator

from counter_app.domain.paper import (
    SIGNED,
    AgendaItem,
    Block,
    DatedStep,
    LabelledRow,
    MissingItem,
    Paper,
    PaperLanguage,
    ReadBackRow,
    Remark,
    Row,
    Sentence,
)
from counter_app.i18n import Text
from counter_app.printing import words
from counter_app.printing.layout import printed_language
from counter_app.printing.signs import bare


class _Voice:
    """How texts are said in this paper's language and print size."""

    def __init__(self, paper: Paper) -> None:
        self.language: PaperLanguage = printed_language(paper)
        self.large = paper.large

    def both(self, text: Text) -> list[str]:
        """Every wording printed: one, or Chinese and English where they differ."""
        if self.language != "both":
            return [bare(text.into(self.language))]
        chinese, english = bare(text.zh), bare(text.en)
        return [chinese] if chinese == english or not english else [chinese, english]

    def governing(self, text: Text) -> str:
        """The one wording of a place with room for one."""
        return bare(text.into("en" if self.language == "en" else "zh"))

    def said(self, *sentences: Sentence) -> list[str]:
        """The sentences in the wording of this print size."""
        return [
            line
            for sentence in sentences
            for line in self.both(
                sentence.large if self.large and sentence.large is not None else sentence.text
            )
        ]


def content_lines(paper: Paper) -> tuple[str, ...]:
    """The lines of `paper` without its mark and without footers."""
    voice = _Voice(paper)
    lines = [
        voice.governing(paper.bank),
        voice.governing(paper.outlet),
        *voice.both(paper.copy),
        *voice.both(paper.title),
    ]
    if not paper.large or paper.kind in SIGNED:
        lines.append(paper.number)
    lines += voice.said(paper.verdict, *paper.explanation)
    if not paper.large or paper.signature:
        lines += [*_block_lines(paper.blocks, voice), *_foot(paper, voice)]
    else:
        lines += _large(paper, voice)
    return tuple(line for line in lines if line)


def _large(paper: Paper, voice: _Voice) -> Iterator[str]:
    """Large print: home pages with whom to ask and the number, then the particulars."""
    seal = voice.both(paper.seal_caption) if paper.seal_caption is not None else []
    home, rest = (
        paper.blocks[: paper.particulars_from],
        paper.blocks[paper.particulars_from :],
    )
    yield from _block_lines(home, voice)
    yield from _contact(paper, voice)
    yield from () if rest else seal
    yield from voice.both(paper.disclaimer)
    yield from _block_lines(rest, voice)
    yield from seal if rest else ()
    yield from _stub(paper, voice)


def _foot(paper: Paper, voice: _Voice) -> Iterator[str]:
    yield from _signature(paper, voice) if paper.signature else _contact(paper, voice)
    if paper.seal_caption is not None:
        yield from voice.both(paper.seal_caption)
    yield from voice.both(paper.disclaimer)
    yield from _stub(paper, voice)


def _block_lines(blocks: tuple[Block, ...], voice: _Voice) -> Iterator[str]:
    for block in blocks:
        if block.rows and isinstance(block.rows[0], ReadBackRow):
            yield from voice.both(words.CONFIRMED_VALUE)
            yield voice.governing(words.CONFIRMED)
        for row in block.rows:
            yield from _row_lines(row, voice)


def _row_lines(row: Row, voice: _Voice) -> Iterator[str]:
    match row:
        case DatedStep():
            yield from _day(row.day, row.under_day, voice)
            yield from voice.said(row.what)
        case AgendaItem():
            yield from _day(row.day, row.under_day, voice)
            yield from voice.said(row.action, *((row.hint,) if row.hint is not None else ()))
        case LabelledRow() | Remark():
            label = row.label if isinstance(row, LabelledRow) else row.lead
            yield from voice.both(label)
            yield from voice.said(*row.lines)
        case MissingItem():
            yield from _missing_item(row, voice)
        case ReadBackRow():
            yield from _read_back(row, voice)


def _day(day: Text, under_day: Text, voice: _Voice) -> list[str]:
    """In both languages the English says the whole date, under the Chinese one."""
    lines = [voice.governing(day), voice.governing(under_day)]
    english = ", ".join(filter(None, (day.en, under_day.en)))
    return [*lines, bare(english)] if voice.language == "both" and english != day.zh else lines


def _missing_item(row: MissingItem, voice: _Voice) -> Iterator[str]:
    yield str(row.number)
    yield from voice.said(row.title)
    yield from voice.both(row.who_brings)
    yield from voice.both(words.WHY)
    yield from voice.said(row.why)
    if row.also_accepted is not None:
        yield from voice.both(words.ALSO)
        yield from voice.said(row.also_accepted)


def _read_back(row: ReadBackRow, voice: _Voice) -> Iterator[str]:
    yield str(row.number)
    yield from voice.both(row.label)
    yield from voice.said(*row.lines)
    if row.old_value is not None:
        yield from voice.both(words.FORMERLY)
        yield from voice.both(row.old_value)
        if row.correction is not None:
            yield from voice.both(row.correction)
    if row.mark == "oral":
        yield voice.governing(words.ORAL)
    elif row.mark == "not_confirmed":
        yield voice.governing(words.NOT_CONFIRMED)


def _contact(paper: Paper, voice: _Voice) -> Iterator[str]:
    contact = paper.contact
    yield from voice.both(words.ASK)
    yield from voice.both(words.BRANCH)
    yield contact.branch_phone
    hours = contact.hours.zh if voice.language == "zh" else contact.hours.en
    yield (
        voice.governing(contact.address) + (", " if voice.language == "en" else "，") + bare(hours)
    )
    yield from voice.both(words.COMPLAINTS)
    yield contact.complaint_phone
    yield from voice.both(words.CASE_NUMBER)
    yield paper.case_number
    yield from voice.said(*paper.code_notes)
    if voice.language == "both":
        yield words.CODE_CAPTION_BOTH
    else:
        yield from voice.both(words.CODE_CAPTION)


def _signature(paper: Paper, voice: _Voice) -> Iterator[str]:
    yield from voice.both(paper.signer or words.CUSTOMER_SIGNATURE)
    yield from voice.both(words.OWN_NAME)
    yield from voice.both(words.DATE)
    if voice.language != "en":
        yield from words.YEAR_MONTH_DAY
    yield f"{voice.governing(words.HANDLED)} {' '.join(voice.both(paper.handler))}"
    if paper.reviewer is not None:
        yield f"{voice.governing(words.REVIEWED)} {' '.join(voice.both(paper.reviewer))}"


def _stub(paper: Paper, voice: _Voice) -> Iterator[str]:
    stub = paper.stub
    if stub is None:
        return
    yield voice.governing(words.TEAR)
    yield voice.governing(words.BANK_COPY)
    yield bare(stub.name)
    yield paper.case_number
    if voice.language == "en":
        yield f"{bare(stub.service.en)}: {bare(stub.sentence.en)}"
    else:
        yield bare(stub.service.zh)
        yield from voice.both(stub.sentence)
    yield from voice.both(stub.signer)
    yield voice.governing(words.DATE)
    yield voice.governing(words.HANDLED)
