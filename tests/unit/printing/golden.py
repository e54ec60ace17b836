"""Golden papers: every placed thing of a layout, one line each, to be read in a diff.

`python -m tests.unit.printing.golden` writes them anew. A change here changes what customers hold:
it takes a new layout version in the papers' definitions.
"""

from dataclasses import replace
from pathlib import Path

from counter_app.domain.paper import Paper, PaperMark
from counter_app.printing.fonts import PaperFonts
from counter_app.printing.ops import Box, Code, Dot, Op, Words
from counter_app.printing.ops import Path as Line
from tests.unit.printing import samples
from tests.unit.printing.reading import pages_of

ROOT = Path(__file__).parents[3]
FOLDER = ROOT / "tests" / "golden" / "papers"


def golden_papers() -> dict[str, tuple[Paper, PaperMark | None]]:
    """The papers kept: each kind, both languages, large print, a reprint, a practice sheet."""
    receipt = samples.receipt()
    return {
        "receipt": (receipt, None),
        "receipt-both": (replace(receipt, language="both"), None),
        "receipt-en": (replace(receipt, language="en"), None),
        "receipt-large": (replace(receipt, large=True), None),
        "receipt-reprint": (receipt, samples.REPRINT),
        "next-steps": (samples.next_steps(7), None),
        "one-time-notice": (samples.one_time_notice(), None),
        "confirmation": (samples.confirmation(), None),
        "form": (samples.form(), None),
        "form-both": (replace(samples.form(), language="both"), None),
        "form-en": (replace(samples.form(), language="en"), None),
        "day-sheet": (samples.day_sheet(), None),
        "emergency-form": (samples.emergency_form(), None),
        "confirmation-practice": (samples.confirmation(), samples.PRACTICE),
    }


def described(paper: Paper, mark: PaperMark | None, fonts: PaperFonts) -> str:
    """The layout of `paper` as text."""
    lines: list[str] = []
    for number, ops in enumerate(pages_of(paper, fonts, mark), start=1):
        lines += [f"page {number}", *(_line(op) for op in ops)]
    return "\n".join(lines) + "\n"


def _line(op: Op) -> str:
    at = f"{op.x:7.2f} {op.y:7.2f}"
    match op:
        case Words():
            text = "".join(f"[[{s.char}]]" if s.bold else s.char for s in op.signs)
            return f"{at}  {op.size:g} pt  {text.replace(']][[', '')}"
        case Line():
            ends = " ".join(f"{x:.2f},{y:.2f}" for x, y in op.points)
            return f"{at}  line {op.weight:g}{' dashed' if op.dash else ''}  {ends}"
        case Box():
            return f"{at}  box {op.width:.2f} x {op.height:.2f}"
        case Dot():
            return f"{at}  dot {op.radius:g}"
        case Code():
            return f"{at}  code {op.side:g} mm  {op.text}"


def write() -> None:
    """Write every golden paper anew."""
    fonts = PaperFonts(ROOT / "resources" / "fonts")
    FOLDER.mkdir(parents=True, exist_ok=True)
    for name, (paper, mark) in golden_papers().items():
        (FOLDER / f"{name}.txt").write_text(described(paper, mark, fonts), encoding="utf-8")


if __name__ == "__main__":
    write()
