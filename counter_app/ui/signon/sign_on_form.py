"""Number, password, window: what a person types to sign on. Judges nothing but emptiness."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from counter_app.ui.keys import Key
from counter_app.ui.signon.asked import Refused
from counter_app.ui.signon.form import Form, lacking
from counter_app.ui.signon.secret_box import SecretBox
from counter_app.ui.signon.sentences import sentence
from counter_app.ui.theme import Theme
from counter_app.ui.widgets.base import reveal
from counter_app.ui.widgets.button import Button
from counter_app.ui.widgets.code_field import CodeField
from counter_app.ui.widgets.field_row import FieldRow

_AT_NUMBER = frozenset({"unknown_staff", "account_left"})


class SignOnForm(Form):
    """`help_asked`: a supervisor is to let the account try its password again."""

    help_asked = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "Enter")
        self._usual_window = ""
        self._refused: Refused | None = None
        self.staff = CodeField(theme)
        self.secret = SecretBox(theme)
        self.window_field = CodeField(theme)
        self.staff_row = FieldRow(theme, "", self.staff)
        self.secret_row = FieldRow(theme, "", self.secret)
        self.window_row = FieldRow(theme, "", self.window_field)
        self.fetch = Button(theme, "", Key.SUPERVISOR, "primary")
        self.fetch.setSizePolicy(self.primary.sizePolicy())
        for line in (self.staff_row, self.secret_row, self.window_row):
            self.fields.addWidget(line)
        self.buttons.addWidget(self.primary)
        self.buttons.addWidget(self.fetch)
        self._turn_buttons()
        self.fetch.clicked.connect(self.help_asked)
        self.window_field.edited.connect(self._tell_window)
        self.staff.edited.connect(self._other_person)
        self.retranslate()

    def is_whole(self) -> bool:
        return not lacking(
            (self.staff_row, self.staff.value(), self.tr("请输入工号")),
            (self.secret_row, self.secret.text(), self.tr("请输入密码")),
            (self.window_row, self.window_field.value(), self.tr("请输入窗口号")),
        )

    def is_filled(self) -> bool:
        """Whether all three are filled, without saying anything."""
        return bool(self.staff.value() and self.secret.text() and self.window_field.value())

    def refuse(self, refused: Refused) -> None:
        """Say why not beside the field concerned; the number stays, the password does not."""
        self.secret.put_away()
        self._refused = refused
        self._tell_refusal()
        self._turn_buttons()
        self._line_of(refused.code).box.setFocus()

    def is_locked_out(self) -> bool:
        """Whether a supervisor has to let this account try again."""
        return self._refused is not None and self._refused.code == "locked_out"

    def forgiven(self) -> None:
        """The account may try again."""
        self._forget_refusal()
        self.banner.set_words(self.tr("已放行，请本人输入密码"), "circle-check", "ok")

    def begin(self, words: str) -> None:
        """A password is on its way: what was said of the last one holds no more."""
        self._forget_refusal()
        self.banner.set_words("")
        self.set_busy(words)

    def start_again(self) -> None:
        """Nothing typed but the window: whoever comes next types the number too."""
        self.begin("")
        self.staff.set_value("")
        self.secret.put_away()

    def first_focus(self) -> QWidget:
        return self.secret if self.staff.value() else self.staff

    def retranslate(self) -> None:
        self.head.setText(self.tr("登录"))
        self.staff_row.set_label(self.tr("工号"))
        self.staff_row.set_hint(self.tr("刷工卡或键入"))
        self.secret_row.set_label(self.tr("密码"))
        self.secret_row.set_hint(self.tr("可以粘贴"))
        self.window_row.set_label(self.tr("窗口"))
        self.primary.set_words(self.tr("登录"))
        self.fetch.set_words(self.tr("主管放行"))
        self.secret.retranslate()
        self._tell_window()
        self._tell_refusal()

    def _line_of(self, code: str) -> FieldRow:
        return self.staff_row if code in _AT_NUMBER else self.secret_row

    def _tell_refusal(self) -> None:
        refused = self._refused
        here = self._line_of(refused.code) if refused else None
        for line in (self.staff_row, self.secret_row, self.window_row):
            line.set_error(sentence(refused) if refused and line is here else "")

    def _forget_refusal(self) -> None:
        self._refused = None
        self._tell_refusal()
        self._turn_buttons()

    def _turn_buttons(self) -> None:
        """The button of a locked account fetches a supervisor; it stands where the other stood."""
        reveal(self.fetch, self.is_locked_out())
        reveal(self.primary, not self.is_locked_out())

    def _other_person(self) -> None:
        """What was said of one number is not said of another."""
        self._forget_refusal()
        self.banner.set_words("")

    def set_usual_window(self, window: str) -> None:
        """The window of last time stands there, unless somebody has typed another."""
        if self.window_field.value() in ("", self._usual_window):
            self.window_field.set_value(window)
        self._usual_window = window
        self._tell_window()

    def _tell_window(self) -> None:
        usual = self._usual_window
        same = bool(usual) and self.window_field.value() == usual
        self.window_row.set_hint(self.tr("与上次相同") if same else "")
