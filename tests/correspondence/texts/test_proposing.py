"""What the record proposes: whom a letter goes to, and what it speaks of."""

from datetime import date
from decimal import Decimal

import pytest

from correspondence.errors import LetterRefused
from correspondence.texts.proposing import propose_brief
from crm.actions.gifts import enter_gift
from crm.actions.ledger import record_courtesy, reverse_entry
from crm.dates import PartialDate
from crm.models import Gift, GiftPartner, ItemKind, Occasion, Partnership, Person, StepKind
from tests.correspondence.texts.letters import ON, city, put_gift, words


def test_city_without_holder_is_written_to_as_a_organization(demo):
    brief = propose_brief(kind="letter", on=date(2014, 5, 1), city=city("guadalajara-es"))
    assert (brief.person, brief.organization.kind) == (None, "city_government")


def test_holder_is_the_one_of_the_day(demo):
    brief = propose_brief(kind="letter", on=date(2016, 5, 1), city=city("guadalajara-es"))
    assert brief.person.name_for("es").family == "Herrero"


def test_in_the_year_of_a_change_the_letter_goes_to_whoever_took_office_last(demo):
    brief = propose_brief(kind="letter", on=date(2019, 12, 1), city=city("guadalajara-es"))
    assert brief.person.name_for("es").family == "Muñoz"


def test_archived_holder_is_not_written_to(demo):
    Person.objects.filter(posts__rank="mayor", posts__organization__city=city("guadalajara-es")).update(archived=True)
    assert propose_brief(kind="condolence", on=ON, city=city("guadalajara-es")).person is None


def test_a_partnership_between_others_is_not_ours(demo):
    guadalajara = city("guadalajara-es")
    guadalajara.partnerships.all().delete()
    other = Partnership.objects.create(city=city("ritto-jp"), partner=guadalajara)
    other.steps.create(kind=StepKind.SIGNED, day="1990")
    assert propose_brief(kind="condolence", on=ON, city=guadalajara).standing == ""


def test_only_experience_of_the_occasion_is_told(demo):
    guadalajara = city("guadalajara-es")
    assert len(propose_brief(kind="reciprocal_support", on=ON, city=guadalajara).courtesies) == 1
    flood = Occasion.objects.create(kind="flood", start="2020-04")
    assert propose_brief(kind="reciprocal_support", on=ON, city=guadalajara, occasion=flood).courtesies == ()


def test_nobody_condoles_on_a_visit(demo):
    guadalajara = city("guadalajara-es")
    visit = Occasion.objects.create(kind="visit", start="2020-04-10")
    record_courtesy(
        by=None,
        direction="received",
        kind="visit",
        day=PartialDate(date(2020, 4, 10)),
        partners=[guadalajara],
        occasion=visit,
    )
    assert propose_brief(kind="reciprocal_support", on=ON, city=guadalajara).occasion == visit
    assert propose_brief(kind="condolence", on=ON, city=guadalajara).occasion.kind == "epidemic"
    with pytest.raises(LetterRefused, match="no occasion for condolences"):
        propose_brief(kind="condolence", on=ON, city=guadalajara, occasion=visit)


@pytest.fixture
def home_flood(demo):
    """A flood that struck us alone, in which Ritto helped and was helped."""
    flood = Occasion.objects.create(kind="flood", start="2020-04")
    flood.countries.set(["CN"])
    for direction, day in (("received", "2020-04-05"), ("given", "2020-04-10")):
        gift = Gift.objects.create(direction=direction, day=day, state="received", occasion=flood)
        GiftPartner.objects.create(gift=gift, city=city("ritto-jp"))
        gift.lines.create(item=ItemKind.objects.get(code="goggles"), quantity=Decimal(40))
        enter_gift(by=None, gift=gift)
    return flood


def english(kind, slug="ritto-jp", **said) -> str:
    return words(kind, slug, language="en", **said)


def test_our_disaster_is_not_mourned_as_theirs(home_flood):
    assert "floods" not in english("reciprocal_support")
    assert "the COVID-19 pandemic in Ritto" in english("condolence")
    assert "days after the floods, this kindness" in english(
        "thanks", received=list(Gift.objects.filter(occasion=home_flood, direction="received"))
    )


def test_their_disaster_is_not_told_as_ours(home_flood):
    home_flood.countries.set(["JP"])
    assert "floods" not in english("notification")
    assert "floods" not in english("notification", occasion=home_flood)
    assert "learned of the floods." in english("reciprocal_support")
    home_flood.in_cities.add(city("ritto-jp"))
    assert "learned of the floods in Ritto." in english("reciprocal_support")


