"""A draft and the record it rests on: what that says otherwise is told, and stops the letter until it is settled."""

from datetime import date

import pytest

from correspondence.actions import drafting, lifecycle, words
from correspondence.actions.redrafting import confirm_words, redraft_letter, redraft_paragraph
from correspondence.models import Letter
from correspondence.texts.proposing import propose_brief
from correspondence.texts.rest_on import deviations_of
from crm.actions.errors import WrongState
from crm.actions.gifts import correct_gift, enter_gift
from crm.models import Gift
from tests.correspondence.worlds import ON, World

pytestmark = pytest.mark.usefixtures("demo")


@pytest.fixture
def world():
    return World("nb", "NO")


@pytest.fixture
def mayor(world):
    city = world.city("Hamar", "哈马尔市", "municipality", government=("Hamar kommune", "哈马尔市政府"))
    return world.holder(city, "mayor", family="Dahl", given="Kari", chinese=("达尔", "卡里"))


@pytest.fixture
def gift(world, mayor):
    return world.gift(mayor.organization.city, mask=1)


@pytest.fixture
def letter(mayor, gift, clerk):
    return drafting.draft_letter(by=clerk, brief=propose_brief(kind="thanks", on=ON, post=mayor, received=[gift]))


def again(letter: Letter) -> Letter:
    return Letter.objects.get(pk=letter.pk)


def keys(letter: Letter) -> set[str]:
    return {deviation.key for deviation in deviations_of(again(letter))}


def correct(gift: Gift, quantity: int, clerk) -> Gift:
    later = correct_gift(by=clerk, gift=gift, reason="miscounted")
    later.lines.update(quantity=quantity)
    Gift.objects.filter(pk=later.pk).update(state="received", received_on="2020-02-05")
    enter_gift(by=clerk, gift=later)
    return later


def test_a_letter_just_drafted_says_what_the_record_says(letter):
    assert deviations_of(again(letter)) == []


def test_a_corrected_gift_stops_the_letter_and_shows_both(letter, gift, clerk):
    correct(gift, 10_000, clerk)
    found = [deviation for deviation in deviations_of(again(letter)) if deviation.text.language == "nb"]
    assert [deviation.key for deviation in found] == ["thanks"]
    assert "10 000" in found[0].now.replace("\u00a0", " ").replace("\u202f", " ")
    assert "10" not in found[0].was.replace("2020", "")
    with pytest.raises(WrongState, match="The record says otherwise now in 2 places"):
        lifecycle.submit_letter(by=clerk, letter=letter)


def test_approval_is_stopped_too(letter, gift, clerk, head):
    lifecycle.submit_letter(by=clerk, letter=letter)
    correct(gift, 10_000, clerk)
    with pytest.raises(WrongState, match="The record says otherwise"):
        lifecycle.approve_letter(by=head, letter=letter, on=ON)


def test_a_redrafted_paragraph_says_the_new_number_in_both_languages(letter, gift, clerk):
    correct(gift, 10_000, clerk)
    redraft_paragraph(by=clerk, letter=letter, key="thanks")
    assert keys(letter) == set()
    bodies = [text.paragraphs.get(key="thanks").body for text in again(letter).texts.all()]
    assert all("1" in body for body in bodies)
    assert lifecycle.submit_letter(by=clerk, letter=letter).state == "submitted"


def test_words_that_stand_have_a_reason_and_are_asked_again_when_the_record_changes_again(letter, gift, clerk):
    later = correct(gift, 10_000, clerk)
    with pytest.raises(WrongState, match="Say why"):
        confirm_words(by=clerk, letter=letter, key="thanks", reason=" ")
    confirm_words(by=clerk, letter=letter, key="thanks", reason="They wrote of one")
    assert keys(letter) == set()
    paragraph = again(letter).foreign_text.paragraphs.get(key="thanks")
    assert (paragraph.confirmed_because, paragraph.confirmed_by) == ("They wrote of one", str(clerk))
    correct(later, 500, clerk)
    assert keys(letter) == {"thanks"}


def test_a_changed_name_is_told_of_the_salutation(letter, mayor):
    mayor.person.names.filter(form="own").update(family="Dahlgren")
    assert "addressee" in keys(letter)


def test_an_ended_post_is_told_and_may_be_stood_by(letter, mayor, clerk):
    type(mayor).objects.filter(pk=mayor.pk).update(end="2020-03")
    assert keys(letter) == {"recipient"}
    confirm_words(by=clerk, letter=letter, key="recipient", reason="By name, to the end of the month")
    assert keys(letter) == set()


def test_an_edited_paragraph_is_still_held_against_the_record(letter, gift, clerk):
    paragraph = letter.foreign_text.paragraphs.get(key="thanks")
    words.edit_words(by=clerk, letter=letter, parts={}, paragraphs={paragraph.pk: "Takk for ett munnbind."})
    correct(gift, 10_000, clerk)
    assert "thanks" in keys(letter)


def test_what_was_issued_stays_as_it_is(letter, gift, clerk):
    Letter.objects.filter(pk=letter.pk).update(pdf_sha256="x", issued_at="2020-04-20T00:00Z", state="issued")
    correct(gift, 10_000, clerk)
    assert deviations_of(again(letter)) == []


def test_untouched_paragraphs_follow_and_those_by_hand_stay(letter, world, mayor, clerk):
    touched = letter.foreign_text.paragraphs.get(key="wish")
    words.edit_words(by=clerk, letter=letter, parts={}, paragraphs={touched.pk: "Alt godt."})
    other = world.gift(mayor.organization.city, ventilator=2, day="2020-03-02")
    brief = propose_brief(kind="thanks", on=date(2020, 5, 1), post=mayor, received=[other])
    redraft_letter(by=clerk, letter=letter, brief=brief)
    text = again(letter).foreign_text
    assert text.paragraphs.get(key="wish").body == "Alt godt."
    assert "respirator" in text.paragraphs.get(key="thanks").body
    assert (str(again(letter).day), list(again(letter).thanks_for.all())) == ("2020-05-01", [other])


def test_another_kind_takes_its_own_paragraphs(letter, mayor, world, clerk):
    ours = world.gift(mayor.organization.city, direction="given", state="sent", day="2020-04-10", mask=300)
    brief = propose_brief(kind="reciprocal_support", on=ON, post=mayor, given=[ours])
    redraft_letter(by=clerk, letter=letter, brief=brief)
    kept = {p.key for p in again(letter).foreign_text.paragraphs.all()}
    assert "support" in kept
    assert "thanks" not in kept
