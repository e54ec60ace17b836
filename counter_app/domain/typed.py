"""What a hand or a reader typed into a field of signs, made comparable.

Owns the folding of full-width signs, case and separators. Not for names of people: those keep every
sign as it stands on the ID (`names.py`).
"""

_FULL_WIDTH_FIRST = 0xFF01
_FULL_WIDTH_LAST = 0xFF5E
_FULL_WIDTH_OFFSET = 0xFEE0
_SEPARATORS = "-‐‑‒–—−·."


def half_width(raw: str) -> str:
    """Full-width ASCII signs and the ideographic space as their half-width forms."""
    return "".join(
        chr(ord(sign) - _FULL_WIDTH_OFFSET)
        if _FULL_WIDTH_FIRST <= ord(sign) <= _FULL_WIDTH_LAST
        else sign
        for sign in raw.replace("\u3000", " ")
    )


def plain_code(raw: str) -> str:
    """`raw` half-width, in capitals, without spaces, dashes and dots between its signs."""
    folded = half_width(raw).upper()
    return "".join(sign for sign in folded if not sign.isspace() and sign not in _SEPARATORS)


def is_ascii_digits(text: str) -> bool:
    """Whether `text` is one or more digits 0 to 9; other scripts' digits do not count."""
    return text.isascii() and text.isdecimal()