def test_thanks_speak_of_the_occasion_of_the_gifts_thanked_for(home_flood):
    early = Gift.objects.filter(direction="received", partners__city__slug="ritto-jp").exclude(occasion=home_flood)
    early.update(state="corrected")
    assert "the floods" in english("thanks")
    old = Gift.objects.get(direction="received", occasion__kind="epidemic", partners__city=city("guadalajara-es"))
    assert propose_brief(kind="thanks", on=ON, city=city("guadalajara-es"), received=[old]).occasion == old.occasion


def test_only_thanks_and_support_name_gifts(demo):
    for kind in ("notification", "condolence"):
        gifts = {"received": list(Gift.objects.received()), "given": list(Gift.objects.given())}
        brief = propose_brief(kind=kind, on=ON, city=city("guadalajara-es"), **gifts)
        assert (brief.received, brief.given, brief.courtesies, brief.letter_received) == ((), (), (), None)


def test_gifts_that_are_not_theirs_or_not_in_hand_are_refused(demo):
    guadalajara = city("guadalajara-es")
    theirs = Gift.objects.get(direction="received", occasion__kind="epidemic", partners__city=guadalajara)
    other = Gift.objects.get(direction="received", partners__city=city("ritto-jp"))
    planned = Gift.objects.get(direction="given", occasion__kind="epidemic", partners__city=guadalajara)
    for kind, said in (
        ("thanks", {"received": [other]}),
        ("thanks", {"received": [theirs], "on": date(2020, 1, 1)}),
        ("reciprocal_support", {"given": [Gift.objects.given().filter(partners__city=city("ritto-jp")).first()]}),
    ):
        with pytest.raises(LetterRefused, match="is not on record as"):
            propose_brief(kind=kind, city=guadalajara, **{"on": ON, **said})
    assert propose_brief(kind="thanks", on=ON, city=guadalajara, received=[theirs, theirs]).received == (theirs,)
    assert propose_brief(kind="reciprocal_support", on=ON, city=guadalajara, given=[planned]).given == (planned,)


def test_what_was_taken_back_is_not_announced(demo):
    gift = Gift.objects.get(direction="given", partners__city__slug="ritto-jp")
    reverse_entry(by=None, entry=gift.entries.get(), reason="never sent")
    assert propose_brief(kind="reciprocal_support", on=ON, city=city("ritto-jp")).given == ()


def test_a_firm_gift_is_announced_before_a_planned_one(demo):
    guadalajara = city("guadalajara-es")
    planned = Gift.objects.create(direction="given", state="planned", day="2020-04-18")
    GiftPartner.objects.create(gift=planned, city=guadalajara)
    (announced,) = propose_brief(kind="reciprocal_support", on=ON, city=guadalajara).given
    assert announced.state == "announced"
    announced.delete()
    assert propose_brief(kind="reciprocal_support", on=ON, city=guadalajara).given == (planned,)


def test_we_do_not_write_to_ourselves(demo):
    with pytest.raises(LetterRefused, match="our own city"):
        propose_brief(kind="condolence", on=ON, city=city("hengyang-cn"))


def test_gifts_that_have_come_differently_far_are_told_in_letters_of_their_own(demo):
    where = city("legazpi-ph")
    gone, ahead, soon = (
        put_gift(where, "given", 20, state=state, day=day)
        for state, day in (("sent", "2020-04-10"), ("planned", "2020-05"), ("announced", "2020-05-02"))
    )
    with pytest.raises(LetterRefused, match="in a letter of its own"):
        propose_brief(kind="reciprocal_support", on=ON, city=where, given=[gone, ahead])
    brief = propose_brief(kind="reciprocal_support", on=ON, city=where, given=[ahead, soon])
    assert brief.given == (ahead, soon)


def test_thanks_name_by_themselves_those_that_have_waited_longest_and_say_that_others_wait(demo, monkeypatch):
    monkeypatch.setattr("correspondence.texts.proposing.MOST_NAMED", 2)
    ritto = city("ritto-jp")
    waiting = [put_gift(ritto, "received", 5, day=f"2019-02-0{day}") for day in (3, 1, 2)]
    brief = propose_brief(kind="thanks", on=ON, city=ritto)
    assert (list(brief.received), brief.more_wait) == ([waiting[1], waiting[2]], True)
    assert not propose_brief(kind="thanks", on=ON, city=ritto, received=waiting[:1]).more_wait
