"""The list of a hand-over 移交清单: what was handed over, with room for the three who sign it."""

from correspondence.paper.fonts import office_faces, office_families
from correspondence.paper.html import font_stack, render_paper
from correspondence.paper.press import LISTS, print_html
from correspondence.paper.slip import chinese_day
from crm.languages import CHINESE
from crm.models import HandOver, Office

TITLES = {
    "correspondence.Letter.drafter": "在办函件",
    "correspondence.Letter.assigned_to": "承办的来函",
    "crm.City.liaison": "负责联络的城市",
    "crm.Organization.liaison": "负责联络的机构",
    "crm.Person.liaison": "负责联络的联系人",
}
NUMERALS = "一二三四五六七八九"
ROLES = ("移交人", "接交人", "监交人")


def list_of(hand_over: HandOver) -> dict:
    """What the list says, in Chinese whatever the interface language: its parts in the order of TITLES."""
    lines = list(hand_over.items.all())
    kinds = [relation for relation in TITLES if any(line.relation == relation for line in lines)]
    return {
        "giver": str(hand_over.giver),
        "taker": str(hand_over.taker),
        "recorded_by": str(hand_over.recorded_by),
        "day": chinese_day(hand_over.day),
        "parts": [
            {"title": f"{numeral}、{TITLES[relation]}", "lines": [line for line in lines if line.relation == relation]}
            for numeral, relation in zip(NUMERALS, kinds, strict=False)
        ],
        "count": len(lines),
        "note": hand_over.note,
        "roles": ROLES,
    }


def print_list(hand_over: HandOver, office: Office | None) -> bytes:
    """The list as PDF; raises PageRefused."""
    rows = {**list_of(hand_over), "office": office or "", "specimen": bool(office and office.is_demo)}
    title = f"移交清单 {rows['giver']} {rows['day']}"
    html = render_paper("hand_over", {"list": rows, "title": title}, faces=office_faces())
    return print_html(html, frozenset({*font_stack(CHINESE), *office_families()}), LISTS)
