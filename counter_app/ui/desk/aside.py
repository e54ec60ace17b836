"""The right pane of the desk: who the customer is, what to mind, what was done lately, what to say.

Owns its widgets and keeps them in step with the case. Numbers are masked; the full one is shown only
while the key is held, by whoever gives `reveal`.
"""

from collections.abc import Sequence

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from counter_app.domain.identity import IdentityKind
from counter_app.domain.masks import mask_number, mask_phone
from counter_app.forms.run_state import StepId
from counter_app.forms.run_views import ScriptLine
from counter_app.journal.facts.case import PartyTaken
from counter_app.services.read_models import CaseLine
from counter_app.ui.desk.case_at_desk import CaseAtDesk
from counter_app.ui.desk.means import Means
from counter_app.ui.desk.sitting import Sitting
from counter_app.ui.desk.timing import minute_words
from counter_app.ui.desk.weight_section import WeightSection
from counter_app.ui.keys import Key
from counter_app.ui.shell.context_pane import FLOWS
from counter_app.ui.widgets.base import clear
from counter_app.ui.widgets.checklist_row import Fact
from counter_app.ui.widgets.label import Label
from counter_app.ui.widgets.panes import FactList, Hint, PaneHead, Script, SectionFrame
from counter_app.ui.words.marks import quoted
from counter_app.ui.words.sentences import part_words


class CaseAside(QObject):
    """The sections that the pages of one desk show beside themselves."""

    def __init__(self, means: Means, sitting: Sitting, case: CaseAtDesk) -> None:
        super().__init__()
        self.means, self._sitting, self._case = means, sitting, case
        theme = means.theme
        self.script_on = True
        self._head = PaneHead(theme, "user", "", Key.REVEAL)
        self._who = SectionFrame(theme)
        self._name = Label(theme, "", "title", wrap=True)
        self._facts = FactList(theme)
        self._who.body.addWidget(self._name)
        self._who.body.addWidget(self._facts)
        self._minding = SectionFrame(theme)
        self._lately = SectionFrame(theme)
        self._lines = FactList(theme)
        self._lately.body.addWidget(self._lines)
        self._script = SectionFrame(theme, "", Key.SCRIPT)
        self._say = Script(theme)
        self._script.body.addWidget(self._say)
        self._weight = WeightSection(means)
        for section in (self._who, self._weight, self._minding, self._lately):
            section.setProperty(FLOWS, True)
        self._minded: list[str] = []
        self._history: tuple[CaseLine, ...] = ()
        self._shown_number = ""

    def sections(self, step: StepId) -> Sequence[QWidget]:
        """The sections for a step, the script last; none where there is nothing to say."""
        self._head.set_title(self.tr("客户"))
        self._head.set_note("", self.tr("按住显示"))
        self._show_who()
        said = self._said(step)
        minding = self._show_minding([one for one in said if one.kind == "watch"])
        scripted = self._show_script([one for one in said if one.kind != "watch"])
        shown: list[QWidget] = [self._head, self._who]
        if self._show_weight():
            shown.append(self._weight)
        if minding:
            shown.append(self._minding)
        if self._history:
            self._show_lately()
            shown.append(self._lately)
        if scripted:
            shown.append(self._script)
        return shown

    def widgets(self) -> Sequence[QWidget]:
        """Everything that may stand in the right pane."""
        return [
            self._head,
            self._who,
            self._weight,
            self._minding,
            self._lately,
            self._script,
        ]

    def set_history(self, lines: Sequence[CaseLine]) -> None:
        """The customer's latest cases."""
        self._history = tuple(lines)

    def reveal(self, number: str) -> None:
        """Show a full number in place of the mask; empty hides it again."""
        self._shown_number = number
        self._show_who()

    def visitor(self) -> PartyTaken | None:
        """The person whose number is shown: who acts, else the holder."""
        parties = self._parties()
        for part in ("guardian", "agent", "self"):
            for party in parties:
                if party.part == part:
                    return party
        return parties[0] if parties else None

    def _parties(self) -> tuple[PartyTaken, ...]:
        if self._case.is_open:
            opened, _run, _runner = self._case.at_hand()
            return opened.case.parties
        return self._sitting.parties or tuple(
            PartyTaken(person=one.ref, part=one.part, name=one.name or None)
            for one in self._sitting.people.persons
        )

    def _show_who(self) -> None:
        parties, visit = self._parties(), self._sitting.visit
        holder = next((one for one in parties if one.part in ("self", "ward")), None)
        self._name.setText((holder and holder.name) or self.tr("未登记姓名"))
        # Under the name stands what is its own; then each other with a name of its own.
        whose = sorted(parties, key=lambda one: one is not holder)
        facts = [fact for party in whose for fact in self._party_facts(party, holder)]
        if visit is not None and visit.first_at:
            facts.append(Fact(self.tr("到达"), minute_words(visit.first_at)))
        self._facts.set_facts(facts)

    def _party_facts(self, party: PartyTaken, holder: PartyTaken | None) -> list[Fact]:
        facts = []
        if party is not holder:
            facts.append(Fact(part_words(party.part), party.name or self.tr("未登记姓名")))
        if party.number:
            kind = IdentityKind(party.paper).label if party.paper in set(IdentityKind) else None
            label = self.means.say(kind) if kind and len(kind.zh) <= 5 else self.tr("证件")
            shown = self._shown_number if party is self.visitor() else ""
            facts.append(Fact(label, shown or mask_number(party.number)))
        if party.no_expiry or party.valid_until:
            until = self.tr("长期") if party.no_expiry else (party.valid_until or "")
            facts.append(Fact(self.tr("有效期"), until))
        if party.phone:
            facts.append(Fact(self.tr("手机"), mask_phone(party.phone)))
        return facts

    def _said(self, step: StepId) -> Sequence[ScriptLine]:
        if not self._case.is_open:
            return ()
        _opened, run, runner = self._case.at_hand()
        return runner.script(run, step)

    def _show_weight(self) -> bool:
        if not self._case.is_open or self._case.read_only:
            return False
        _opened, run, runner = self._case.at_hand()
        return self._weight.show_checks(runner.beside(run).weight_checks)

    def _show_minding(self, watched: Sequence[ScriptLine]) -> bool:
        words = [self.means.say(one.text) for one in watched]
        self._minding.set_title(self.tr("提示 {count}").format(count=len(words)))
        if words != self._minded:
            self._minded = words
            clear(self._minding.body)
            for one in words:
                self._minding.body.addWidget(Hint(self.means.theme, "triangle-alert", one))
        return bool(words)

    def _show_lately(self) -> None:
        self._lately.set_title(self.tr("近期办理"))
        self._lines.set_facts(
            [Fact(one.business_date[5:], one.service) for one in self._history[:4]]
        )

    def _show_script(self, lines: Sequence[ScriptLine]) -> bool:
        said = [self.means.say(one.text) for one in lines]
        if not self._case.is_open:
            said = [self.tr("您好，请问要办什么业务？")]
        self._script.set_title(self.tr("话术"))
        self._say.set_words("\n".join(quoted(one) for one in said))
        self._say.setVisible(self.script_on)
        return bool(said)
