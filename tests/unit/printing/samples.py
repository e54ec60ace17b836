"""Papers with invented content: the four kinds, plain and at their limits."""

from dataclasses import replace

from counter_app.domain.paper import (
    AgendaItem,
    Block,
    Contact,
    DatedStep,
    LabelledRow,
    MissingItem,
    Paper,
    PaperKind,
    PaperMark,
    ReadBackRow,
    Remark,
    Sentence,
    Stub,
)
from counter_app.i18n import Text, same

CONTENT_HASH = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"

LATIN_42 = "ALEXANDRA MARIA KONSTANTINOPOULOU-FERNÁNDE"
MINORITY_30 = "阿卜杜热西提·买买提吐尔逊·阿不都克里木·艾合买提江·巴拉提"
RARE_NAMES = ("王𬭎", "𠮷田", "𠅤𪚥", "张龑")
NO_FONT_NAME = "王\U0002ebf0明"

DISCLAIMER = Text(
    "本单仅证明受理及告知事项，不作为记账、收付款或权益凭证，以核心系统凭证为准。",
    "This paper confirms acceptance and advice only. It is no voucher of booking, payment or title; "
    "the core system's voucher prevails.",
)


def say(zh: str, en: str, large: str | None = None) -> Sentence:
    return Sentence(Text(zh, en), Text(large, en) if large else None)


def row(zh: str, en: str, *lines: Sentence) -> LabelledRow:
    return LabelledRow(Text(zh, en), lines)


CONTACT = Contact(
    branch_phone="010-5555 0123",
    address=Text("东大街 18 号", "18 Dongda Street"),
    hours=Text("工作日 9:00–17:00", "Mon–Fri 9:00–17:00"),
    complaint_phone="010-5555 0110",
)

STEPS = Block(
    (
        DatedStep(
            Text("11月26日前", "by 26 Nov"),
            Text("2026年，周四", "Thu, 2026"),
            say(
                "我们发短信告诉您开户结果。当天 17:00 还没有收到，请打本网点电话。",
                "We send you the result by text message. Nothing by 17:00 that day? "
                "Call this branch.",
                "我们发短信告诉您结果。当天 17:00 还没收到，请打本网点电话。",
            ),
        ),
        DatedStep(
            Text("收到短信后", "After that"),
            Text("2026年12月25日前", "by Fri 25 Dec 2026"),
            say(
                "您本人带身份证到本网点领卡，在窗口自己设密码。受理编号不用记，带本单即可。",
                "Come in person with your ID card, collect the card and set your own PIN.",
                "您本人带身份证来领卡，自己设密码。",
            ),
        ),
        DatedStep(
            Text("领卡以后", "With the card"),
            same(""),
            say(
                "看《后续事项告知单》，上面有每件事的日期。",
                "See the Next-step Notice: it has the date of each thing.",
            ),
        ),
    )
)


def particulars(name: str = "张龑") -> Block:
    return Block(
        (
            row("姓名", "Name", Sentence(same(name))),
            row(
                "证件",
                "ID",
                say("居民身份证 110***********002X", "Identity card 110***********002X"),
            ),
            row(
                "手机",
                "Mobile",
                say(
                    "138****5678（短信发到这个号码）",
                    "138****5678 (messages go there)",
                    "138****5678",
                ),
            ),
            row(
                "材料",
                "Documents",
                say(
                    "身份证原件：已核对，[[已还给您]]",
                    "Identity card: checked and [[returned to you]]",
                ),
                say("账户用途说明：已收下，不退还", "Statement of purpose: kept"),
            ),
            row("费用", "Fee", say("开户、工本费免收", "None")),
            row(
                "受理",
                "Accepted",
                say(
                    "2026年11月23日 14:07，3 号窗口，柜员 80231",
                    "23 Nov 2026 14:07, counter 3, teller 80231",
                ),
            ),
        )
    )


