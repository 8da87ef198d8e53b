"""What a row of the queue says: what of whom, how long it waits, and its next steps."""

from datetime import date

import pytest
from django.urls import reverse

from correspondence.desk.queue import queue_of
from correspondence.desk.showing import show
from crm.actions.ledger import record_courtesy
from crm.dates import parse_partial_date
from crm.models import Country, Partnership, StepKind
from tests.factories import (
    CityFactory,
    ClosingFactory,
    CourtesyFactory,
    GiftFactory,
    HandOverFactory,
    IdentityFactory,
    LetterFactory,
    OccasionFactory,
    OrganizationFactory,
    PartnershipFactory,
    PostFactory,
    ReceivedLetterFactory,
)
from tests.queries import queries

pytestmark = pytest.mark.django_db
ON = date(2020, 6, 1)


@pytest.fixture(autouse=True)
def _no_national_days():
    Country.objects.update(national_day="")


def rows(user, on=ON) -> list:
    """All rows of the queue."""
    queue = queue_of(user, on)
    return show(queue[0 : len(queue)], user, on)


def said(row) -> tuple:
    """What a row says in words, and what its steps are called."""
    whose = [(whom.name, whom.country) for whom in row.whom]
    return row.mark, row.title, whose, row.time, [step.name for step in row.steps]


def test_help_names_its_partner_how_long_it_waits_and_both_next_steps(clerk):
    city = CityFactory(names={"en": "Ritto"}, country_id="JP")
    entry = CourtesyFactory(partner=city, summary="five doctors", day="2020-02-05")
    [row] = rows(clerk)
    steps = ["Draft the thanks", "Draft a letter of support", "Nothing is due…"]
    assert said(row) == ("To thank and answer", "five doctors", [("Ritto", "Japan")], "waits 3 months", steps)
    assert row.steps[0].url == f"/letters/write/?city={city.slug}&kind=thanks"
    assert row.steps[2].url == reverse("help-close") + f"?entry={entry.pk}"
    assert row.label == "five doctors, Ritto"


def test_help_that_was_said_to_need_no_answer_asks_for_thanks_alone(clerk):
    ClosingFactory(on=date(2020, 5, 1))
    assert (rows(clerk)[0].mark, rows(clerk)[0].steps[0].name) == ("To thank", "Draft the thanks")


def test_help_of_several_is_thanked_for_to_each(clerk):
    cities = [CityFactory(names={"en": name}) for name in ("Ritto", "Alcalá")]
    facts = {"direction": "received", "kind": "service", "day": parse_partial_date("2020-05")}
    record_courtesy(by=None, partners=cities, **facts)
    names = [step.name for step in rows(clerk)[0].steps]
    assert names[:3] == ["Draft the thanks: Ritto", "Draft the thanks: Alcalá", "Draft a letter of support: Ritto"]


def test_our_mission_stands_in_no_country(clerk):
    mission = OrganizationFactory(kind="own_mission", country_id="NO", names={"en": "Embassy"})
    CourtesyFactory(partner=mission)
    assert said(rows(clerk)[0])[2] == [("Embassy", "Our missions abroad")]


@pytest.mark.parametrize(
    ("state", "mark", "step"),
    [
        ("draft", "Draft", ["Go on writing"]),
        ("submitted", "Submitted", []),
        ("approved", "Approved", ["Number and issue"]),
        ("issued", "Issued", ["Seal and send"]),
    ],
)
def test_an_own_letter_says_its_state_and_its_one_next_step(clerk, state, mark, step):
    LetterFactory(drafter=clerk, state=state)
    [row] = rows(clerk)
    assert (row.mark, [one.name for one in row.steps]) == (mark, step)


def test_a_decision_says_who_drafted(head, clerk):
    letter = LetterFactory(drafter=clerk, state="submitted")
    [row] = rows(head, letter.created_at.date())
    assert (row.mark, row.time, [step.name for step in row.steps]) == (
        "To approve",
        f"{clerk} · since today",
        ["Review"],
    )


def test_an_account_to_close_says_to_whom_its_owner_handed_over(head):
    done = HandOverFactory()
    assert said(rows(head)[0]) == (
        "Account to close",
        str(done.giver),
        [],
        f"handed over to {done.taker} on 2020-04-20",
        ["Close the account", "What was handed over"],
    )


def test_a_letter_of_theirs_says_since_when_it_is_here_and_who_has_taken_it_on(clerk, head):
    letter = ReceivedLetterFactory(assigned_to=head, state="assigned", received_on="2020-05-22")
    [row] = rows(clerk)
    assert (row.mark, row.time) == ("To reply", f"waits 10 days · with {head}")
    assert row.steps[0].url == (
        f"/letters/write/?organization={letter.organization.slug}&letter={letter.pk}&kind=thanks"
    )


def test_a_gift_that_has_not_left_leads_to_its_next_step(clerk):
    gift = GiftFactory(direction="given", state="planned", day="2020-05-20", quantity=200)
    [row] = rows(clerk)
    assert (row.mark, row.time) == ("To send", "Planned · planned for 2020-05-20")
    assert [(step.name, step.url) for step in row.steps] == [
        ("Record its departure", reverse("gift-advance", args=[gift.pk]))
    ]


@pytest.mark.parametrize(
    ("signed", "time"),
    [
        ("1992-06-15", "2020-06-15 · in 14 days · begin now"),
        ("1992-07-15", "2020-07-15 · in 44 days · begin by 2020-06-15"),
        ("1992-06-01", "2020-06-01 · now · begin now"),
    ],
)
def test_a_day_to_come_says_when_to_begin_and_drafts_a_plain_letter(clerk, signed, time):
    city = PartnershipFactory(steps=[(StepKind.SIGNED, signed)]).partner
    row = rows(clerk)[-1]
    assert said(row) == ("28 years' partnership", str(city), [("Spain", "")], time, ["Draft a letter"])
    assert row.steps[0].url == f"/letters/write/?kind=letter&city={city.slug}"


def test_an_occasion_to_come_leads_to_its_page(clerk):
    visit = OccasionFactory(kind="visit", start="2020-06-20")
    [row] = rows(clerk)
    assert (row.mark, row.url, row.steps) == ("Visit", visit.get_absolute_url(), [])


def test_a_reader_is_offered_no_step(reader):
    CourtesyFactory()
    assert rows(reader)[0].steps == []


def test_three_of_each_take_as_many_queries_as_one(clerk, head, client_of):
    counts = []
    IdentityFactory()
    for _turn in range(3):
        PartnershipFactory(steps=[(StepKind.SIGNED, "1992-06-15")])
        CourtesyFactory()
        GiftFactory(direction="given", state="planned", day="2020-05-20")
        ReceivedLetterFactory(received_on="2020-05-22", post=PostFactory(), occasion=OccasionFactory())
        LetterFactory(state="submitted", occasion=OccasionFactory(kind="visit", start="2020-06-20"))
        HandOverFactory()
        assert len(rows(head)) >= 7
        client_of(head, "zh-hans").get(reverse("to-do"))  # which holds the new letter against the record
        counts.append(queries(client_of(head, "zh-hans"), reverse("to-do")))
    assert counts[0] == counts[1] == counts[2]
    assert Partnership.objects.count() == 3
