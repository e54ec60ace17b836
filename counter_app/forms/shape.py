"""A pydantic error as a finding in our own terms.

Owns the translation of error kinds and the guess at what was meant. Wording is `problems`'s.
"""

import difflib
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any, get_args

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from counter_app.forms.spec_base import CODE, CURRENCY, EDITION, ID, NUMBER, RULE

Path = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class Finding:
    """Something wrong at a path of the file. `offset` counts signs into the value's text."""

    path: Path
    code: str
    params: tuple[tuple[str, str], ...] = ()
    suggestion: str | None = None
    offset: int = 0
    of_key: bool = False


_CODES = {
    "string_type": "not_text",
    "int_type": "not_number",
    "int_parsing": "not_number",
    "int_from_float": "not_number",
    "bool_type": "not_flag",
    "bool_parsing": "not_flag",
    "date_type": "not_day",
    "date_parsing": "not_day",
    "date_from_datetime_parsing": "not_day",
    "date_from_datetime_inexact": "not_day",
    "tuple_type": "not_list",
    "dict_type": "not_mapping",
    "model_type": "not_mapping",
    "model_attributes_type": "not_mapping",
    "decimal_parsing": "not_number",
    "decimal_type": "not_number",
    "too_short": "too_few",
    "string_too_short": "too_few",
    "string_too_long": "too_long_text",
    "greater_than_equal": "too_small",
    "less_than_equal": "too_great",
    "decimal_max_digits": "out_of_range",
    "decimal_max_places": "out_of_range",
    "decimal_whole_digits": "out_of_range",
}

_BOUNDS = {"max_length": "limit", "ge": "bound", "le": "bound"}
"""What pydantic calls a bound, and what our sentences call it."""

_PATTERNS = {ID: "bad_id", CODE: "bad_code", NUMBER: "bad_number"}
_PATTERNS |= {EDITION: "bad_edition", CURRENCY: "bad_currency", RULE: "figure_named"}


def shape_findings(model: type[BaseModel], error: ValidationError) -> list[Finding]:
    """What pydantic found, each mistake once.

    A list short of its bad items, and a key that is missing because it is misspelt, are consequences.
    """
    found = [_finding(model, one) for one in error.errors(include_url=False)]
    paths = [one.path for one in found]
    meant = {(one.path[:-1], one.suggestion) for one in found if one.code == "unknown_key"}
    return _missing_together(
        one
        for one in found
        if (one.path, dict(one.params).get("name")) not in meant
        and not (one.code == "too_few" and any(_inside(path, one.path) for path in paths))
    )


def _inside(path: Path, outer: Path) -> bool:
    return path != outer and path[: len(outer)] == outer


def _missing_together(findings: Iterable[Finding]) -> list[Finding]:
    """Everything that one line lacks, in one finding."""
    kept: dict[Path | int, Finding] = {}
    for number, one in enumerate(findings):
        before = kept.get(one.path) if one.code == "missing" else None
        if before is None:
            kept[one.path if one.code == "missing" else number] = one
        else:
            names = f"{dict(before.params)['name']}、{dict(one.params)['name']}"
            kept[one.path] = replace(before, params=(("name", names),))
    return list(kept.values())


def _finding(model: type[BaseModel], error: ErrorDetails) -> Finding:
    path, kind = error["loc"], error["type"]
    context: dict[str, Any] = error.get("ctx", {})
    value = str(error.get("input", ""))[:40]
    if kind == "missing":
        return Finding(path[:-1], "missing", (("name", str(path[-1])),))
    if kind == "extra_forbidden":
        name = str(path[-1])
        close = closest(name, _keys(model, path[:-1]))
        return Finding(path, "unknown_key", (("name", name),), close, of_key=True)
    if kind in ("text_shape", "text_key", "text_empty", "text_words", "figure_shape"):
        inner = (str(context["key"]),) if "key" in context else ()
        params = tuple((key, str(one)) for key, one in context.items())
        return Finding((*path, *inner), kind, params, of_key=kind == "text_key")
    if kind == "literal_error":
        return _not_among(path, value, str(context["expected"]))
    if kind == "string_pattern_mismatch":
        of_key = path[-1] == "[key]"
        shown = path[:-1] if of_key else path
        code = _PATTERNS.get(str(context["pattern"]), "bad_pattern")
        return Finding(shown, code, (("value", value),), of_key=of_key)
    if kind in _CODES:
        bounds = ((_BOUNDS[key], str(one)) for key, one in context.items() if key in _BOUNDS)
        return Finding(path, _CODES[kind], tuple(bounds))
    return Finding(path, "invalid", (("kind", kind),))


def _not_among(path: Path, value: str, expected: str) -> Finding:
    choices = [part.strip(" '") for part in expected.split(",")]
    choices = [choice for part in choices for choice in part.split("' or '")]
    close = closest(value, choices)
    if close is not None:
        return Finding(path, "not_one_of", (("value", value),), close)
    return Finding(path, "choose", (("value", value), ("choices", "、".join(choices))))


def closest(word: str, choices: Iterable[str]) -> str | None:
    """The choice that looks most like the word, if one does."""
    found = difflib.get_close_matches(word, list(choices), n=1, cutoff=0.55)
    return found[0] if found else None


def _keys(model: type[BaseModel], path: Path) -> list[str]:
    for step in path:
        if isinstance(step, int):
            continue
        for name, info in model.model_fields.items():
            if step == (info.alias or name):
                model = _model_in(info.annotation) or model
    return [info.alias or name for name, info in model.model_fields.items()]


def _model_in(annotation: Any) -> type[BaseModel] | None:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    for part in get_args(annotation):
        found = _model_in(part)
        if found is not None:
            return found
    return None
