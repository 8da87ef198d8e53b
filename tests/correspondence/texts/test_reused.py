"""套用旧函: what was written by hand goes into a new letter, and what still speaks of the old one holds it back."""

import pytest

from correspondence.actions import drafting, lifecycle, words
from correspondence.models import Letter
from correspondence.texts.proposing import propose_brief
from correspondence.texts.reused import open_leftovers, reuse
from crm.actions.errors import WrongState
from tests.correspondence.worlds import ON, World

pytestmark = pytest.mark.usefixtures("demo")
FACTS = {"zh-hans": "哈马尔市3月来访，达尔市长一行12人。", "nb": "Hamar kom i mars; ordfører Dahl og 12 andre."}


@pytest.fixture
def world():
    return World("nb", "NO")


def mayor_of(world, name, chinese, family, given, in_chinese):
    city = world.city(name, chinese, "municipality", government=(f"{name} kommune", f"{chinese}政府"))
    return world.holder(city, "mayor", family=family, given=given, chinese=in_chinese)


@pytest.fixture
def earlier(world, clerk):
    mayor = mayor_of(world, "Hamar", "哈马尔市", "Dahl", "Kari", ("达尔", "卡里"))
    return drafting.draft_letter(by=clerk, brief=propose_brief(kind="letter", on=ON, post=mayor, facts=FACTS))


@pytest.fixture
def letter(world, earlier, clerk):
    mayor = mayor_of(world, "Bodø", "博多市", "Berg", "Ola", ("贝格", "奥拉"))
    brief = propose_brief(kind="letter", on=ON, post=mayor)
    return drafting.draft_letter(by=clerk, brief=brief, reused=reuse(earlier))


def left(letter) -> dict[str, set[str]]:
    found = {}
    for text, _paragraph, said in open_leftovers(Letter.objects.get(pk=letter.pk)):
        found.setdefault(text.language, set()).add(said)
    return found


def test_both_languages_go_into_the_new_letter(letter, earlier):
    assert letter.written_from == earlier
    assert {text.language: text.paragraphs.get(key="facts").body for text in letter.texts.all()} == FACTS


def test_names_and_numbers_of_the_old_letter_are_marked(letter):
    assert left(letter)["zh-hans"] >= {"哈马尔市", "达尔", "3", "12"}
    assert left(letter)["nb"] >= {"Hamar", "Dahl", "12"}


def test_it_is_not_submitted_until_each_is_changed_or_cleared(letter, clerk):
    with pytest.raises(WrongState, match="Hamar"):
        lifecycle.submit_letter(by=clerk, letter=letter)
    for text in letter.texts.all():
        paragraph = text.paragraphs.get(key="facts")
        body = paragraph.body.replace("Hamar", "Bodø").replace("哈马尔市", "博多市")
        body = body.replace("Dahl", "Berg").replace("达尔", "贝格")
        words.edit_words(by=clerk, letter=letter, parts={}, paragraphs={paragraph.pk: body})
    for paragraph in Letter.objects.get(pk=letter.pk).pending_paragraphs():
        words.clear_paragraph(by=clerk, paragraph=paragraph)
    for _text, paragraph, said in open_leftovers(Letter.objects.get(pk=letter.pk)):
        assert said in ("3", "12")
        paragraph.refresh_from_db()
        words.clear_leftover(by=clerk, paragraph=paragraph, words=said)
    assert lifecycle.submit_letter(by=clerk, letter=letter).state == "submitted"


def test_a_paragraph_changed_by_hand_is_taken_and_one_as_composed_is_not(world, earlier, clerk):
    mayor = earlier.post
    gift = world.gift(mayor.organization.city, mask=3)
    thanks = drafting.draft_letter(by=clerk, brief=propose_brief(kind="thanks", on=ON, post=mayor, received=[gift]))
    wish = thanks.foreign_text.paragraphs.get(key="wish")
    words.edit_words(by=clerk, letter=thanks, parts={}, paragraphs={wish.pk: "Alt godt til dere."})
    taken = reuse(Letter.objects.get(pk=thanks.pk)).paragraphs
    assert [p.key for p in taken["nb"]] == ["wish"]
    assert taken["zh-hans"] == []
