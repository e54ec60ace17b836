"""What a scanned text is, apart from an identity number: a case or paper of ours. Pure."""

from dataclasses import dataclass

from counter_app.domain.numbers import parse_case_number, parse_paper_number
from counter_app.domain.qr import CaseSkeleton, PaperReference, read_qr
from counter_app.domain.refusal import Refusal


@dataclass(frozen=True, slots=True)
class CaseScanned:
    """A case, by the code of its notice, else by its number."""

    number: str = ""
    code: CaseSkeleton | None = None


def read_scan(text: str) -> CaseScanned | Refusal | None:
    """The case that a code or number of ours is of; damaged; None when it is none of ours."""
    found = read_qr(text)
    if isinstance(found, CaseSkeleton):
        return CaseScanned(code=found)
    if isinstance(found, PaperReference):
        return CaseScanned(number=str(found.number.case))
    if found.code == "qr_damaged":
        return found
    paper = parse_paper_number(text)
    if not isinstance(paper, Refusal):
        return CaseScanned(number=str(paper.case))
    case = parse_case_number(text)
    return None if isinstance(case, Refusal) else CaseScanned(number=str(case))
