"""What customers ask about the service at the desk, and its usual time, as lines of the help."""

from PySide6.QtCore import QCoreApplication

from counter_app.ui.desk.case_at_desk import CaseAtDesk
from counter_app.ui.desk.means import Means
from counter_app.ui.keys import HelpRow

translate = QCoreApplication.translate


def knowledge_of(means: Means, case: CaseAtDesk) -> list[HelpRow]:
    """Nothing while no business is open."""
    if not case.is_open:
        return []
    _opened, run, runner = case.at_hand()
    minutes = translate("knowledge", "一般 {minutes} 分钟")
    spec = runner.procedure.spec
    rows = [HelpRow(translate("knowledge", "时限"), minutes.format(minutes=spec.standard_minutes))]
    for number, card in enumerate(runner.beside(run).knowledge, 1):
        source = translate("knowledge", "（{source}）").format(source=means.say(card.source.title))
        words = f"{means.say(card.question)}  {means.say(card.answer)}{source}"
        rows.append(HelpRow(translate("knowledge", "问{number}").format(number=number), words))
    return rows
