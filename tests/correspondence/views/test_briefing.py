"""The page that asks what a letter is to say: what it lacks, what speaks against it, and what is under way already."""

import re

import pytest
from django.urls import reverse

from correspondence.actions import drafting
from correspondence.models import Letter
from correspondence.texts.proposing import propose_brief
from crm.models import FormOfAddress
from tests.correspondence.worlds import ON, World

pytestmark = pytest.mark.usefixtures("demo")
WRITE = reverse("letter-write")
FACTS = {"zh-hans": "略。", "nb": "Kort."}


@pytest.fixture
def world():
    return World("nb", "NO")


@pytest.fixture
def city(world):
    return world.city("Hamar", "哈马尔市", "municipality", government=("Hamar kommune", "哈马尔市政府"))


@pytest.fixture
def mayor(world, city):
    return world.holder(city, "mayor", family="Dahl", given="Kari", chinese=("达尔", "卡里"))


def asked(mayor, **said) -> dict:
    identity = said.pop("identity", None) or propose_brief(kind="letter", on=ON, post=mayor, facts=FACTS).identity
    return {
        "identity": identity.pk,
        "recipient": f"post:{mayor.pk}",
        "kind": "letter",
        "language": "nb",
        "day": "2020-04-20",
        "facts_chinese": "略。",
        "facts_foreign": "Kort.",
        **said,
    }


def send(browser, city, data):
    return browser.post(f"{WRITE}?city={city.slug}&kind={data['kind']}", data)


# What is missing --------------------------------------------------------------------------------


@pytest.fixture
def nameless(mayor, city):
    """The city without its Norwegian name, its government without one, its mayor without a Chinese one."""
    city.names.filter(language="nb").delete()
    mayor.organization.names.filter(language="nb").delete()
    mayor.person.names.filter(form="chinese").delete()
    return mayor


def test_all_that_is_missing_is_asked_at_once(browser, nameless, city):
    page = browser.get(WRITE, {"city": city.slug, "kind": "letter"})
    lacks = {(lack.what, lack.language) for lack in page.context["lacks_form"].lacks}
    assert lacks == {("name", "nb"), ("person_name", "zh-hans")}
    assert len(page.context["lacks_form"].lacks) == 3
    assert "Words that the letter still lacks" in page.content.decode()


def test_what_is_typed_goes_on_record_and_the_letter_is_drafted_with_it(browser, nameless, city):
    lacks = {(lack.what, lack.record._meta.model_name): lack.key for lack in first_lacks(browser, nameless, city)}
    words = {
        f"lack-{lacks['name', 'city']}": "Hamar",
        f"lack-{lacks['name', 'organization']}": "Hamar kommune",
        f"lack-{lacks['person_name', 'person']}": "达尔",
        f"lack-{lacks['person_name', 'person']}-given": "卡里",
    }
    page = send(browser, city, asked(nameless) | words)
    assert page.status_code == 302
    letter = Letter.objects.outgoing().get()
    assert "卡里·达尔" in letter.chinese_text.salutation
    assert "Hamar kommune" in letter.foreign_text.addressee
    assert city.names.get(language="nb").text == "Hamar"


def first_lacks(browser, nameless, city):
    return send(browser, city, asked(nameless)).context["lacks_form"].lacks


def test_nothing_typed_is_lost_while_something_is_still_missing(browser, nameless, city):
    key = next(lack.key for lack in first_lacks(browser, nameless, city) if lack.what == "person_name")
    typed = {f"lack-{key}": "达尔", f"lack-{key}-given": "卡里"}
    page = send(browser, city, asked(nameless, facts_foreign="Et eget avsnitt.") | typed | token(browser, city))
    assert "Et eget avsnitt." in page.content.decode()
    boxes = page.context["lacks_form"]
    assert {lack.what for lack in boxes.lacks} == {"name", "person_name"}
    assert (boxes[key].value(), boxes[f"{key}-given"].value()) == ("达尔", "卡里")
    assert not nameless.person.names.filter(form="chinese").exists()


def token(browser, city) -> dict:
    """The token that a browser sends, with which a page that asks again takes back what it has written."""
    page = browser.get(WRITE, {"city": city.slug, "kind": "letter"}).content.decode()
    return {"form_token": re.search(r'name="form_token" value="([^"]+)"', page)[1]}


