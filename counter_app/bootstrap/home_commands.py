"""Commands on a home and on a bank's files that need no window."""

import getpass
import sys
from datetime import date
from pathlib import Path

from counter_app.bootstrap.adapters import entropy
from counter_app.bootstrap.fallback import write_pack
from counter_app.bootstrap.ground import Ground, open_home
from counter_app.bootstrap.mending import DAMAGE, keep_report, mend, take_damaged
from counter_app.bootstrap.mending_words import mended_told, now_words
from counter_app.bootstrap.saying import DONE, WRONG, cannot, in_both, refused
from counter_app.bootstrap.settings import home_of
from counter_app.bootstrap.shipped import check_bank_files, load_bank_files
from counter_app.config import FONTS, Home
from counter_app.db.store_files import StoreFiles
from counter_app.db.verify import verify
from counter_app.domain.refusal import Refusal
from counter_app.forms.loading import report_lines
from counter_app.i18n import Language
from counter_app.printing.fonts import PaperFonts
from counter_app.printing.render import PaperRenderer
from counter_app.services import fallback_giving, publishing, signing_on
from counter_app.services.counter import Acting
from counter_app.services.fallback_giving import FormsWanted
from counter_app.services.ports import StoreTrouble
from counter_app.ui.damaged.sentences import report_text
from counter_app.vault.keys import KeyRing, StoreKey
from counter_app.vault.machine_seal import machine_seal
from counter_app.vault.recovery import RecoveryMistyped


def check_procedures(folder: Path, language: Language) -> int:
    """Checks a bank's own files against the shipped figures; 1 when something is to be mended."""
    if not folder.is_dir():
        return cannot(f"{folder}: 没有这个文件夹。No such folder.")
    report = check_bank_files(folder)
    for line in report_lines(report, language):
        print(line)
    return DONE if report.clean else WRONG


def verify_home(folder: Path | None) -> int:
    """Chain, content, and read rows equal to the fold; 1 and the place where something breaks."""
    home = home_of(folder)
    key = KeyRing(entropy, machine_seal()).open(home.folder)
    if not isinstance(key, StoreKey):
        return refused(Refusal(key.code, {"file": key.file}))
    try:
        report = verify(StoreFiles.in_home(home.folder), key.value)
    except StoreTrouble as trouble:
        return refused(Refusal(trouble.code))
    for fault in report.faults:
        print(f"{fault.code}  {fault.place}  {fault.detail}".rstrip())
    print(
        f"{report.journals} 本日志 journals, {report.entries} 条 entries, "
        f"{report.subjects} 个对象 subjects, {len(report.faults)} 处问题 faults"
    )
    return WRONG if report.faults else DONE


def recover_home(folder: Path | None) -> int:
    """Binds a home to this PC by its recovery sheet."""
    home = home_of(folder)
    print("请按恢复单输入各组字符，一行输完。Type the groups of the recovery sheet in one line.")
    found = KeyRing(entropy, machine_seal()).recover(home.folder, sys.stdin.readline())
    if isinstance(found, RecoveryMistyped):
        groups = "、".join(str(one) for one in found.groups)
        return cannot(f"第 {groups} 组有误，请对照恢复单重输。Group {groups} is mistyped.")
    if not isinstance(found, StoreKey):
        return refused(Refusal(found.code, {"file": found.file}))
    print("已恢复，本机可以打开。Recovered: this PC can open the home.")
    return DONE


def salvage_home(folder: Path | None) -> int:
    """Sets a damaged store aside and goes on from copy and sound tail, as the window does."""
    home = home_of(folder)
    opened = open_home(home)
    if isinstance(opened, Ground):
        opened.store.close()
        opened.release()
        print("数据文件没有损坏。The data file is not damaged.")
        return DONE
    if opened.code not in DAMAGE:
        return refused(opened)
    try:
        return _salvaged(home)
    except StoreTrouble as trouble:
        return refused(Refusal(trouble.code))


def _salvaged(home: Home) -> int:
    damaged = take_damaged(home)
    if isinstance(damaged, Refusal):
        return refused(damaged)
    try:
        mended = mend(damaged)
    finally:
        damaged.hold.release()
    if isinstance(mended, Refusal):
        return refused(mended)
    told = mended_told(mended)
    text = "\n".join(in_both(lambda _language: report_text(told, now_words(mended.at))))
    path = keep_report(mended, text)
    print(text)
    print(path)
    return DONE


def fallback_pack(folder: Path | None, out: Path, staff: str) -> int:
    """Writes the pack of emergency forms as one PDF into `out`, given out by `staff`."""
    ground = open_home(home_of(folder))
    if isinstance(ground, Refusal):
        return refused(ground)
    try:
        acting = signed_here(ground, staff)
        if isinstance(acting, Refusal):
            return refused(acting)
        pack = fallback_giving.give_out(ground.counter, acting, FormsWanted())
        if isinstance(pack, Refusal):
            return refused(pack)
        file = write_pack(pack, PaperRenderer(PaperFonts(FONTS)), out)
    except OSError:
        return refused(Refusal("disk"))
    finally:
        ground.store.close()
        ground.release()
    print(file)
    return DONE


def publish_procedures(folder: Path | None, files: Path, staff: str, from_date: date) -> int:
    """Proposes a bank's files and puts them in force, signed by an administrator."""
    checked = check_procedures(files, "zh")
    if checked != DONE:
        return checked
    ground = open_home(home_of(folder))
    if isinstance(ground, Refusal):
        return refused(ground)
    try:
        return _publish(ground, files, staff, from_date)
    finally:
        ground.store.close()
        ground.release()


def _publish(ground: Ground, files: Path, staff: str, from_date: date) -> int:
    acting = signed_here(ground, staff)
    if isinstance(acting, Refusal):
        return refused(acting)
    versions = publishing.parts_of(load_bank_files(files))
    proposed = publishing.propose(ground.counter, acting, versions)
    if isinstance(proposed, Refusal):
        return refused(proposed)
    changes = publishing.publish(ground.counter, acting, versions, from_date)
    if isinstance(changes, Refusal):
        return refused(changes)
    for change in changes:
        print(f"{change.name}  {change.edition}  {change.hash[:12]}  {change.outcome}")
    return DONE


def signed_here(ground: Ground, staff: str) -> Acting | Refusal:
    """The person of an account, by password at this console."""
    asked = signing_on.account_for(ground.counter, ground.verifiers, staff)
    if isinstance(asked, Refusal):
        return asked
    password = getpass.getpass("密码 Password: ")
    matched = ground.passwords.judge(asked.verifier, password).is_match
    return signing_on.approving_here(ground.counter, staff, ground.settings.window, matched)
