"""Ages at a date, the leap day included."""

from datetime import date, timedelta

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from counter_app.domain.ages import age_on, birthday

births = st.dates(date(1900, 1, 1), date(2026, 1, 1))
LEAP = date(2008, 2, 29)


@pytest.mark.parametrize(
    ("birth", "on", "age"),
    [
        (date(2010, 11, 24), date(2026, 11, 23), 15),
        (date(2010, 11, 24), date(2026, 11, 24), 16),
        (date(2010, 11, 24), date(2026, 11, 25), 16),
        (date(2026, 11, 24), date(2026, 11, 24), 0),
        (LEAP, date(2026, 2, 28), 17),
        (LEAP, date(2026, 3, 1), 18),
        (LEAP, date(2024, 2, 28), 15),
        (LEAP, date(2024, 2, 29), 16),
        (date(1900, 2, 28), date(2026, 2, 28), 126),
    ],
)
def test_the_age_on_a_day(birth: date, on: date, age: int) -> None:
    assert age_on(birth, on) == age


@given(births, st.integers(0, 100))
def test_an_age_begins_on_its_birthday(birth: date, age: int) -> None:
    reached = birthday(birth, age)
    assert age_on(birth, reached) == age
    if age:
        assert age_on(birth, reached - timedelta(days=1)) == age - 1


@given(births, st.integers(0, 40_000))
def test_agrees_with_counting_months_and_days(birth: date, days: int) -> None:
    on = birth + timedelta(days=days)
    before = (on.month, on.day) < (birth.month, birth.day)
    assert age_on(birth, on) == on.year - birth.year - before


@given(births)
def test_before_birth_there_is_no_age(birth: date) -> None:
    assume(birth > date(1900, 1, 2))
    with pytest.raises(ValueError, match="born"):
        age_on(birth, birth - timedelta(days=1))