def test_a_word_that_lets_the_next_be_proposed_is_typed_once(browser, nameless, city, world):
    nameless.person.names.create(form="chinese", language="zh-hans", family="达尔", given="卡里")
    names = {lack.record: lack for lack in first_lacks(browser, nameless, city)}
    assert [names[whose].proposal for whose in (city, nameless.organization)] == ["", ""]
    typed = {f"lack-{names[city].key}": "Hamar"}
    page = send(browser, city, asked(nameless) | typed | token(browser, city))
    boxes = page.context["lacks_form"]
    proposals = {lack.record: lack.proposal for lack in boxes.lacks}
    assert proposals == {city: "", nameless.organization: "Hamar kommune"}
    ticked = typed | {f"lack-{names[nameless.organization].key}-right": "on"}
    assert send(browser, city, asked(nameless) | ticked | token(browser, city)).status_code == 302
    assert nameless.organization.names.get(language="nb").text == "Hamar kommune"


@pytest.mark.parametrize("said", [{"day": ""}, {"kind": "condolence", "facts_chinese": "", "facts_foreign": ""}])
def test_what_was_typed_of_missing_words_stays_where_something_else_is_asked(browser, world, nameless, city, said):
    flood = world.occasion("flood", {"zh-hans": "洪灾", "nb": ("Flom", "flommen")}, start="2020-01", end="2020-02")
    flood.cities.set([city])
    key = next(lack.key for lack in first_lacks(browser, nameless, city) if lack.what == "person_name")
    data = asked(nameless, occasion=flood.pk, **said) | {f"lack-{key}": "达尔"} | token(browser, city)
    page = send(browser, city, data)
    assert page.status_code == 200
    assert page.context["lacks_form"][key].value() == "达尔"


def test_a_proposal_is_taken_only_when_it_is_ticked(browser, world, mayor, city):
    city.names.filter(language="nb").delete()
    city.names.create(language="en", text="Hamar")
    page = send(browser, city, asked(mayor))
    (lack,) = page.context["lacks_form"].lacks
    assert (lack.proposal, city.names.filter(language="nb").exists()) == ("Hamar", False)
    assert send(browser, city, asked(mayor) | {f"lack-{lack.key}-right": "on"}).status_code == 302
    assert city.names.get(language="nb").text == "Hamar"


def test_how_an_unknown_title_is_addressed_is_asked_once_and_kept(browser, world, city):
    bearer = world.holder(city, "official", "Herold", family="Dahl", given="Kari", chinese_title="镇长助理")
    page = send(browser, city, asked(bearer))
    keys = [lack.key for lack in page.context["lacks_form"].lacks if lack.what == "form_of_address"]
    assert len(keys) == 1
    words = {f"lack-{keys[0]}": "Kjære Kari Dahl,", f"lack-{keys[0]}-lines": "Kari Dahl\nHamar kommune"}
    assert send(browser, city, asked(bearer) | words).status_code == 302
    kept = FormOfAddress.objects.get(post=bearer, language="nb")
    assert (kept.salutation, kept.envelope) == ("Kjære Kari Dahl,", "Kari Dahl\nHamar kommune")
    assert send(browser, city, asked(bearer)).status_code == 302


# What speaks against it -------------------------------------------------------------------------


def test_an_occasion_that_is_over_is_asked_about_and_may_be_stood_by(browser, world, mayor, city):
    over = world.occasion("flood", {"zh-hans": "洪灾", "nb": ("Flom", "flommen")}, start="2020-01", end="2020-02")
    over.cities.set([city])
    data = asked(mayor, kind="condolence", occasion=over.pk)
    page = send(browser, city, data)
    assert "was over by 2020-02" in page.content.decode()
    assert not Letter.objects.outgoing().exists()
    assert send(browser, city, data | {"occasion_all_the_same": "on"}).status_code == 302


def test_an_occasion_that_begins_later_is_refused(browser, world, mayor, city):
    later = world.occasion("flood", {"zh-hans": "洪灾", "nb": ("Flom", "flommen")}, start="2020-06", cities=[city])
    page = send(browser, city, asked(mayor, kind="condolence", occasion=later.pk, occasion_all_the_same="on"))
    assert "begins on 2020-06" in page.content.decode()


def test_nothing_to_say_offers_a_plain_letter(browser, mayor, city):
    page = send(browser, city, asked(mayor, kind="thanks"))
    said = page.content.decode()
    assert "Nothing of theirs is on record to thank for" in said
    assert f'href="/letters/write/?city={city.slug}&amp;kind=letter"' in said or "kind=letter" in said


