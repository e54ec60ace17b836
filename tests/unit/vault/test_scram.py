"""The verifier of a password is the one that PostgreSQL itself would make."""

import pytest

from counter_app.vault.scram import scram_verifier


def test_it_is_as_the_server_keeps_it() -> None:
    """Made by libpq once, with a salt of its own: `encrypt_password(b"pw", b"user", ...)`."""
    theirs = (
        "SCRAM-SHA-256$4096:cyCmbSbZJsaMPodHH+DfHw==$"
        "dhMlBNRc6czVd1YRpL5yyNeVTz1Bkt0HDTGyRxv6fAo=:D4KdkN3oANVH5ug7Dt0bvUEj8FZIkX/FyzlOuHWAi3U="
    )
    salt = bytes.fromhex("7320a66d26d926c68c3e87471fe0df1f")
    assert scram_verifier("pw", lambda size: salt[:size]) == theirs


def test_only_plain_signs() -> None:
    with pytest.raises(ValueError, match="4013"):
        scram_verifier("密码", bytes)
