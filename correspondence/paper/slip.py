"""The approval slip 发文稿纸: what it says, from the letter; printed at any time, the Chinese text attached."""

from django.utils import timezone
from django.utils.translation import override

from correspondence.models import Approval, Commitment, Decision, Letter
from correspondence.paper.fonts import office_faces, office_families
from correspondence.paper.html import font_stack, render_slip
from correspondence.paper.press import print_html
from correspondence.paper.stored import stored_words
from crm.languages import CHINESE


def slip_of(letter: Letter) -> dict:
    """The slip's rows by their Chinese names (the slip is a Chinese paper whatever the interface language)."""
    with override(CHINESE):
        approvals = [a for a in letter.approvals.all() if a.decision == Decision.APPROVED]
        words = stored_words(letter)
        return {
            "identity": str(letter.identity),
            "number": letter.number,
            "title": str(letter),
            "main": main_recipient(letter),
            "copies": "、".join(str(copy) for copy in letter.copies.all()),
            "urgency": letter.get_urgency_display(),
            "openness": letter.get_openness_display(),
            "printed": letter.copies_printed,
            "drafter": f"{letter.drafter or ''}　{chinese_day(timezone.localtime(letter.created_at))}".strip(),
            "checked": letter.checked_by,
            "countersigned": letter.countersigned_by,
            "occasion": str(letter.occasion or ""),
            "signed": [signed_line(letter, approval) for approval in approvals[-1:]],
            "language": letter.get_language_display(),
            "chinese": words[0],
            "words_mark": letter.words_mark,
            "read_by": letter.read_by or letter.unread_reason,
            "dated": dated(letter),
            "commitments": "；".join(commitments(letter)),
            "clearance": clearance(letter),
        }


def signed_line(letter: Letter, approval: Approval) -> str:
    """Who approved it and when; of an issued letter, that the slip's scan is not kept and who recorded the approval."""
    line = f"{approval.approver}　{chinese_day(approval.day)}"
    missing = letter.issued_at and approval.lacks_scan
    return f"{line}（由{approval.recorded_by}登记，无扫描件）" if missing else line


def commitments(letter: Letter) -> list[str]:
    """本函承诺: what the drafter ticked that the letter commits us to, and what it asks for."""
    known = {one.value: str(one.label) for one in Commitment}
    needs = "、".join(str(item) for item in letter.needs.all())
    asked = [f"{Commitment.ASKS_FOR_GOODS.label}：{needs}"] if needs else []
    return [*(known[code] for code in letter.commitments if code in known), *asked]


def clearance(letter: Letter) -> str:
    """The superior's answer that stands behind a letter: number and day."""
    return f"{letter.clearance_number}　{letter.clearance_day or ''}".strip()


def main_recipient(letter: Letter) -> str:
    """主送 in full, so that homonyms are told apart: country, organization, post and name."""
    organization = letter.post.organization if letter.post else letter.organization
    country = letter.country or (organization and organization.country)
    post = letter.post.display_title if letter.post else ""
    words = (country, organization, post, letter.person)
    return " ".join(str(word) for word in words if word)


def dated(letter: Letter) -> str:
    """成文日期; a day before that of the issue (while there is none, of the draft) is said to be one."""
    day = chinese_day(letter.day.first)
    if not letter.is_backdated:
        return day
    done = "编号定稿" if letter.issued_at else "拟稿"
    return f"{day}（早于实际{done}日期{chinese_day(letter.done_on)}）"


def chinese_day(day) -> str:
    """2020年4月20日."""
    return f"{day.year}年{day.month}月{day.day}日"


def print_slip(letter: Letter, specimen: bool) -> bytes:
    """The slip as PDF; raises PageRefused."""
    rows = {**slip_of(letter), "specimen": specimen}
    html = render_slip(rows, title=f"发文稿纸 {rows['title']}", faces=office_faces())
    return print_html(html, frozenset({*font_stack(CHINESE), *office_families()}))
