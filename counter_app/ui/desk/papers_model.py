"""Papers of a case in words: what they are called and what became of each copy. Pure."""

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from counter_app.journal.folds.case import PaperView
from counter_app.services.read_models import PaperLine
from counter_app.ui.widgets.queue_list import State
from counter_app.ui.words.sentences import paper_reason_words

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class PaperShown:
    """One paper on the page: number, name, the state of its last copy, and why it did not go out."""

    paper: str
    name: str
    content_hash: str
    copies: int
    state: State
    why: str = ""


def paper_name(kind: str) -> str:
    """业务受理回执, 后续事项告知单…"""
    return {
        "R": translate("papers", "业务受理回执"),
        "N": translate("papers", "后续事项告知单"),
        "M": translate("papers", "一次性告知单"),
        "V": translate("papers", "客户确认单"),
        "F": translate("papers", "签字单"),
        "E": translate("papers", "应急单"),
    }.get(kind, kind)


def paper_short(paper: str) -> str:
    """The name in a few signs, from a paper's number: `03A-0338W-M1` is a 告知单."""
    kind = paper.rpartition("-")[2][:1]
    return {
        "R": translate("papers", "回执"),
        "N": translate("papers", "后续单"),
        "M": translate("papers", "告知单"),
        "V": translate("papers", "确认单"),
        "F": translate("papers", "签字单"),
        "E": translate("papers", "应急单"),
    }.get(kind, paper)


def paper_name_of(paper: str) -> str:
    """The name, from a paper's number."""
    return paper_name(paper.rpartition("-")[2][:1])


def shown(paper: PaperView) -> PaperShown:
    """A paper and how its last copy stands, with the reason when it did not go out."""
    _number, state, place = paper.copies[-1]
    return PaperShown(
        paper.paper,
        paper_name(paper.paper_kind),
        paper.content_hash,
        len(paper.copies),
        copy_state(state),
        paper_reason_words(place) if state == "failed" else "",
    )


def copy_words(line: PaperLine) -> str:
    """How a copy of the spool stands, and why; never a code."""
    words, reason = copy_state(line.state).words, paper_reason_words(line.reason)
    if not reason or reason == words:
        return words
    return translate("papers", "{state}：{reason}").format(state=words, reason=reason)


def copy_state(state: str) -> State:
    """Sent is not printed: the words say so."""
    return {
        "asked": State(translate("papers", "排队"), "clock", "ink2"),
        "queued": State(translate("papers", "排队"), "clock", "ink2"),
        "printing": State(translate("papers", "打印中"), "loader", "accent"),
        "sent": State(translate("papers", "已送出"), "circle-check", "ok"),
        "failed": State(translate("papers", "没打出来"), "circle-x", "bad"),
        "held": State(translate("papers", "等人确认"), "triangle-alert", "warn"),
        "given_up": State(translate("papers", "不打了"), "minus", "ink2"),
        "unknown": State(translate("papers", "不知打出没有"), "triangle-alert", "warn"),
    }.get(state, State(translate("papers", "不知打出没有"), "triangle-alert", "warn"))
