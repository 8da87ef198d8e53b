"""Where a letter is begun, and how a page says what is owed for help."""

from types import SimpleNamespace

import pytest
from django.utils import translation

from correspondence.templatetags.letters import what_is_owed, write_to


@pytest.mark.parametrize(
    ("query", "facts", "address"),
    [
        ("city=ritto-jp", {"gift": 3, "occasion": None, "kind": "thanks"}, "city=ritto-jp&gift=3&kind=thanks"),
        ("", {"organization": "", "person": 12, "letter": 5}, "person=12&letter=5"),
    ],
)
def test_a_letter_is_begun_with_what_is_known(query, facts, address):
    assert write_to(query, **facts) == f"/letters/write/?{address}"


def owed(**facts) -> str:
    names = ("owes_thanks", "owes_answer", "no_thanks_due", "no_answer_due")
    return what_is_owed(SimpleNamespace(**{**dict.fromkeys(names, False), "waiting": "", **facts}))


def test_what_is_owed_for_help_is_marked():
    assert owed() == "thanked, answered"
    waiting = '<span class="owed">we owe an answer, {}</span>'
    assert owed(owes_answer=True, waiting="1 day") == f"thanked, {waiting.format('1 day')}"
    assert owed(owes_answer=True, waiting="30 days") == f"thanked, {waiting.format('30 days')}"
    assert owed(owes_thanks=True) == '<span class="owed">not thanked yet</span>, answered'


def test_chinese_has_no_blank_beside_its_comma():
    with translation.override("zh-hans"):
        assert owed() == "已致谢、已回应"
