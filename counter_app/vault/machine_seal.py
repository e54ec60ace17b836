"""The store key bound to this machine, as far as its operating system offers that.

Owns the two ways: Windows' data protection in machine scope, elsewhere a file that only its owner
may read. It must not promise more: `protection` says which, and the program tells the bank.
The Windows way is reviewed against its documentation and has not been run.
"""

import ctypes
import sys
from typing import Literal, Protocol

Protection = Literal["dpapi", "file_mode"]

_LOCAL_MACHINE = 0x4
"""CRYPTPROTECT_LOCAL_MACHINE: any user of this PC may open it, no other PC can. One home serves
all who sign on at the machine, so the user's own scope would lock the next one out."""
_NO_WINDOW = 0x1
"""CRYPTPROTECT_UI_FORBIDDEN."""


class MachineSeal(Protocol):
    """Binds bytes to this machine."""

    @property
    def protection(self) -> Protection:
        """How strong it is, in one word that the program translates."""
        ...

    def seal(self, secret: bytes, context: bytes) -> bytes:
        """Bytes that may lie on this machine's disk. Raises OSError when the system refuses."""
        ...

    def unseal(self, sealed: bytes, context: bytes) -> bytes | None:
        """The secret, or nothing when another machine or context had sealed it."""
        ...


class FileModeSeal:
    """No seal at all: the secret as it is, in a file of mode 0600."""

    protection: Protection = "file_mode"

    def seal(self, secret: bytes, context: bytes) -> bytes:  # noqa: ARG002 (the seal's shape)
        """`secret` itself."""
        return secret

    def unseal(self, sealed: bytes, context: bytes) -> bytes | None:  # noqa: ARG002
        """`sealed` itself."""
        return sealed


class _Blob(ctypes.Structure):
    """DATA_BLOB."""

    _fields_ = (("size", ctypes.c_uint32), ("data", ctypes.POINTER(ctypes.c_char)))


def _blob(content: bytes) -> _Blob:
    buffer = ctypes.create_string_buffer(content, len(content))
    return _Blob(len(content), ctypes.cast(buffer, ctypes.POINTER(ctypes.c_char)))


class DpapiSeal:
    """Windows' data protection, machine scope."""

    protection: Protection = "dpapi"

    def seal(self, secret: bytes, context: bytes) -> bytes:
        """The protected blob."""
        sealed = self._call("CryptProtectData", secret, context)
        if sealed is None:
            raise OSError("Windows' data protection refused to protect the key")
        return sealed

    def unseal(self, sealed: bytes, context: bytes) -> bytes | None:
        """What the blob holds, on the machine that made it."""
        return self._call("CryptUnprotectData", sealed, context)

    def _call(self, function: str, content: bytes, context: bytes) -> bytes | None:
        if sys.platform != "win32":
            raise OSError("data protection is Windows' own")
        result = _Blob()
        flags = _LOCAL_MACHINE | _NO_WINDOW
        given, entropy = _blob(content), _blob(context)
        call = getattr(ctypes.windll.crypt32, function)
        pointer = ctypes.byref
        if not call(pointer(given), None, pointer(entropy), None, None, flags, pointer(result)):
            return None
        try:
            return ctypes.string_at(result.data, result.size)
        finally:
            ctypes.windll.kernel32.LocalFree(result.data)


def machine_seal() -> MachineSeal:
    """The strongest seal this operating system offers."""
    return DpapiSeal() if sys.platform == "win32" else FileModeSeal()
