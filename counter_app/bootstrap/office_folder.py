"""Head office's ways to its branches: one folder for each, with the access and whose branch it is.

Owns where they lie. Passwords are sealed under the key of the folder that holds them all.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from counter_app.bootstrap.branch_address import address_of
from counter_app.config import Home
from counter_app.db.branch.connecting import BranchAddress
from counter_app.domain.join_code import JoinCode
from counter_app.vault.branch_access import BranchAccess, read_access
from counter_app.vault.keys import StoreKey

BRANCHES, IDENTITY = "branches", "branch.json"


@dataclass(frozen=True, slots=True)
class JoinedBranch:
    """A branch that head office may read: who it is, and how it is reached."""

    branch_id: str
    name: str
    address: BranchAddress


def place_of_branch(home: Home, code: JoinCode) -> Home:
    """Where the way to the branch of a join code lies; the same for every code of one terminal."""
    host = "".join(sign if sign.isalnum() or sign in ".-" else "_" for sign in code.host)
    name = f"{host}_{code.port}_{code.database}_{code.terminal:02d}"
    return Home(home.folder / BRANCHES / name)


def kept_access(place: Home, key: StoreKey) -> BranchAccess | None:
    """The access of an earlier try, where there is one."""
    access = read_access(place.folder, key)
    return access if isinstance(access, BranchAccess) else None


def keep_branch(place: Home, branch_id: str, name: str) -> None:
    """Keeps whose branch it is: another one that answers there is refused. Raises OSError."""
    file = place.folder / IDENTITY
    part = file.with_suffix(".part")
    told = {"branch_id": branch_id, "name": name}
    part.write_text(json.dumps(told, ensure_ascii=False), encoding="utf-8")
    part.replace(file)


def joined_branches(home: Home, key: StoreKey) -> Iterator[JoinedBranch]:
    """Every branch that was joined to the end, by the names of their places. Raises OSError."""
    for folder in sorted((home.folder / BRANCHES).glob("*")):
        access = kept_access(Home(folder), key)
        told = _identity(folder)
        if access is not None and told is not None:
            yield JoinedBranch(*told, address_of(folder, access))


def _identity(folder: Path) -> tuple[str, str] | None:
    try:
        told = json.loads((folder / IDENTITY).read_text(encoding="utf-8"))
        return str(told["branch_id"]), str(told["name"])
    except (FileNotFoundError, ValueError, KeyError, TypeError):
        return None