def receipt() -> Paper:
    return Paper(
        kind=PaperKind.RECEIPT,
        number="03A-0338W-R1",
        case_number="03A-0338W",
        bank=Text("XX银行", "XX Bank"),
        outlet=Text("城东支行", "Chengdong Branch"),
        copy=Text("客户联", "Customer copy"),
        title=Text("业务受理回执", "Service Receipt"),
        verdict=say("个人开户（Ⅰ类账户）已受理", "Class Ⅰ account: accepted", "个人开户已受理"),
        explanation=(
            say(
                "资料已收齐。账户将在 3 个工作日内开立，开立前还不能使用。",
                "All documents are in. The account opens within 3 working days and cannot be "
                "used before that.",
                "资料已收齐，账户还不能使用。",
            ),
        ),
        blocks=(STEPS, particulars()),
        particulars_from=1,
        contact=CONTACT,
        code_notes=(
            say(
                "再来时报此编号或出示本单，已登记的内容不用重填。",
                "Show this number when you come back.",
                "再来时报此编号，或带本单。",
            ),
        ),
        handler=same("80231"),
        stub=Stub(
            name="张龑",
            service=Text("个人开户（Ⅰ类账户）", "Class Ⅰ account"),
            sentence=Text(
                "我已收到上联，身份证原件已退还。",
                "I have received the copy above and my identity card.",
            ),
            signer=Text("客户签名", "Signature"),
        ),
        seal_caption=Text("业务章", "Seal"),
        signature=False,
        skeleton=None,
        disclaimer=DISCLAIMER,
        rule_reference=Text("", ""),
        layout="R1",
        issued_at="2026-11-23 14:08",
    )


def agenda(
    day: Text, under: Text, zh: str, en: str, hint: Sentence | None, *, branch: bool = False
) -> AgendaItem:
    actor: tuple[Text, ...] = (Text("我们", "We"), Text("您", "You"))
    who = actor[0 if branch else 1]
    action = Sentence(Text(f"[[{who.zh}]]{zh}", f"[[{who.en}]] {en}"))
    return AgendaItem(day, under, "branch" if branch else "customer", action, hint)


AGENDA: tuple[AgendaItem, ...] = (
    agenda(
        Text("11月26日前", "by 26 Nov"),
        Text("2026年，周四", "Thu, 2026"),
        "发短信告诉您开户结果。",
        "send you the result by text message.",
        say(
            "没有收到：当天 17:00 后打本网点电话，报受理编号。",
            "Nothing received: call this branch after 17:00.",
        ),
        branch=True,
    ),
    agenda(
        Text("12月25日前", "by 25 Dec"),
        Text("2026年，周五", "Fri, 2026"),
        "带身份证来领卡，自己设密码。",
        "come with your ID card, collect the card, set the PIN.",
        say(
            "不能请别人代领。行动不便可约上门，提前 2 天打电话。",
            "Nobody else can collect it. We visit on request: call 2 days before.",
        ),
    ),
    agenda(
        Text("领卡当天", "Card day"),
        same(""),
        "登录手机银行，把转账限额改成够用就好。",
        "sign in to mobile banking and lower the transfer limit to what you need.",
        say("验证码不告诉任何人，银行人员也不会问。", "Tell nobody a code. We never ask."),
    ),
    agenda(
        Text("1月8日前", "by 8 Jan"),
        Text("2027年，周五", "Fri, 2027"),
        "把新卡号告诉单位发薪人员。",
        "give the new card number to your employer.",
        say(
            "单位每月 15 日发薪，8 日前改好当月就到新卡。",
            "Paid on the 15th: told by the 8th, it arrives on the new card.",
        ),
    ),
    agenda(
        Text("5月21日前", "by 21 May"),
        Text("2027年，周五", "Fri, 2027"),
        "至少用一次卡（存、取、转都算）。",
        "use the card at least once (deposit, withdrawal, transfer).",
        say(
            "满 6 个月没用，会暂停网上和自助业务，带身份证到任一网点即可恢复。",
            "Unused for 6 months, online services pause until you come with your ID.",
        ),
    ),
)

REMEMBER = Remark(
    Text("请记住", "Remember"),
    (
        say(
            "出租、出售、出借账户，5 年内暂停非柜面业务，也不能新开户。",
            "Renting, selling or lending an account blocks online services for 5 years.",
        ),
        say(
            "本行存款有存款保险，同一人在同一家银行本息最高偿付 50 万元。",
            "Deposits are insured up to 500,000 yuan a person and bank.",
        ),
    ),
)


