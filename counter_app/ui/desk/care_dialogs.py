"""What is asked for a check of identity and for a matter passed on. Decides nothing."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from counter_app.services.referring import Matter
from counter_app.services.verifying import RESULTS, WAYS_ON, Check, Result
from counter_app.ui.keys import Key
from counter_app.ui.theme import Theme
from counter_app.ui.widgets.dialog import Dialog
from counter_app.ui.widgets.field_box import TextField
from counter_app.ui.widgets.field_row import FieldRow
from counter_app.ui.widgets.label import Label
from counter_app.ui.widgets.option_card import Option, OptionGroup

translate = QCoreApplication.translate

CHECKS: tuple[Check, ...] = ("online", "face")
MATTERS: tuple[Matter, ...] = ("observation", "police", "enquiry")


def check_words() -> dict[Check, str]:
    """联网核查, 人证一致."""
    return {"online": translate("care", "联网核查"), "face": translate("care", "人证一致")}


def result_words() -> dict[Result, str]:
    """What a check said."""
    return {
        "agrees": translate("care", "一致"),
        "no_photo": translate("care", "没有照片"),
        "differs": translate("care", "不一致"),
        "not_found": translate("care", "查不到号码"),
        "no_answer": translate("care", "系统没有回答"),
    }


def way_words() -> dict[str, str]:
    """How one goes on."""
    return {
        "card_reader": translate("care", "读卡器再读"),
        "other_paper": translate("care", "其他证件佐证"),
        "second_person": translate("care", "请第二人看"),
        "proof_letter": translate("care", "开核查结果证明"),
        "two_people": translate("care", "双人手工审核"),
        "check_later": translate("care", "事后补核"),
    }


def _numbered(words: list[tuple[str, str]]) -> list[Option]:
    return [Option(code, f"{number} {said}") for number, (code, said) in enumerate(words, 1)]


class VerifyDialog(Dialog):
    """One check: which, its result, and where it does not agree how one goes on; a digit each."""

    def __init__(
        self, theme: Theme, owner: QWidget, done: Callable[[Check, Result, str, str], None]
    ) -> None:
        super().__init__(theme, owner, "")
        self.retitle(self.tr("记身份核查"))
        self._done = done
        self.check = OptionGroup(theme, _numbered(list(check_words().items())), cards=False)
        self.said = OptionGroup(theme, cards=False)
        self.way = OptionGroup(theme, cards=False)
        self.note = TextField(theme)
        self._error = Label(theme, "", "body", "bad", wrap=True)
        for words, group in (
            (self.tr("核查什么"), self.check),
            (self.tr("结果"), self.said),
            (self.tr("怎样接着办"), self.way),
        ):
            group.setAccessibleName(words)
            self.body.addWidget(Label(theme, words, "small", "ink2"))
            self.body.addWidget(group)
        self.body.addWidget(FieldRow(theme, self.tr("编号或佐证"), self.note, self.tr("可不填")))
        self.body.addWidget(self._error)
        self.check.chosen.connect(self._check_chosen)
        self.said.chosen.connect(self._result_chosen)
        self.add_action(self.tr("记下"), self._accept, Key.NEXT, "primary")
        first = self.check.focusProxy()
        if first is not None:
            self.focus_first(first)

    def _check_chosen(self, code: str) -> None:
        results = next(RESULTS[one] for one in CHECKS if one == code)
        self.said.set_options(_numbered([(one, result_words()[one]) for one in results]))
        self.way.set_options(())
        self.said.setFocus()

    def _result_chosen(self, code: str) -> None:
        ways = next((ways for one, ways in WAYS_ON.items() if one == code), ())
        self.way.set_options(_numbered([(one, way_words()[one]) for one in ways]))
        (self.way if ways else self.note).setFocus()

    def _accept(self) -> None:
        check = next((one for one in CHECKS if one == self.check.value()), None)
        result = next((one for one in WAYS_ON if one == self.said.value()), None)
        if check is None or result is None:
            self._error.setText(self.tr("请选核查什么和结果"))
            return
        if WAYS_ON[result] and not self.way.value():
            self._error.setText(self.tr("核查不一致的，请选怎样接着办"))
            self.way.setFocus()
            return
        self.accept()
        self._done(check, result, self.way.value(), self.note.text().strip())


class ReferDialog(Dialog):
    """A matter that others handle: which, to which post, and what the post needs to know."""

    def __init__(self, theme: Theme, owner: QWidget, done: Callable[["ReferDialog"], None]) -> None:
        super().__init__(theme, owner, "")
        self.retitle(self.tr("转交（受限）"))
        words = [self.tr("观察到的情况"), self.tr("警方联系"), self.tr("有权机关查询")]
        self.matter = OptionGroup(
            theme, _numbered(list(zip(MATTERS, words, strict=True))), cards=False
        )
        self.matter.setAccessibleName(self.tr("什么事"))
        self.fault = Label(theme, "", "body", "bad", wrap=True)
        self.fields = {code: TextField(theme) for code in _FIELDS}
        self.body.addWidget(
            Label(
                theme, self.tr("只记转给谁、几点，不写看法；别人看不到"), "body", "ink2", wrap=True
            )
        )
        self.body.addWidget(self.matter)
        self._rows: dict[str, FieldRow] = {}
        for code, field in self.fields.items():
            self._rows[code] = FieldRow(theme, self._field_words(code), field)
            self.body.addWidget(self._rows[code])
        self.body.addWidget(self.fault)
        self.matter.chosen.connect(self._chosen)
        self.add_action(self.tr("转交"), lambda: done(self), Key.NEXT, "primary")
        self._chosen("")
        first = self.matter.focusProxy()
        if first is not None:
            self.focus_first(first)

    def told(self, code: str) -> str:
        """What was typed in a field."""
        return self.fields[code].text().strip()

    def _chosen(self, code: str) -> None:
        for name, matters in _FIELDS.items():
            self._rows[name].setVisible(code in matters)
        if code:
            self.fields["post"].setFocus()

    def _field_words(self, code: str) -> str:
        return {
            "post": self.tr("转给哪个岗位"),
            "staff": self.tr("接手人工号"),
            "at": self.tr("时间"),
            "badge": self.tr("警号"),
            "authority": self.tr("机关"),
            "first": self.tr("第一名人员证件号"),
            "second": self.tr("第二名人员证件号"),
            "document": self.tr("文书"),
        }[code]


_FIELDS: dict[str, tuple[Matter, ...]] = {
    "post": MATTERS,
    "staff": MATTERS,
    "at": ("police", "enquiry"),
    "badge": ("police",),
    "authority": ("enquiry",),
    "first": ("enquiry",),
    "second": ("enquiry",),
    "document": ("enquiry",),
}
