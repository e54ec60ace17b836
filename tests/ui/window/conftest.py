"""A window without a desk of its own: a founded branch, its frame, and what a session is given."""

import gc
from collections.abc import Iterator
from typing import cast

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from pytestqt.qtbot import QtBot

from counter_app.services import signing_on
from counter_app.services.pinyin import initials
from counter_app.ui.language import WindowLanguage
from counter_app.ui.shell import Frame
from counter_app.ui.shell.idle import IdleTime
from counter_app.ui.shell.wedge_reader import WedgeReader
from counter_app.ui.window.means import WindowMeans
from counter_app.ui.window.session import Session, SignedOn
from tests.ui.desk.conftest import branch
from tests.ui.desk.fakes import Counterside, FakePreviews, FakeSpooler

__all__ = ["branch"]


class Rested:
    """A PC that nobody leaves alone."""

    def idle_seconds(self) -> float:
        return 0.0


@pytest.fixture
def means(branch: Counterside, language: WindowLanguage) -> WindowMeans:
    standing = branch.standing
    return WindowMeans(
        theme=branch.theme,
        language=language,
        work=branch.work,
        verifiers=standing.verifiers,
        judge=lambda verifier, password: verifier == password,
        verifier_of=str,
        idle=cast(IdleTime, Rested()),
        terminal="03",
        branch=lambda: "示例银行 城东支行",
        now=standing.clock.now,
        today=standing.counter.calendar_day,
        initials=initials,
        previews=FakePreviews(),
        spooler=FakeSpooler(standing.store),
    )


@pytest.fixture
def session(branch: Counterside, means: WindowMeans, qtbot: QtBot) -> Iterator[Session]:
    """Nobody has signed on yet; at the end nobody is."""
    branch.frame = Frame(branch.theme, initials, branch.press_time)
    branch.frame.resize(1366, 768)
    reader = WedgeReader()
    reader.watch(branch.frame)
    made = Session(branch.frame, means, reader)
    with qtbot.waitActive(branch.frame):
        branch.frame.show()
        branch.frame.activateWindow()
    yield made
    made.end()
    branch.frame.close()
    branch.frame.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    del made
    gc.collect(1)


def sign_on(branch: Counterside, session: Session, staff: str) -> None:
    """That person signs on at this window: the page before it is the sign-on's own to test."""
    here = signing_on.signed_on(branch.standing.counter, staff, "3", matched=True)
    assert isinstance(here, signing_on.SignedOnHere), here
    session.begin(SignedOn(here.acting, here.sign_on.subject, here.password_given))
    for _round in range(3):
        QCoreApplication.processEvents()
