"""Keys held with the system: what may be held, and that nothing is where there is no such system."""

import pytest

from counter_app.devices.wide_keys import Chord, X11WideKeys, wide_keys


def test_a_chord_is_read_as_it_is_printed() -> None:
    assert Chord.of("Ctrl+Alt+J") == Chord("J", ctrl=True, alt=True, shift=False)
    assert Chord.of("Ctrl+Shift+C") == Chord("C", ctrl=True, alt=False, shift=True)


@pytest.mark.parametrize("keys", ["J", "Shift+J", "F8", "Ctrl+F8", "Ctrl+", "Ctrl+\u00e9"])
def test_a_sign_that_every_program_needs_is_never_held(keys: str) -> None:
    with pytest.raises(ValueError, match=r"every program|no letter"):
        Chord.of(keys)


def test_without_such_a_system_there_are_none(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("DISPLAY", raising=False)
    assert wide_keys() is None
    with pytest.raises(OSError, match="X"):
        X11WideKeys()