def next_steps(count: int = 5) -> Paper:
    items = (AGENDA * 2)[:count]
    return replace(
        receipt(),
        kind=PaperKind.NEXT_STEPS,
        number="03A-0338W-N1",
        title=Text("后续事项告知单", "Next-step Notice"),
        verdict=say(f"个人开户：还有 {count} 件事", f"Your account: {count} things to come"),
        explanation=(
            say(
                "张龑，您好。按日期排好了：空格的由您来做，做完打勾；圆点的由我们做。",
                "In order of date: boxes are yours to do and tick, dots are ours.",
            ),
        ),
        blocks=(Block(items), Block((REMEMBER,))),
        particulars_from=2,
        code_notes=(
            say("办任何一件事，报此编号或出示本单。", "For any of these, show this number."),
            say(
                "2026年11月23日 14:08，柜员 80231 讲解",
                "Explained 23 Nov 2026 14:08, teller 80231",
            ),
        ),
        stub=None,
        layout="N1",
    )


def missing(
    number: int, title: Sentence, who: Text, why: Sentence, also: Sentence | None
) -> MissingItem:
    return MissingItem(number, title, who, why, also)


PARENT = Text("父亲或母亲带来", "brought by a parent")

MISSING = (
    missing(
        1,
        say("孩子的户口簿，原件", "The child's household register, original"),
        PARENT,
        say(
            "未满 16 岁开户，用户口簿证明身份。",
            "Under 16 the household register proves identity.",
        ),
        say("孩子的居民身份证原件。", "The child's identity card, original."),
    ),
    missing(
        2,
        say("证明父子关系的材料，原件", "Proof that you are the parent, original"),
        PARENT,
        say(
            "代办开户，必须核实监护关系。父母以外的人另带监护证明。",
            "Opening for a child, guardianship must be verified.",
        ),
        say(
            "同一本户口簿上有父亲页；出生医学证明；公证书。",
            "A register with both pages; a birth certificate; a notarial deed.",
        ),
    ),
    missing(
        3,
        say("预留手机号说明，签名", "Statement on the mobile number, signed"),
        Text("李雷本人签名", "signed by Li Lei"),
        say(
            "孩子账户留父亲的手机号，需要监护人说明。",
            "The account carries the father's number: the guardian states why.",
        ),
        say("来时在窗口填写，约 2 分钟。", "Filled in at the counter, about 2 minutes."),
    ),
)


def one_time_notice() -> Paper:
    return replace(
        receipt(),
        kind=PaperKind.ONE_TIME_NOTICE,
        number="05A-0117K-M1",
        case_number="05A-0117K",
        title=Text("一次性告知单", "One-time Notice"),
        verdict=say(
            "代孩子开户：还缺 3 样，2026年12月23日（周三）前带齐",
            "Account for a child: 3 things missing, bring them by Wed 23 Dec 2026",
        ),
        explanation=(
            say(
                "李雷（父亲）替李小禾（7 岁）办。缺的全在下面，带齐即可办理。",
                "Li Lei (father) for Li Xiaohe (7). Everything missing is listed below.",
            ),
        ),
        blocks=(
            Block(
                (
                    row(
                        "已看过",
                        "Seen",
                        say(
                            "李雷的身份证、孩子的开户用途。身份证下次[[还要带原件]]。",
                            "Li Lei's identity card, the purpose. [[Bring the card again]].",
                        ),
                    ),
                )
            ),
            Block(MISSING),
            Block(
                (
                    row(
                        "再来时",
                        "On return",
                        say(
                            "到引导台出示本单，已填的不用重填。过期要重新登记。",
                            "Show this notice at the lobby desk; nothing is filled in twice.",
                        ),
                    ),
                )
            ),
        ),
        particulars_from=3,
        code_notes=(
            say("本行任一网点报此编号即可接着办。", "Any branch of ours continues with it."),
            say("2026年11月23日 10:42，5 号窗口，80236", "23 Nov 2026 10:42, counter 5, 80236"),
        ),
        stub=Stub(
            name="李雷",
            service=Text("代李小禾开户", "Account for Li Xiaohe"),
            sentence=Text(
                "缺 3 样　我已拿到上联，柜员逐项讲过。",
                "3 missing. I have the copy above; each item was explained to me.",
            ),
            signer=Text("代办人签名", "Agent's signature"),
        ),
        skeleton="CT2/U01J9ZK3M7Q00000000000000AB/OPEN-CHILD/ABCDEF012345/SSMMMOOO/20261123/ABCDEFG",
        rule_reference=Text(
            "依据：材料清单 2026-11 第 4、7、9 条", "Rules: checklist 2026-11, items 4, 7, 9"
        ),
        layout="M1",
    )


