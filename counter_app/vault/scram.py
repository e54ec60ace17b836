"""What PostgreSQL keeps of a password: its SCRAM-SHA-256 verifier (RFC 5802, RFC 7677).

Made here, so that a password that is changed never crosses the line and never stands in a log.
"""

import hashlib
import hmac
from base64 import b64encode

from counter_app.vault.wrapping import Entropy

ROUNDS = 4096
"""PostgreSQL's own number: the passwords are random and long, more rounds would guard nothing."""
SALT_BYTES = 16


def scram_verifier(password: str, entropy: Entropy) -> str:
    """The verifier of a password of ASCII signs, as `pg_authid` holds it."""
    if not password.isascii():
        raise ValueError("other signs would have to be prepared (RFC 4013)")
    salt = entropy(SALT_BYTES)
    salted = hashlib.pbkdf2_hmac("sha256", password.encode(), salt, ROUNDS)
    stored = hashlib.sha256(hmac.digest(salted, b"Client Key", "sha256")).digest()
    served = hmac.digest(salted, b"Server Key", "sha256")
    kept = f"{_text(stored)}:{_text(served)}"
    return f"SCRAM-SHA-256${ROUNDS}:{_text(salt)}${kept}"


def _text(data: bytes) -> str:
    return b64encode(data).decode()
