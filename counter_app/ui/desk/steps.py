"""The seven steps as the desk names them. Owns their words in the window."""

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from counter_app.forms.run_state import STEPS, StepId
from counter_app.ui.widgets.step_rail import RailStep

_NAMES: dict[StepId, object] = {
    StepId.RECEPTION: QT_TRANSLATE_NOOP("steps", "接待"),
    StepId.NEED: QT_TRANSLATE_NOOP("steps", "需求"),
    StepId.DOCUMENTS: QT_TRANSLATE_NOOP("steps", "材料"),
    StepId.DETAILS: QT_TRANSLATE_NOOP("steps", "受理"),
    StepId.READ_BACK: QT_TRANSLATE_NOOP("steps", "核对"),
    StepId.CORE: QT_TRANSLATE_NOOP("steps", "核心"),
    StepId.COMPLETION: QT_TRANSLATE_NOOP("steps", "办结"),
}


def step_name(step: StepId) -> str:
    """接待, 需求, 材料…"""
    return QCoreApplication.translate("steps", str(_NAMES[step]))


def rail_steps() -> list[RailStep]:
    """All steps for the rail."""
    return [RailStep(step.value, step_name(step)) for step in STEPS]
