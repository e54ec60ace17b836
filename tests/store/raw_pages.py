"""The bytes of a store's file and log as they are under the encryption: free pages and gaps too.

What a query does not show may still lie in a page. This reads pages as SQLCipher lays them out, with
nothing but the key, so that a test sees what somebody sees who has file and key.
"""

from collections.abc import Iterator
from pathlib import Path

from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

from counter_app.db.store_files import StoreFiles

PAGE = 4096
RESERVE, VECTOR = 80, 16
SALT = 16
LOG_HEADER, FRAME_HEADER = 32, 24


def raw_bytes(files: StoreFiles, key: bytes) -> bytes:
    """All pages of the database and of every frame of its log, one after the other."""
    return b"".join((*_pages(files.database, key), *_frames(files.log, key)))


def _pages(path: Path, key: bytes) -> Iterator[bytes]:
    data = path.read_bytes()
    for at in range(0, len(data), PAGE):
        yield _plain(data[at : at + PAGE], key, SALT if at == 0 else 0)


def _frames(path: Path, key: bytes) -> Iterator[bytes]:
    data = path.read_bytes() if path.exists() else b""
    for at in range(LOG_HEADER, len(data), FRAME_HEADER + PAGE):
        number = int.from_bytes(data[at : at + 4], "big")
        page = data[at + FRAME_HEADER : at + FRAME_HEADER + PAGE]
        if len(page) == PAGE:
            yield _plain(page, key, SALT if number == 1 else 0)


def _plain(page: bytes, key: bytes, skipped: int) -> bytes:
    vector = page[PAGE - RESERVE : PAGE - RESERVE + VECTOR]
    cipher = Cipher(algorithms.AES(key), modes.CBC(vector)).decryptor()
    return cipher.update(page[skipped : PAGE - RESERVE]) + cipher.finalize()