def read_back(number: int, zh: str, en: str, *lines: Sentence, oral: bool = False) -> ReadBackRow:
    return ReadBackRow(number, Text(zh, en), lines, "oral" if oral else "screen")


READ_BACK = (
    read_back(1, "姓名", "Name", Sentence(same("张龑"))),
    read_back(2, "性别", "Sex", say("男", "Male")),
    read_back(3, "国籍", "Nationality", say("中国", "China")),
    ReadBackRow(
        4,
        Text("职业", "Occupation"),
        (say("中学教师", "Teacher"),),
        "screen",
        Text("自由职业", "Freelance"),
        Text("14:03 客户更正", "14:03, by the customer"),
    ),
    read_back(
        5,
        "住址",
        "Address",
        say("北京市东城区东大街 ** 号 *** 室", "Dongda Street **, Dongcheng, Beijing"),
    ),
    read_back(6, "手机", "Mobile", Sentence(same("138****5678"))),
    read_back(7, "证件种类", "Document", say("居民身份证", "Identity card")),
    read_back(8, "证件号码", "Number", Sentence(same("110***********002X"))),
    read_back(9, "证件有效期", "Valid until", say("至 2038年3月14日", "14 Mar 2038"), oral=True),
    read_back(
        10,
        "账户",
        "Account",
        say("Ⅰ类账户，用于日常收支、代发工资", "Class Ⅰ, for daily use and salary"),
    ),
    read_back(
        11,
        "非柜面限额",
        "Online limit",
        say("每日 ￥50,000.00", "￥50,000.00 a day"),
        say("人民币伍万元整", "fifty thousand yuan"),
    ),
    read_back(12, "费用", "Fees", say("开户、工本费、年费免收", "None")),
)


def confirmation() -> Paper:
    return replace(
        receipt(),
        kind=PaperKind.CONFIRMATION,
        number="03A-0338W-V1",
        copy=Text("银行留存联", "Bank copy"),
        title=Text("核对确认单", "Confirmation Sheet"),
        verdict=say(
            "个人开户：请逐项核对，无误再签名",
            "Your account: check each line, then sign",
        ),
        explanation=(
            say(
                "2026年11月23日 14:03 至 14:05，您在客户屏上逐项按了“无误”。"
                "证件和手机的完整号码在屏上核对，本单不印。",
                "You confirmed each line on the customer screen, 23 Nov 2026 14:03 to 14:05. "
                "Full numbers were checked there and are not printed.",
            ),
        ),
        blocks=(
            Block(READ_BACK),
            Block(
                (
                    Remark(
                        Text("我声明", "I declare"),
                        (
                            say(
                                "账户我自己用，不出租、不出售、不出借；"
                                "没有人让我开户后把卡或密码交出去；开户用途是真的。",
                                "The account is for my own use. Nobody asked me to open it and "
                                "hand over card or PIN. The stated purpose is true.",
                            ),
                        ),
                    ),
                )
            ),
        ),
        particulars_from=0,
        stub=None,
        signature=True,
        layout="V1",
        reviewer=same("80219"),
    )


def form() -> Paper:
    blank = say("_" * 24, "_" * 24)
    return replace(
        confirmation(),
        kind=PaperKind.FORM,
        number="03A-0338W-F1",
        title=Text("授权委托书", "Written Authority"),
        verdict=say("转账汇款", "Transfer"),
        explanation=(),
        blocks=(
            Block(
                (
                    row(
                        "委托人",
                        "Principal",
                        say("王敏 110***********002X", "王敏 110***********002X"),
                    ),
                    row("代理人", "Agent", blank),
                    row("有效到", "Valid until", blank),
                )
            ),
            Block(
                (
                    Remark(
                        Text("我声明", "I declare"),
                        (
                            say(
                                "我委托代理人办这一笔业务，只此一次。",
                                "I authorise the agent for this business, once only.",
                            ),
                        ),
                    ),
                )
            ),
            Block((row("柜员签名", "Teller's signature", blank),)),
        ),
        particulars_from=3,
        seal_caption=None,
        layout="F1",
        signer=Text("本人签名", "Signature"),
        reviewer=None,
    )


