"""The entry's bytes are for ever: the first golden vector, written out by hand."""

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from counter_app.journal.codec import encode_body, read_entry
from counter_app.journal.entry import Entry, body_digest, entry_hash, preimage
from counter_app.journal.facts.case import DocumentChecked

_NUMBERS = ("seq", "version", "turn", "commit_seq")
_TEXTS = (
    *("journal_id", "kind", "subject", "audience", "occurred_at", "business_date", "actor"),
    *("digest", "hash"),
)
BODY = (
    '{"case":"case/01J9ZK3M7Q","item":"id_card","note":"人证一致","original":true,'
    '"outcome":"seen","person":"self","valid_until":"2031-09-30"}'
)
SALT = "000102030405060708090a0b0c0d0e0f"
DIGEST = "30dc6b4a210acbef248e34ccef69f6ae6ca651f62f19ea213e9c22540fae2724"
PREIMAGE = (
    "36:01979f3e-6c2a-7d41-9a53-2f6b1c0d4e552:4216:document_checked1:1"
    "41:case/01979f3e-7a10-7c02-8e11-0b5d6a7c8f903:all1:3"
    "64:9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"
    "24:2026-11-23T06:03:05.123Z10:2026-11-2311:staff/802312:43"
    "64:30dc6b4a210acbef248e34ccef69f6ae6ca651f62f19ea213e9c22540fae2724"
    "64:2c26b46b68ffc68ff99b453c1d30413413422d706483bfa0f98a5e886266e7ae"
)
HASH = "a4ede4f0ce7cc919f6e7259ddf1a109577fb8fe7f04c2fbd1f3a615cdb149d26"

ENTRY = Entry(
    journal_id="01979f3e-6c2a-7d41-9a53-2f6b1c0d4e55",
    seq=42,
    kind="document_checked",
    version=1,
    subject="case/01979f3e-7a10-7c02-8e11-0b5d6a7c8f90",
    audience="all",
    turn=3,
    saw="9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
    occurred_at="2026-11-23T06:03:05.123Z",
    business_date="2026-11-23",
    actor="staff/80231",
    commit_seq=43,
    digest=DIGEST,
    prev="2c26b46b68ffc68ff99b453c1d30413413422d706483bfa0f98a5e886266e7ae",
    hash=HASH,
    body=BODY,
    salt=SALT,
    body_state="here",
)


def test_the_body_is_canonical_json() -> None:
    fact = DocumentChecked(
        case="case/01J9ZK3M7Q",
        item="id_card",
        note="人证一致",
        original=True,
        outcome="seen",
        person="self",
        valid_until="2031-09-30",
    )
    assert encode_body(fact) == BODY
    assert read_entry(ENTRY).fact == fact


def test_the_digest_covers_salt_and_body() -> None:
    assert body_digest(SALT, BODY) == DIGEST


def test_the_preimage_is_written_column_by_column() -> None:
    assert preimage(ENTRY).decode() == PREIMAGE


def test_the_hash_is_the_one_written_down() -> None:
    assert entry_hash(ENTRY) == HASH


def test_an_absent_value_is_a_single_sign_and_not_an_empty_text() -> None:
    first = ENTRY._replace(seq=1, saw=None, prev=None, turn=1, commit_seq=1)
    assert preimage(first).endswith(DIGEST.encode() + b"-")
    assert b"3:all1:1-24:2026" in preimage(first)


@given(
    st.lists(st.text(max_size=5), min_size=9, max_size=9),
    st.lists(st.integers(0, 2**62), min_size=4, max_size=4),
    st.none() | st.text(max_size=3),
    st.none() | st.text(max_size=3),
)
def test_the_preimage_is_the_design_s_for_any_signs(
    texts: list[str], numbers: list[int], saw: str | None, prev: str | None
) -> None:
    """Lengths count bytes, an absent value is the single sign."""
    changed: dict[str, Any] = {"saw": saw, "prev": prev}
    changed |= dict(zip(_TEXTS, texts, strict=True)) | dict(zip(_NUMBERS, numbers, strict=True))
    entry = ENTRY._replace(**changed)
    parts = []
    for value in entry[:14]:
        told = None if value is None else str(value).encode()
        parts.append(b"-" if told is None else str(len(told)).encode() + b":" + told)
    assert preimage(entry) == b"".join(parts)
