"""The example of the guide: a bank's own service in YAML alone, as its author would lay it out.

Owns no assertion. The files stand under `docs/examples`, where the guide leads its reader.
"""

from functools import cache
from pathlib import Path

from counter_app.bootstrap.shipped import shipped_content
from counter_app.forms.loading import Loaded

EXAMPLE = Path(__file__).parents[3] / "docs" / "examples" / "our-bank"
SERVICE, PACK = "901-bgxzy.yaml", "our-bank.yaml"


@cache
def shipped() -> Loaded:
    """Procedures, packs and parts as shipped."""
    return shipped_content()


def example(name: str) -> str:
    """The text of one of the example's files."""
    return (EXAMPLE / name).read_text(encoding="utf-8")
