"""F1 at a case answers what customers ask about it, with the usual time."""

from counter_app.ui.desk.case_page import CasePage
from tests.ui.desk.fakes import Counterside
from tests.ui.desk.playing import open_account, opened, receive


def rows(here: Counterside) -> list[str]:
    page = here.frame.page()
    assert isinstance(page, CasePage)
    return [one.words for one in page.knowledge_rows()]


def test_question_answer_and_source_stand_in_the_help(desk: Counterside) -> None:
    open_account(desk)
    case = opened(desk)
    cards = case.runner.beside(case.run).knowledge
    told = rows(desk)
    assert told[0] == f"一般 {case.runner.procedure.spec.standard_minutes} 分钟"
    assert len(told) == len(cards) + 1
    for card, line in zip(cards, told[1:], strict=True):
        for text in (card.question, card.answer, card.source.title):
            assert text.zh in line


def test_without_a_case_there_is_nothing_to_know(desk: Counterside) -> None:
    receive(desk)
    assert rows(desk) == []
