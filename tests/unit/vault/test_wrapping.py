"""A secret wrapped for one key and one purpose opens for no other."""

from hypothesis import given
from hypothesis import strategies as st

from counter_app.vault.wrapping import unwrap, wrap
from tests.unit.vault.conftest import CountedEntropy


@given(st.binary(max_size=64), st.binary(min_size=1, max_size=40), st.binary(max_size=20))
def test_a_wrapped_secret_opens_for_its_key_and_purpose(
    secret: bytes, under: bytes, purpose: bytes
) -> None:
    wrapped = wrap(secret, under, purpose, CountedEntropy())
    assert unwrap(wrapped, under, purpose) == secret
    assert unwrap(wrapped, under + b"x", purpose) is None
    assert unwrap(wrapped, under, purpose + b"x") is None


def test_each_damaged_or_missing_byte_closes_it() -> None:
    wrapped = wrap(b"secret", b"key", b"purpose", CountedEntropy())
    for place, byte in enumerate(wrapped):
        changed = wrapped[:place] + bytes([byte ^ 1]) + wrapped[place + 1 :]
        assert unwrap(changed, b"key", b"purpose") is None
        assert unwrap(wrapped[:place], b"key", b"purpose") is None


def test_the_same_secret_is_never_wrapped_alike() -> None:
    entropy = CountedEntropy()
    assert wrap(b"s", b"k", b"p", entropy) != wrap(b"s", b"k", b"p", entropy)
