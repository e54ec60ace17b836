"""Verifiers of passwords: Argon2id, with the cost written into each.

Owns the making and the comparing. One comparison takes a quarter of a second and much memory on
purpose; the caller keeps it off the thread of the window. It must not know staff or rights.
"""

import unicodedata
from dataclasses import dataclass
from enum import StrEnum

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError, VerifyMismatchError

from counter_app.vault.wrapping import Entropy

_SALT_BYTES = 16


@dataclass(frozen=True, slots=True)
class PasswordCost:
    """How dear one guess is. The defaults are RFC 9106's second choice, for less memory."""

    passes: int = 3
    memory_kib: int = 65_536
    lanes: int = 4


class Verdict(StrEnum):
    """What came of a password. The values are codes that `ui` translates."""

    MATCHED = "matched"
    MATCHED_OUTDATED = "matched_outdated"
    """Right, and made at another cost: make its verifier anew while the password is at hand."""
    WRONG = "password_wrong"
    DAMAGED = "verifier_damaged"

    @property
    def is_match(self) -> bool:
        """Whether the person may sign on."""
        return self in {Verdict.MATCHED, Verdict.MATCHED_OUTDATED}


class Passwords:
    """Makes and judges verifiers at one cost."""

    def __init__(self, cost: PasswordCost, entropy: Entropy) -> None:
        self._hasher = PasswordHasher(cost.passes, cost.memory_kib, cost.lanes)
        self._entropy = entropy

    def verifier(self, password: str) -> str:
        """What is kept in place of the password."""
        return self._hasher.hash(_as_bytes(password), salt=self._entropy(_SALT_BYTES))

    def judge(self, verifier: str, password: str) -> Verdict:
        """Whether `password` is the one the verifier was made from."""
        try:
            self._hasher.verify(verifier, _as_bytes(password))
        except VerifyMismatchError:
            return Verdict.WRONG
        except (InvalidHashError, VerificationError, UnicodeError):
            return Verdict.DAMAGED
        outdated = self._hasher.check_needs_rehash(verifier)
        return Verdict.MATCHED_OUTDATED if outdated else Verdict.MATCHED


def _as_bytes(password: str) -> bytes:
    """One spelling for what looks alike, whichever keyboard or input method typed it."""
    return unicodedata.normalize("NFC", password).encode("utf-8", "surrogatepass")
