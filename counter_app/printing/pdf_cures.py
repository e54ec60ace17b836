"""What ReportLab gets wrong for Chinese papers, put right: the map from glyphs back to text.

ReportLab 5.1 writes a code point beyond U+FFFF as one five-digit number, where the format wants
UTF-16BE; the page looks right, but 王𬭎 is copied and searched as something else. It also puts more
entries in one block than the format allows. `CuredFont` writes the map itself. Nothing of ReportLab
is patched in place. The cure is checked against one version: another one is refused, so that
somebody looks.
"""

from typing import Any

import reportlab
from reportlab.pdfbase.ttfonts import TTFont

CURED_VERSION = "5.1."
"""The ReportLab versions whose map was looked at (all of 5.1)."""

ENTRIES_PER_BLOCK = 100
"""PDF 32000-1, 9.10.3: a bfchar block holds at most 100 entries."""


class UncheckedReportLabError(RuntimeError):
    """The installed ReportLab is not one whose defects were looked at."""


def refuse_unchecked_version(version: str = reportlab.Version) -> None:
    """Raise `UncheckedReportLabError` unless `version` is one these cures were written for."""
    if not version.startswith(CURED_VERSION):
        raise UncheckedReportLabError(version)


def to_unicode_cmap(font_name: str, subset: list[int]) -> str:
    """The ToUnicode map of one subset: code `i` stands for the code point `subset[i]`."""
    entries = [f"<{i:02X}> <{_utf16(point)}>" for i, point in enumerate(subset)]
    blocks: list[str] = []
    for start in range(0, len(entries), ENTRIES_PER_BLOCK):
        part = entries[start : start + ENTRIES_PER_BLOCK]
        blocks += [f"{len(part)} beginbfchar", *part, "endbfchar"]
    return "\n".join(
        [
            "/CIDInit /ProcSet findresource begin",
            "12 dict begin",
            "begincmap",
            "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def",
            f"/CMapName /{font_name} def",
            "/CMapType 2 def",
            "1 begincodespacerange",
            f"<00> <{len(subset) - 1:02X}>",
            "endcodespacerange",
            *blocks,
            "endcmap",
            "CMapName currentdict /CMap defineresource pop",
            "end",
            "end",
        ]
    )


def _utf16(point: int) -> str:
    return chr(point).encode("utf-16-be").hex().upper()


class CuredFont(TTFont):  # type: ignore[misc]
    """A TrueType font whose embedded subsets extract exactly."""

    def addObjects(self, doc: Any) -> None:
        """Add the font's objects to `doc`, then replace the maps that ReportLab wrote."""
        subsets = [list(subset) for subset in self._assignState(doc).subsets]
        names = [self.getSubsetInternalName(n, doc)[1:] for n in range(len(subsets))]
        super().addObjects(doc)
        fonts = doc.idToObject["BasicFonts"].dict
        for name, subset in zip(names, subsets, strict=True):
            font = fonts[name]
            stream = doc.idToObject[font.ToUnicode.name]
            stream.content = to_unicode_cmap(font.BaseFont, subset)
