"""Where this home's branch is, in libpq's words."""

from pathlib import Path
from urllib.parse import quote

from counter_app.db.branch.connecting import BranchAddress
from counter_app.vault.branch_access import BranchAccess
from counter_app.vault.keys import FOLDER

CERTIFICATE = "branch.pem"


def address_of(home: Path, access: BranchAccess) -> BranchAddress:
    """The address of a home's branch. The certificate stands beside the keys, where libpq reads it."""
    return address_in(home / FOLDER, access)


def address_in(folder: Path, access: BranchAccess) -> BranchAddress:
    """The address, its certificate written into a folder. Raises OSError."""
    name, password = quote(access.role, safe=""), quote(access.password, safe="")
    place = f"{quote(access.host, safe='')}:{access.port}/{quote(access.database, safe='')}"
    url = f"postgresql://{name}:{password}@{place}"
    if not access.certificate:
        return BranchAddress(url)
    pinned = folder / CERTIFICATE
    pinned.write_text(access.certificate, "ascii")
    return BranchAddress(url, pinned)
