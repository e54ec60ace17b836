"""Ages by the calendar. Owns no threshold: what an age changes stands in dated rule packs."""

from datetime import date

from counter_app.domain.calendar import add_months


def birthday(birth: date, age: int) -> date:
    """The day on which the age is reached.

    Born on 29 February, in a common year one grows older on 1 March: the law has no word on it, and
    on 28 February the last year of life is not yet over.
    """
    reached = add_months(birth, 12 * age)
    if (reached.month, reached.day) == (birth.month, birth.day):
        return reached
    return date(reached.year, 3, 1)


def age_on(birth: date, on: date) -> int:
    """Completed years of life on a day; raises ValueError before birth."""
    if on < birth:
        raise ValueError("not born yet")
    age = on.year - birth.year
    return age if birthday(birth, age) <= on else age - 1
