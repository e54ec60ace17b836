"""The fixed words of the layouts, in both languages.

What depends on the business comes with the content; what stands on every paper of a kind stands
here and belongs to the layout's version.
"""

from counter_app.domain.paper import PaperKind
from counter_app.i18n import Text

KINDS = {
    PaperKind.RECEIPT: Text("回执", "Receipt"),
    PaperKind.NEXT_STEPS: Text("告知单", "Notice"),
    PaperKind.ONE_TIME_NOTICE: Text("告知单", "Notice"),
    PaperKind.CONFIRMATION: Text("确认单", "Confirmation"),
    PaperKind.DAY_SHEET: Text("日终汇总", "Day sheet"),
    PaperKind.EMERGENCY_FORM: Text("应急单", "Emergency form"),
    PaperKind.FORM: Text("签字单", "Form"),
}

ASK = Text("问谁", "Ask")
BRANCH = Text("本网点", "Branch")
COMPLAINTS = Text("投诉", "Complaints")
CASE_NUMBER = Text("受理编号", "Case number")
CODE_CAPTION = Text("二维码供窗口核验，不含个人信息", "For staff; no personal data")
CODE_CAPTION_BOTH = f"供窗口核验 {CODE_CAPTION.en}"

WHY = Text("为什么", "Why")
ALSO = Text("也可以", "Or")

CONFIRMED_VALUE = Text("您确认的内容", "What you confirmed")
CONFIRMED = Text("确认", "Confirmed")
ORAL = Text("口头", "Oral")
NOT_CONFIRMED = Text("未确认", "Not confirmed")
FORMERLY = Text("原为", "was")

CUSTOMER_SIGNATURE = Text("客户签名", "Signature")
OWN_NAME = Text("签本人姓名", "Sign your own name")
YEAR_MONTH_DAY = ("年", "月", "日")

TEAR = Text("沿虚线撕开", "Tear here")
BANK_COPY = Text("银行留存联", "Bank copy")
DATE = Text("日期", "Date")
HANDLED = Text("经办", "Teller")
REVIEWED = Text("复核", "Reviewer")

LAYOUT = Text("版式", "Layout")
PRINTED = Text("打印", "printed")
CHINESE_GOVERNS = Text("中文为准", "The Chinese text prevails")

REPRINT = Text("补打 第 {count} 次", "Copy {count}")
PRACTICE = Text("培训样张，无效", "Practice, void")


def page_of(page: int, pages: int) -> Text:
    """The page's number at the foot."""
    return Text(f"第 {page} 页，共 {pages} 页", f"Page {page} of {pages}")
