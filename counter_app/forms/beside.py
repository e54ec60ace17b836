"""What a procedure offers beside its steps: weight, care, forms to sign, knowledge, values to send.

Owns the selection by condition and the filling of the words; reads no file.
"""

from dataclasses import dataclass
from typing import get_args

from counter_app.forms.checklist import source_view
from counter_app.forms.compiled import Procedure
from counter_app.forms.gates import Weight, WeightCheck, raised_because, weight_checks, weight_of
from counter_app.forms.run_views import (
    CareQuestion,
    CareView,
    KnowledgeCard,
    PlannedForm,
    SentValue,
)
from counter_app.forms.situation import Situation
from counter_app.forms.spec_parts import FormSpec, PersonValue
from counter_app.forms.templates import filled, known
from counter_app.i18n import Text

_PERSONS = {
    "holder": Text("客户", "customer"),
    "agent": Text("代理人", "agent"),
    "guardian": Text("监护人", "guardian"),
}
_VALUES = {
    "name": Text("姓名", "name"),
    "id_number": Text("证件号码", "identity number"),
    "phone": Text("手机号", "phone"),
    "birth_date": Text("出生日期", "date of birth"),
    "valid_until": Text("证件有效期", "expiry of the paper"),
}


@dataclass(frozen=True, slots=True)
class Beside:
    """One case in one situation."""

    procedure: Procedure
    situation: Situation

    @property
    def weight(self) -> Weight:
        """How heavy this case is: an express service counts as standard where it is raised."""
        return weight_of(self.procedure, self.situation)

    @property
    def raised_because(self) -> Text | None:
        """Why an express case counts as standard; None where it does not."""
        return raised_because(self.procedure, self.situation)

    @property
    def weight_checks(self) -> tuple[WeightCheck, ...]:
        """What an express service is weighed by; nothing for any other."""
        return weight_checks(self.procedure, self.situation)

    @property
    def care(self) -> CareView | None:
        """The questions against fraud; None where none are asked of this customer now."""
        care = self.procedure.spec.care
        if care is None or not self._holds(care.when):
            return None
        return CareView(
            questions=tuple(
                CareQuestion(
                    one.id,
                    self._say(one.text),
                    one.alarm,
                    source_view(self.procedure.spec, one.source),
                )
                for one in care.questions
                if self._holds(one.when)
            ),
            advice=tuple(self._say(one) for one in care.advice),
            outcomes=tuple(
                one
                for one in care.outcomes
                if one != "against_advice" or self._holds(care.against_advice_when)
            ),
            notice=care.notice,
            source=source_view(self.procedure.spec, care.source),
        )

    @property
    def forms(self) -> tuple[PlannedForm, ...]:
        """The forms this case may need, filled as far as is known."""
        return tuple(self._form(one) for one in self.procedure.spec.forms if self._holds(one.when))

    @property
    def knowledge(self) -> tuple[KnowledgeCard, ...]:
        """What customers ask about this service; cards that certainly do not fit are left out."""
        return tuple(
            KnowledgeCard(
                self._say(card.question),
                self._say(card.answer),
                source_view(self.procedure.spec, card.source),
            )
            for card in self.procedure.spec.knowledge
            if self.procedure.holds(card.when, self.situation.values) is not False
        )

    @property
    def sent_values(self) -> tuple[SentValue, ...]:
        """What the core asks for, in its order, as far as it is there in this case."""
        return tuple(
            SentValue(name, label)
            for name in self.procedure.spec.core.sends
            if (label := self._sent(name)) is not None
        )

    def _sent(self, name: str) -> Text | None:
        if name in get_args(PersonValue):
            person, _, value = name.partition(".")
            if person not in self.situation.people:
                return None
            who, what = _PERSONS[person], _VALUES[value]
            return Text(f"{who.zh}{what.zh}", f"{who.en}: {what.en}")
        field = self.situation.fields[name]
        return field.spec.label if field.shown and field.raw.strip() else None

    def _form(self, form: FormSpec) -> PlannedForm:
        words = self.situation.words
        return PlannedForm(
            id=form.id,
            title=self._say(form.title),
            rows=tuple(
                (row.label, filled(row.line, words) if known(row.line, words) else None)
                for row in form.rows
            ),
            statements=tuple(self._say(one) for one in form.statements),
            signed_by=form.signed_by,
            second=form.second,
            copies=form.copies,
            source=source_view(self.procedure.spec, form.source),
        )

    def _holds(self, condition: str) -> bool:
        return self.procedure.holds(condition, self.situation.values) is True

    def _say(self, text: Text) -> Text:
        return filled(text, self.situation.words)
