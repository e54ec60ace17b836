"""A supervisor lets a colleague try the password again, or sign on without the branch, on that page."""

from PySide6.QtWidgets import QWidget

from counter_app.ui.keys import Key
from counter_app.ui.signon.asked import Refused
from counter_app.ui.signon.form import Form, lacking
from counter_app.ui.signon.secret_box import SecretBox
from counter_app.ui.signon.sentences import sentence
from counter_app.ui.theme import Theme
from counter_app.ui.widgets.button import Button
from counter_app.ui.widgets.code_field import CodeField
from counter_app.ui.widgets.field_row import FieldRow


class ForgiveForm(Form):
    """`submitted` when number and password of the supervisor are there."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, Key.NEXT)
        self.staff = ""
        self._refused: Refused | None = None
        self._away: Refused | None = None
        self.number = CodeField(theme)
        self.secret = SecretBox(theme)
        self.number_row = FieldRow(theme, "", self.number)
        self.secret_row = FieldRow(theme, "", self.secret)
        self.back = Button(theme, "", "Esc")
        for line in (self.number_row, self.secret_row):
            self.fields.addWidget(line)
        self.buttons.addWidget(self.back)
        self.buttons.addWidget(self.primary, 1)
        self.back.clicked.connect(self.left_again)
        self.retranslate()

    @property
    def is_away(self) -> bool:
        """Whether the colleague is to be let in without the branch; else to try the password again."""
        return self._away is not None

    def ask_for(self, staff: str, away: Refused | None = None) -> None:
        """Begin for this account; `away` is why the person does not sign on alone."""
        self.staff, self._away, self._refused = staff, away, None
        self.number.set_value("")
        self.secret.put_away()
        self.set_busy("")
        self.number_row.set_error("")
        self.retranslate()

    def is_whole(self) -> bool:
        return not lacking(
            (self.number_row, self.number.value(), self.tr("请输入主管工号")),
            (self.secret_row, self.secret.text(), self.tr("请输入主管密码")),
        )

    def refuse(self, refused: Refused) -> None:
        """Say why not; the supervisor's number stays."""
        self.secret.put_away()
        self._refused = refused
        self._tell_refusal()
        self.secret.setFocus()

    def first_focus(self) -> QWidget:
        return self.number

    def retranslate(self) -> None:
        self.head.setText(self.tr("主管放行"))
        self.banner.set_words(self._why() if self.staff else "", "shield-alert")
        self.number_row.set_label(self.tr("主管工号"))
        self.secret_row.set_label(self.tr("主管密码"))
        self.back.set_words(self.tr("返回"))
        self.primary.set_words(self.tr("放行"))
        self.secret.retranslate()
        self._tell_refusal()

    def _why(self) -> str:
        if self._away is not None:
            return sentence(self._away)
        words = self.tr("工号 {staff} 密码连错多次。请主管看清是本人，再放行")
        return words.format(staff=self.staff)

    def _tell_refusal(self) -> None:
        self.secret_row.set_error(sentence(self._refused) if self._refused else "")