REPRINT = PaperMark(
    "reprint", 2, "2026-11-24 09:12", "陈亮 80236", Text("客户遗失", "lost by the customer")
)
PRACTICE = PaperMark("practice", 1, "2026-11-23 14:08", "80231", same(""))


def all_kinds() -> dict[str, Paper]:
    return {
        "receipt": receipt(),
        "next_steps": next_steps(),
        "one_time_notice": one_time_notice(),
        "confirmation": confirmation(),
        "form": form(),
        "day_sheet": day_sheet(),
        "emergency_form": emergency_form(),
    }


def hard_read_back() -> Paper:
    """A confirmation sheet with a long correction, an unconfirmed row and a long label."""
    address = say(
        "新疆维吾尔自治区乌鲁木齐市天山区解放南路 *** 号 ** 栋 ** 单元 *** 室",
        "Jiefang South Road ***, Tianshan District, Urumqi, Xinjiang Uygur Autonomous Region",
    )
    rows = (
        ReadBackRow(
            1,
            Text("常住地址和邮寄地址", "Permanent and postal address"),
            (address,),
            "not_confirmed",
            Text(
                "北京市朝阳区建国门外大街 *** 号院 ** 号楼 ** 层 *** 室，收件人本人",
                "Jianguomenwai Avenue ***, Chaoyang District, Beijing, to the customer in person",
            ),
            Text("14:03 客户更正", "14:03, by the customer"),
        ),
        read_back(2, "手机", "Mobile", Sentence(same("138****5678")), oral=True),
    )
    return replace(confirmation(), blocks=(Block(rows), *confirmation().blocks[1:]))


def with_name(paper: Paper, name: str) -> Paper:
    """`paper` with `name` in its first particulars row and on its stub."""
    blocks = tuple(
        particulars(name) if block.rows and isinstance(block.rows[0], LabelledRow) else block
        for block in paper.blocks
    )
    stub = replace(paper.stub, name=name) if paper.stub is not None else None
    return replace(paper, blocks=blocks, stub=stub)


def five_documents() -> Paper:
    """A receipt with five documents and an amount: its body passes the bottom block."""
    documents = tuple(
        say(f"第 {n} 份材料原件：已核对，[[已还给您]]", f"Document {n}: checked, returned")
        for n in range(1, 6)
    )
    amount = row(
        "金额",
        "Amount",
        say("￥16,409.02", "￥16,409.02"),
        say("人民币壹万陆仟肆佰零玖元零贰分", "sixteen thousand four hundred nine yuan 2 fen"),
    )
    more = Block((*particulars().rows, amount, row("更多材料", "Papers", *documents)))
    return replace(receipt(), blocks=(STEPS, more))


def day_sheet() -> Paper:
    """The day in figures, for the supervisor's signature."""
    return replace(
        form(),
        kind=PaperKind.DAY_SHEET,
        number="2026-11-23-D",
        case_number="2026-11-23",
        title=Text("日终业务汇总", "Day Sheet"),
        verdict=say("2026 年 11 月 23 日", "23 November 2026"),
        blocks=(
            Block(
                (
                    row("办结", "Completed", say("41", "41")),
                    row("异常", "Exceptions", say("2", "2")),
                )
            ),
        ),
        layout="D1",
    )


def emergency_form() -> Paper:
    """A blank form for a service, to be filled in by hand."""
    blank = say("_" * 24, "_" * 24)
    return replace(
        form(),
        kind=PaperKind.EMERGENCY_FORM,
        number="E-XJCK-1124-01",
        case_number="E-1124",
        title=Text("应急单", "Emergency Form"),
        verdict=say("现金存款", "Cash deposit"),
        blocks=(Block((row("户名", "Account holder", blank), row("金额", "Amount", blank))),),
        layout="E1",
    )
