"""The pack of emergency forms as a file: what is in force now, rendered and written."""

from pathlib import Path

from counter_app.forms.compiled import content_hash
from counter_app.journal.facts.ground import BranchFounded
from counter_app.printing.render import PaperRenderer
from counter_app.services.counter import Counter
from counter_app.services.fallback_pack import Pack, papers_of
from counter_app.services.paper_content import paper_bytes


def pack_now(counter: Counter, founded: BranchFounded) -> Pack:
    """The services in force today, for this branch."""
    today = counter.today()
    specs = counter.shelf.in_force(today).catalogue.in_force(today)
    return Pack(founded, tuple(specs), counter.instant(), today)


def write_pack(pack: Pack, renderer: PaperRenderer, folder: Path) -> Path:
    """One PDF in the folder. Raises OSError when the disk does not take it."""
    papers = [(one, content_hash(paper_bytes(one))) for one in papers_of(pack)]
    folder.mkdir(parents=True, exist_ok=True)
    file = folder / f"fallback-{pack.on.isoformat()}.pdf"
    file.write_bytes(renderer.render_pack(papers, pack.number))
    return file
