"""The demo's branch: invented bank, staff and customers, and a morning's work already done.

Owns invented data only. Every fact is written through the use cases, as a teller would.
"""

from dataclasses import dataclass

from counter_app.domain.roles import Role
from counter_app.i18n import Text
from counter_app.journal.facts.ground import BranchFounded
from counter_app.services.founding import BranchTold

PASSWORD = "demo"

BRANCH = BranchTold(
    bank=Text("安澜银行", "Anlan Bank"),
    outlet=Text("城东支行", "Chengdong Branch"),
    address=Text("东大街 18 号", "18 Dongdajie"),
    hours=Text("工作日 9:00–17:00", "working days 9:00–17:00"),
    phone="010-5555 0123",
    complaint_phone="010-5555 0110",
    purpose="demo",
)


@dataclass(frozen=True, slots=True)
class DemoStaff:
    """One of the demo's people."""

    number: str
    name: str
    post: Text
    roles: tuple[Role, ...]


ADMINISTRATOR = DemoStaff("80001", "许建国", Text("管理员", "administrator"), ())

STAFF: tuple[DemoStaff, ...] = (
    DemoStaff("80231", "王敏", Text("柜员", "teller"), (Role.TELLER,)),
    DemoStaff("80232", "陈亮", Text("柜员", "teller"), (Role.TELLER,)),
    DemoStaff("80210", "赵倩", Text("大堂经理", "lobby manager"), (Role.LOBBY_MANAGER,)),
    DemoStaff("80201", "周岚", Text("运营主管", "supervisor"), (Role.SUPERVISOR,)),
    DemoStaff("80220", "孙磊", Text("消保专员", "complaint officer"), (Role.COMPLAINT_OFFICER,)),
    DemoStaff("80240", "吴芳", Text("培训师", "trainer"), (Role.TRAINER,)),
    DemoStaff("80002", "郑毅", Text("审计员", "auditor"), (Role.AUDITOR,)),
)


def demo_words(founded: BranchFounded | None) -> str:
    """Who may sign on in the demo, and with what; nothing for any other branch."""
    if founded is None or founded.purpose != "demo":
        return ""
    people = [*STAFF, ADMINISTRATOR]
    named = "  ".join(f"{one.number} {one.post.zh} {one.post.en}" for one in people)
    return f"{named}  ·  密码 password: {PASSWORD}"


@dataclass(frozen=True, slots=True)
class DemoCustomer:
    """An invented customer. Numbers have true check signs and belong to nobody."""

    name: str
    number: str
    valid_until: str
    phone: str
    paper: str = "resident_id"


CUSTOMERS: tuple[DemoCustomer, ...] = (
    DemoCustomer("李桂兰", "11010519491231002X", "", "13800005678"),
    DemoCustomer("张伟", "110105198001010016", "2035-06-30", "13900001234"),
    DemoCustomer("王𬭎", "110105199003070017", "2031-09-30", "13700002468"),
    DemoCustomer("单小明", "110105198507150016", "2029-03-14", "13600001357"),
    DemoCustomer("阿卜杜热合曼·吾买尔", "650102197811110010", "2038-01-05", "13500009753"),
)
FIRM = DemoCustomer("榕城建材有限公司", "91350100M000100Y43", "", "", "business_licence")
"""Known to the branch; whoever comes for it brings its licence."""
