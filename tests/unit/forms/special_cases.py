"""Plain cases of the special services, and how the tests read them. Owns no assertion of a rule."""

from counter_app.forms.run_state import Party, RunState, StepId
from tests.unit.forms.cases import adult, agent, child, parent, runner_for, state_of

PHONE = "13812345678"
PLAIN = {
    "JSH": {
        "direction": "buy",
        "usd_equivalent": "3000",
        "amount": "3000",
        "cny_amount": "21500",
        "account_last4": "4417",
    },
    "JWHK": {
        "purpose": "study",
        "payee_kind": "institution",
        "day_usd": "50000",
        "amount": "50000",
        "payee_name": "UNIVERSITY OF LEEDS",
        "payee_last4": "9012",
        "swift": "BARCGB22",
        "country": "英国",
        "account_last4": "4417",
    },
    "CXGZ": {
        "series": "2026年第9期",
        "amount": "10000",
        "rate": "2.00%",
        "due_on": "2029-11-10",
        "account_last4": "4417",
    },
    "LCGM": {"holder_phone": PHONE},
    "SMFW": {
        "matter": "password",
        "address": "城东区平安路1号2室",
        "visit_on": "2026-11-25",
        "holder_phone": PHONE,
        "first_staff": "王建国",
        "second_staff": "赵敏",
    },
    "YGCKJHTQ": {
        "relation": "child",
        "deceased_name": "李大山",
        "deceased_number": "110105194001010018",
        "died_on": "2026-10-01",
        "total_found": "within",
        "deposits": "50000",
        "payee_last4": "4417",
    },
    "JCGZ": {
        "route": "court",
        "deceased_name": "李大山",
        "deceased_number": "110105194001010018",
        "paper_number": "（2026）京0105民初1号",
        "issuer": "城东区人民法院",
        "verified": "done",
        "amount": "80000",
        "holder_phone": PHONE,
    },
    "SFYJ": {
        "matter": "inquiry",
        "authority_name": "城东区人民法院",
        "officers": "2",
        "letter_number": "协查字第12号",
        "received_by": "周明",
    },
}
CODES = tuple(PLAIN)
AGENT = (adult(present=False), agent())
GUARDIAN = (parent(), child())


def plain(code: str, *parties: Party, **changed: str) -> RunState:
    """The plain case of a service, with these persons (default: an adult alone) and answers."""
    return state_of(*(parties or (adult(),)), **{**PLAIN[code], **changed})


def said(code: str, state: RunState) -> str:
    """Everything said to the customer and printed for him, in both languages."""
    runner = runner_for(code)
    texts = [
        one.text for step in StepId for one in runner.script(state, step) if one.kind != "watch"
    ]
    closing = runner.closing(state)
    texts += [one.text for one in closing.remember]
    texts += [text for one in closing.papers for text in (one.verdict, *one.explanation)]
    texts += [one.action for one in runner.next_steps(state)]
    return " ".join(f"{one.zh} {one.en}" for one in texts).lower()
