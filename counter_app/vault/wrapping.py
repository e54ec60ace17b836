"""One secret wrapped under another, for a named purpose.

Owns the algorithms: HKDF-SHA256 for a key of each purpose, AES-256-GCM for the wrapping. It must
not know files or people.
"""

from collections.abc import Callable

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

Entropy = Callable[[int], bytes]
"""So many bytes that nobody can guess; the operating system's, or a test's own."""

KEY_BYTES = 32
_NONCE_BYTES = 12
_PRODUCT = b"counter terminal 1"


def wrap(secret: bytes, under: bytes, purpose: bytes, entropy: Entropy) -> bytes:
    """`secret` so that only `under`, for the same purpose, opens it."""
    nonce = entropy(_NONCE_BYTES)
    return nonce + _cipher(under, purpose).encrypt(nonce, secret, _context(purpose))


def unwrap(wrapped: bytes, under: bytes, purpose: bytes) -> bytes | None:
    """The secret, or nothing when key, purpose or bytes are not those of the wrapping."""
    nonce, sealed = wrapped[:_NONCE_BYTES], wrapped[_NONCE_BYTES:]
    try:
        return _cipher(under, purpose).decrypt(nonce, sealed, _context(purpose))
    except (InvalidTag, ValueError):  # ValueError: cut so short that no nonce is left
        return None


def _cipher(under: bytes, purpose: bytes) -> AESGCM:
    derive = HKDF(hashes.SHA256(), length=KEY_BYTES, salt=None, info=_context(purpose))
    return AESGCM(derive.derive(under))


def _context(purpose: bytes) -> bytes:
    return _PRODUCT + b"\n" + purpose
