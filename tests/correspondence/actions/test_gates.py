"""What keeps a letter from going on: words still owed, a clearance, a text that nobody has read."""

from datetime import date

import pytest

from correspondence.actions import drafting, lifecycle, outgoing, words
from correspondence.actions.gates import locked_languages, needs_clearance
from correspondence.models import Letter, LetterTemplateText
from correspondence.texts.proposing import propose_brief
from crm.actions.errors import WrongState
from crm.dates import PartialDate
from crm.models import Country, IssuingIdentity
from tests.correspondence.worlds import ON, World

pytestmark = pytest.mark.usefixtures("demo")


@pytest.fixture
def mayor():
    world = World("nb", "NO")
    city = world.city("Hamar", "哈马尔市", "municipality", government=("Hamar kommune", "哈马尔市政府"))
    return world.holder(city, "mayor", family="Dahl", given="Kari", chinese=("达尔", "卡里"))


def drafted(mayor, clerk, identity="government", facts=None, **said) -> Letter:
    identity = IssuingIdentity.objects.get(code=identity)
    facts = {"zh-hans": "略。", "nb": "Kort."} if facts is None else facts
    brief = propose_brief(kind="letter", on=ON, post=mayor, identity=identity, facts=facts, **said)
    return drafting.draft_letter(by=clerk, brief=brief)


def test_a_paragraph_to_fill_is_filled_in_before(mayor, clerk):
    letter = drafted(mayor, clerk, facts={})
    with pytest.raises(WrongState, match="still to be filled in"):
        lifecycle.submit_letter(by=clerk, letter=letter)
    for text in letter.texts.all():
        paragraph = text.paragraphs.get(key="facts")
        words.edit_words(by=clerk, letter=letter, parts={}, paragraphs={paragraph.pk: "Kort."})
    for paragraph in Letter.objects.get(pk=letter.pk).pending_paragraphs():
        words.clear_paragraph(by=clerk, paragraph=paragraph)
    assert lifecycle.submit_letter(by=clerk, letter=letter).state == "submitted"


def test_an_emptied_paragraph_to_fill_stays_to_be_filled(mayor, clerk):
    letter = drafted(mayor, clerk, facts={})
    paragraph = letter.foreign_text.paragraphs.get(key="facts")
    words.edit_words(by=clerk, letter=letter, parts={}, paragraphs={paragraph.pk: " "})
    assert Letter.objects.get(pk=letter.pk).foreign_text.paragraphs.get(key="facts").to_fill


@pytest.fixture
def norway():
    """Norway, marked as needing clearance since 2019."""
    country = Country.objects.get(pk="NO")
    country.clearance_from, country.clearance_reason = PartialDate(date(2019, 1, 1)), "试验"
    country.save()
    return country


def test_the_city_government_needs_the_answer_and_others_do_not(mayor, clerk, norway):
    letter = drafted(mayor, clerk)
    assert needs_clearance(letter)
    assert not needs_clearance(drafted(mayor, clerk, "friendship-association"))
    with pytest.raises(WrongState, match=r"need a clearance \(试验\)"):
        lifecycle.submit_letter(by=clerk, letter=letter)
    Letter.objects.filter(pk=letter.pk).update(clearance_number="湘外函〔2020〕3号", clearance_day="2020-04-01")
    assert lifecycle.submit_letter(by=clerk, letter=letter).state == "submitted"


def test_it_is_asked_for_only_in_its_time(mayor, clerk, norway):
    Country.objects.filter(pk="NO").update(clearance_until="2020-03")
    assert not needs_clearance(Letter.objects.get(pk=drafted(mayor, clerk).pk))


def test_a_locked_text_is_drafted_and_not_issued_before_it_was_read(mayor, clerk, head):
    text = LetterTemplateText.objects.filter(template__kind="letter", language="nb")
    text.update(locked=True)
    letter = drafted(mayor, clerk)
    assert locked_languages(letter) == ["nb"]
    lifecycle.submit_letter(by=clerk, letter=letter)
    lifecycle.approve_letter(by=head, letter=letter, on=ON)
    with pytest.raises(WrongState, match="is locked until a native reader"):
        outgoing.issue_letter(by=clerk, letter=letter, on=ON, read_by="王译")
    text.update(reviewed_by="Kari Nordmann", reviewed_on="2020-04-01")
    assert outgoing.issue_letter(by=clerk, letter=letter, on=ON, read_by="王译").number


def test_chinese_and_english_stay_open():
    LetterTemplateText.objects.update(locked=True)
    locked = {text.language for text in LetterTemplateText.objects.all() if text.is_locked}
    assert {"zh-hans", "en"}.isdisjoint(locked)
    assert "nb" in locked
