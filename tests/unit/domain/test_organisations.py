"""Organisations: the licence's code and the registered name, beside persons' papers and names."""

from datetime import date

import pytest

from counter_app.domain.credit_code import credit_code_check_sign
from counter_app.domain.identity import (
    IdentityKind,
    IdentityNumber,
    check_number,
    kinds_for,
)
from counter_app.domain.names import check_name, check_organisation_name
from counter_app.domain.refusal import Refusal

TODAY = date(2026, 11, 24)
CODE = "91420100MA4K2X7Q1" + credit_code_check_sign("91420100MA4K2X7Q1")


def test_the_number_of_a_licence_is_its_credit_code() -> None:
    found = check_number(IdentityKind.BUSINESS_LICENCE, CODE.lower(), TODAY)
    assert isinstance(found, IdentityNumber)
    assert (found.number, found.birth, found.sex) == (CODE, None, None)


def test_a_wrong_sign_of_the_code_is_found() -> None:
    wrong = CODE[:-1] + ("0" if CODE[-1] != "0" else "1")
    assert check_number(IdentityKind.BUSINESS_LICENCE, wrong, TODAY) == Refusal(
        "number_check_digit"
    )


def test_a_scanned_code_is_a_licence_first_and_a_persons_number_never_is() -> None:
    assert kinds_for(CODE, TODAY)[0] is IdentityKind.BUSINESS_LICENCE
    assert IdentityKind.BUSINESS_LICENCE not in kinds_for("110101198405060022", TODAY)


@pytest.mark.parametrize("name", ["江城𠮷野贸易有限公司", "7天连锁酒店(江城)有限公司", "A&B 咨询"])
def test_a_registered_name_may_hold_digits_and_the_signs_of_firms(name: str) -> None:
    assert not isinstance(check_organisation_name(name), Refusal)


def test_a_person_s_name_still_holds_no_digits() -> None:
    assert isinstance(check_name("7天"), Refusal)
    assert isinstance(check_organisation_name("123"), Refusal)
