"""The unified social credit code of an organisation.

Owns its shape and check sign, by GB 32100-2015. Must not refuse a code for its registration or area
part: authorities and areas change.
"""

from counter_app.domain.refusal import Refusal
from counter_app.domain.typed import is_ascii_digits, plain_code

CREDIT_CODE_LENGTH = 18

_ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY"
_WEIGHTS = (1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28)


def credit_code_check_sign(first_seventeen: str) -> str:
    """The eighteenth sign. A remainder of 0 gives the sign 0, not a sign past the alphabet."""
    total = sum(
        _ALPHABET.index(sign) * weight
        for sign, weight in zip(first_seventeen, _WEIGHTS, strict=True)
    )
    return _ALPHABET[-total % len(_ALPHABET)]


def check_credit_code(raw: str) -> str | Refusal:
    """The code in capitals without separators; or why it cannot be one."""
    code = plain_code(raw)
    if not code:
        return Refusal("number_empty")
    if len(code) != CREDIT_CODE_LENGTH:
        return Refusal("number_length", {"expected": CREDIT_CODE_LENGTH, "actual": len(code)})
    if any(sign not in _ALPHABET for sign in code) or not is_ascii_digits(code[2:8]):
        return Refusal("number_signs")
    if credit_code_check_sign(code[:17]) != code[17]:
        return Refusal("number_check_digit")
    return code
