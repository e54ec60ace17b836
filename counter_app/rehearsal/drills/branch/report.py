"""What drills came to, as JSON and as the table of docs/drills.md. Measures nothing."""

from collections.abc import Sequence
from dataclasses import asdict

from counter_app.rehearsal.drills.branch.stage import DrillResult

TITLE = "# 演练　Drills"
CHINESE = (
    "每一种故障都真的演练：真的 PostgreSQL、真的终端库、真的线程。",
    "存储一旦答应，就记在库外的清单上，最后逐条清点。",
    "**丢**：答应过、最后却不在每台终端和网点库里；**重**：一次提交有了两条；"
    "**列名**：唯一的一份被故障毁掉的，逐条列出。",
)
ENGLISH = (
    "Every fault is drilled for real: a real PostgreSQL, real stores, real threads. What a store",
    "acknowledged stands on a list outside it, and at the end everything is counted. *Lost*:",
    "acknowledged, and not at every terminal and at the branch. *Doubled*: one offer, two entries.",
    "*Named*: the only copy was destroyed by the fault, and each is listed.",
)
HOW = "`make.py drill branch --table docs/drills.md` 写成本表 writes this table."
COLUMNS = (
    *("演练 drill", "seed", "提交 offered", "在库 stored", "丢 lost", "重 doubled", "列名 named"),
    *("相符 agrees", "看到 seen"),
)


def told(results: Sequence[DrillResult]) -> list[dict[str, object]]:
    """The results as JSON has them: what is lost, doubled and named, one by one."""
    return [asdict(one) | {"clean": one.clean} for one in results]


def table(results: Sequence[DrillResult]) -> str:
    """The whole of docs/drills.md."""
    parts = (TITLE, "\n".join(CHINESE), "\n".join(ENGLISH), HOW)
    rows = (_cells(COLUMNS), _cells(["---"] * len(COLUMNS)), *(_row(one) for one in results))
    return "\n\n".join(parts) + "\n\n" + "\n".join(rows) + "\n"


def _cells(words: Sequence[str]) -> str:
    return f"| {' | '.join(words)} |"


def _row(one: DrillResult) -> str:
    counts = (one.seed, one.offered, one.stored, len(one.lost), len(one.doubled), len(one.named))
    agrees = "✓" if one.clean else "✗ " + "; ".join(one.differences)
    return _cells([one.name, *map(str, counts), agrees, "; ".join(one.notes)])
