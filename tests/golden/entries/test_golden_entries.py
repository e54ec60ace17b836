"""Every entry a released version wrote is read, recomputed and folded by this one."""

from pathlib import Path

import pytest

from counter_app.db.row_digests import shipped_digests
from counter_app.journal.chain import ChainFault, verify_chain
from counter_app.journal.codec import encode_body, read_entry
from counter_app.journal.entry import body_digest, entry_hash
from counter_app.journal.facts import FACTS
from counter_app.journal.folds import FOLDING
from tests.golden.entries.making import (
    FOLDER,
    THIS_VERSION,
    digests,
    golden_entries,
    made_entries,
)

FILES = sorted(FOLDER.glob("*.jsonl"))
MAKE = "run: python -m tests.golden.entries.making"

FAULTS = {
    "case/9": ["approval_used_twice"],
    "dissuasion/9": ["approval_used_twice"],
}
"""What the samples do wrong on purpose: rows of a rule that changed must be made anew too."""


def test_every_kind_of_fact_has_a_golden_entry() -> None:
    kinds = {entry.kind for entry in golden_entries(THIS_VERSION)}
    assert {fact.KIND for fact in FACTS} - kinds == set(), f"add it to samples.py, then {MAKE}"


def test_the_golden_entries_are_what_this_version_writes() -> None:
    assert made_entries() == golden_entries(THIS_VERSION), MAKE


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_hashes_and_digests_are_recomputed(file: Path) -> None:
    entries = golden_entries(file)
    assert len(entries) > 0
    for entry in entries:
        assert entry_hash(entry) == entry.hash
        assert entry.body is not None
        assert entry.salt is not None
        assert body_digest(entry.salt, entry.body) == entry.digest
    assert not [told for told in verify_chain(entries) if isinstance(told, ChainFault)]


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_every_body_is_read_and_said_the_same_way(file: Path) -> None:
    for entry in golden_entries(file):
        fact = read_entry(entry).fact
        assert fact is not None, f"{entry.kind} is no longer readable"
        assert encode_body(fact) == entry.body


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_every_subject_folds_with_no_fault_but_those_meant(file: Path) -> None:
    entries = golden_entries(file)
    for subject in {entry.subject for entry in entries}:
        view = FOLDING.fold(subject, [one for one in entries if one.subject == subject])
        assert [one.code for one in view.faults] == FAULTS.get(subject, []), subject
        assert (view.unreadable, view.waiting) == ((), 0), subject


def test_the_shipped_digests_are_of_the_rows_as_they_are_made() -> None:
    """Otherwise an update would leave rows of the earlier definition in every home."""
    assert shipped_digests() == digests(golden_entries(THIS_VERSION)), MAKE