def test_drafts_under_way_are_named(browser, mayor, city, clerk):
    letter = drafting.draft_letter(by=clerk, brief=propose_brief(kind="letter", on=ON, post=mayor, facts=FACTS))
    page = browser.get(WRITE, {"city": city.slug, "kind": "letter"}).content.decode()
    assert "Under way to the same partner already" in page
    assert letter.get_absolute_url() in page


# Others' help, commitments, by hand -------------------------------------------------------------


def test_help_of_others_stands_apart_and_is_thanked_through_them(browser, world, mayor, city):
    firm = world.organization("Mjøsa Bryggeri", "米约萨公司", "company", city)
    own, theirs = world.gift(city, mask=100), world.gift(firm, ventilator=2, day="2020-03-01")
    page = browser.get(WRITE, {"city": city.slug, "kind": "thanks"})
    form = page.context["form"]
    assert list(form.fields["received"].queryset) == [own]
    assert list(form.fields["received_from_others"].queryset) == [theirs]
    data = asked(mayor, kind="thanks", received=[own.pk], received_from_others=[theirs.pk])
    assert send(browser, city, data).status_code == 302
    assert "Mjøsa Bryggeri" in words_of(Letter.objects.outgoing().get())


def words_of(letter) -> str:
    return "\n".join(p.body for p in letter.foreign_text.paragraphs.all())


def test_a_commitment_is_said_only_where_it_is_ticked_and_stands_on_the_slip(browser, world, mayor, city):
    from correspondence.paper.slip import slip_of

    flood = world.occasion("flood", {"zh-hans": "洪灾", "nb": ("Flom", "flommen")}, start="2020-04", cities=[city])
    data = asked(mayor, kind="condolence", occasion=flood.pk)
    send(browser, city, data)
    send(browser, city, data | {"commitments": ["offers_help"], "day": "2020-04-21"})
    without, ticked = Letter.objects.outgoing().order_by("pk")
    assert "readiness" not in {p.key for p in without.foreign_text.paragraphs.all()}
    assert "readiness" in {p.key for p in ticked.foreign_text.paragraphs.all()}
    assert (slip_of(without)["commitments"], slip_of(ticked)["commitments"]) == ("", "愿提供进一步帮助")


def test_what_is_written_by_hand_may_wait_and_is_asked_for_beside_the_words(browser, mayor, city):
    assert send(browser, city, asked(mayor, facts_chinese="", facts_foreign="")).status_code == 302
    letter = Letter.objects.outgoing().get()
    assert len(letter.paragraphs_to_fill()) == 2
    page = browser.get(reverse("letter-edit", args=[letter.pk])).content.decode()
    assert page.count("To be filled in") == 2


# Asked anew, written from -----------------------------------------------------------------------


def test_a_draft_is_asked_to_say_something_else(browser, mayor, city, clerk):
    letter = drafting.draft_letter(by=clerk, brief=propose_brief(kind="letter", on=ON, post=mayor, facts=FACTS))
    url = reverse("letter-redraft", args=[letter.pk])
    shown = browser.get(url).context["form"]
    assert (shown["facts_foreign"].value(), str(shown["day"].value())) == ("Kort.", "2020-04-20")
    assert browser.post(url, asked(mayor, day="2020-05-02")).status_code == 302
    assert str(Letter.objects.get(pk=letter.pk).day) == "2020-05-02"


def test_a_letter_is_written_from_another(browser, world, mayor, city, clerk):
    earlier = drafting.draft_letter(by=clerk, brief=propose_brief(kind="letter", on=ON, post=mayor, facts=FACTS))
    other = world.city("Bodø", "博多市", "municipality", government=("Bodø kommune", "博多市政府"))
    holder = world.holder(other, "mayor", family="Berg", given="Ola", chinese=("贝格", "奥拉"))
    choose = browser.post(reverse("letter-reuse", args=[earlier.pk]), {"city": other.pk, "kind": "letter"})
    assert choose.url == f"{WRITE}?city={other.slug}&kind=letter&from={earlier.pk}"
    browser.post(choose.url, asked(holder, facts_chinese="", facts_foreign=""))
    letter = Letter.objects.outgoing().exclude(pk=earlier.pk).get()
    assert (letter.written_from, words_of(letter)) == (earlier, "Kort.")
