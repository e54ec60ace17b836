"""An administrator who is not the server's superuser: owner of the database, with CREATEROLE."""

from collections.abc import Iterator

import psycopg
import pytest

from counter_app.db.branch.roles import role_of
from counter_app.db.branch.upkeep import BranchUpkeep
from counter_app.rehearsal.local_postgres import LocalPostgres
from counter_app.vault.scram import scram_verifier
from tests.branch.conftest import PASSWORD

NAME, ROLE = "plain", "plain_owner"
JOURNAL = "01979f3e-6c2a-7d41-9a53-2f6b1c0d4e55"


@pytest.fixture
def upkeep(cluster: LocalPostgres) -> Iterator[BranchUpkeep]:
    """Its upkeep of an empty database."""
    with psycopg.connect(cluster.url("postgres"), autocommit=True) as owner:
        owner.execute(f"CREATE ROLE {ROLE} LOGIN CREATEROLE".encode())
        owner.execute(f"CREATE DATABASE {NAME} OWNER {ROLE}".encode())
    yield BranchUpkeep(cluster.url(NAME, ROLE))
    cluster.drop_database(NAME)
    with psycopg.connect(cluster.url("postgres"), autocommit=True) as owner:
        owner.execute(f"DROP ROLE IF EXISTS {role_of(NAME, 3)}".encode())
        owner.execute(f"DROP ROLE {ROLE}".encode())


def test_it_makes_admits_joins_and_revokes(cluster: LocalPostgres, upkeep: BranchUpkeep) -> None:
    upkeep.init("branch/1", "one")
    role = upkeep.admit(3, ("all",), PASSWORD)
    verifier = scram_verifier("another", lambda size: bytes(range(size)))
    with psycopg.connect(cluster.url(NAME, role), autocommit=True) as line:
        joined = line.execute("SELECT counter.join_v1(%s, 'A', %s)", (JOURNAL, verifier))
        assert joined.fetchone() == ("A",)
        upkeep.revoke(3)
        with pytest.raises(psycopg.OperationalError):
            line.execute("SELECT counter.heads_v1()")
    with psycopg.connect(cluster.url("postgres")) as owner:
        kept = owner.execute(
            "SELECT rolpassword, rolcanlogin FROM pg_authid WHERE rolname = %s", (role,)
        )
        assert kept.fetchone() == (verifier, False)
        member = owner.execute("SELECT pg_has_role(%s, %s, 'MEMBER')", (ROLE, role))
        assert member.fetchone() == (False,), "only while it hung up on the terminal"


def test_what_only_a_superuser_can_close_is_said(upkeep: BranchUpkeep) -> None:
    upkeep.init("branch/1", "one")
    facts = {one.code: one for one in upkeep.server_facts(8)}
    assert not facts["large_objects"].good
    assert facts["rules"].found == "?", "its rules are the superuser's to see"
    assert (facts["checksums"].good, facts["checksums"].found) == (True, "on")
