"""A Windows printer: pages drawn by PDFium straight onto the printer's device context.

Written by the book and read again, never run: no Windows machine was at hand. Text goes as
outlines at the printer's own resolution and at true size, whatever paper is loaded. Imports on
every system; only `send` needs Windows.
"""

import sys
from dataclasses import dataclass
from typing import Any

from counter_app.printing.printers import NotSent, Sent, checked_title

MILLIMETRES_PER_INCH = 25.4
POINTS_PER_INCH = 72

LOGPIXELSX, LOGPIXELSY = 88, 90
PHYSICALOFFSETX, PHYSICALOFFSETY = 112, 113
"""Indexes of GetDeviceCaps (wingdi.h)."""

FPDF_PRINTING = 0x800
"""PDFium: render for printing, not for a screen."""


def page_pixels(points: float, dots_per_inch: int) -> int:
    """The length of `points` on a device of `dots_per_inch`, in whole dots."""
    return round(points / POINTS_PER_INCH * dots_per_inch)


if sys.platform == "win32":
    import ctypes
    from ctypes import wintypes

    import pypdfium2 as pdfium
    import pypdfium2.raw as pdfium_raw

    class _DocInfo(ctypes.Structure):
        _fields_ = [
            ("size", ctypes.c_int),
            ("name", wintypes.LPCWSTR),
            ("output", wintypes.LPCWSTR),
            ("datatype", wintypes.LPCWSTR),
            ("kind", wintypes.DWORD),
        ]

    def _gdi() -> Any:
        gdi = ctypes.WinDLL("gdi32", use_last_error=True)
        gdi.CreateDCW.restype = wintypes.HDC
        gdi.CreateDCW.argtypes = [wintypes.LPCWSTR] * 3 + [ctypes.c_void_p]
        for name in ("StartPage", "EndPage", "EndDoc", "AbortDoc", "DeleteDC"):
            getattr(gdi, name).argtypes = [wintypes.HDC]
        gdi.StartDocW.argtypes = [wintypes.HDC, ctypes.POINTER(_DocInfo)]
        gdi.GetDeviceCaps.argtypes = [wintypes.HDC, ctypes.c_int]
        return gdi

    def _print_on_windows(name: str, pdf: bytes, title: str) -> Sent | NotSent:
        gdi = _gdi()
        context = gdi.CreateDCW("WINSPOOL", name, None, None)
        if not context:
            return NotSent("printer_missing", f"error {ctypes.get_last_error()}")
        try:
            info = _DocInfo(ctypes.sizeof(_DocInfo), title, None, None, 0)
            if gdi.StartDocW(context, ctypes.byref(info)) <= 0:
                return NotSent("printer_refused", f"error {ctypes.get_last_error()}")
            if not _print_pages(gdi, context, pdf):
                gdi.AbortDoc(context)
                return NotSent("printer_refused", f"error {ctypes.get_last_error()}")
            ended = gdi.EndDoc(context) > 0
            return Sent() if ended else NotSent("printer_refused")
        finally:
            gdi.DeleteDC(context)

    def _print_pages(gdi: Any, context: Any, pdf: bytes) -> bool:
        across = gdi.GetDeviceCaps(context, LOGPIXELSX)
        down = gdi.GetDeviceCaps(context, LOGPIXELSY)
        left = -gdi.GetDeviceCaps(context, PHYSICALOFFSETX)
        top = -gdi.GetDeviceCaps(context, PHYSICALOFFSETY)
        document = pdfium.PdfDocument(pdf)
        try:
            for page in document:
                if gdi.StartPage(context) <= 0:
                    return False
                width = page_pixels(page.get_width(), across)
                height = page_pixels(page.get_height(), down)
                pdfium_raw.FPDF_RenderPage(
                    context, page, left, top, width, height, 0, FPDF_PRINTING
                )
                if gdi.EndPage(context) <= 0:
                    return False
            return True
        finally:
            document.close()

else:

    def _print_on_windows(name: str, pdf: bytes, title: str) -> Sent | NotSent:  # noqa: ARG001
        return NotSent("printer_missing", "not a Windows machine")


@dataclass(frozen=True, slots=True)
class WindowsPrinter:
    """A printer by its name in Windows' own list."""

    name: str

    def send(self, pdf: bytes, title: str) -> Sent | NotSent:
        """Print `pdf` page by page; Windows' spooler has it when this returns."""
        return _print_on_windows(self.name, pdf, checked_title(title))
