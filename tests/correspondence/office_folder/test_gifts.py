"""The gifts of a folder."""

from datetime import date

import pytest

from correspondence.office_folder.gifts import CONSIGNMENT, state_of
from correspondence.office_folder.table import Table
from crm.dates import parse_partial_date
from crm.models import Gift, LedgerEntry
from tests.factories import OrganizationFactory

LINES = '\nlines = [{ item = "mask", quantity = 3 }]\n'
BODO = 'partner = { city = "bodo-no" }\n'
FLOOD = '[occasion.flood]\nstart = "2020-07-12"\nnames = { zh-hans = "洪水" }\n'


def gift(text: str = "", whom: str = BODO, lines: str = LINES) -> str:
    return f"[[gift]]\n{whom}{text}{lines}"


def partners() -> list[str]:
    return sorted(str(row.partner) for row in Gift.objects.get().partners.all())


def test_a_gift_has_what_is_written_of_it(load):
    load(
        courtesies=FLOOD
        + gift("""
key = "masks"
direction = "given"
state = "received"
day = "2020-07"
received_on = 2020-08-03
title = "Spring"
note = "…"
source = "donated"
occasion = "flood"
via = { organization = "rode-kors-no" }
use = ["hospitals", "schools"]
disposals = [{ recipient = "小学", quantity = 2, unit = "set", organization = "saltfjord-no", note = "…" }, "frontline"]
consignments = [{ carrier = "SF", tracking = "1", departed = "2020-07-30", arrived = "2020-08-03", packages = 2 }]
carrier = "DHL"
expected = 2020-08-01
""")
    )
    one = Gift.objects.get()
    assert (one.direction, one.state, str(one.day), str(one.received_on)) == (
        "given",
        "received",
        "2020-07",
        "2020-08-03",
    )
    assert (one.title, one.note, one.source, one.occasion.slug) == ("Spring", "…", "donated", "flood")
    assert (one.via.slug, one.entries.get().direction) == ("rode-kors-no", "given")
    said = [(row.beneficiary, row.recipient, row.quantity, row.unit) for row in one.disposals.all()]
    assert said == [
        ("", "小学", 2, "set"),
        ("frontline", "", None, "piece"),
        ("hospitals", "", None, "piece"),
        ("schools", "", None, "piece"),
    ]
    assert one.disposals.first().organization.slug == "saltfjord-no"
    sent = [(row.carrier, row.tracking, str(row.expected), row.packages) for row in one.consignments.all()]
    assert sent == [("SF", "1", "None", 2), ("DHL", "", "2020-08-01", None)]


@pytest.mark.parametrize(
    ("whom", "names"),
    [
        (BODO, ["Bodø"]),
        ('partner = "bodo-no"\n', ["Bodø"]),
        ('partner = "saltfjord-no"\n', ["Saltfjord Sjømat AS"]),
        ('partner = "mayor"\n', ["Ingrid Solbakken"]),
        ('partner = { body = "saltfjord-no" }\n', ["Saltfjord Sjømat AS"]),
        ('partners = [{ city = "bodo-no" }, { organization = "saltfjord-no" }]\n', ["Bodø", "Saltfjord Sjømat AS"]),
        ('partner = { city = "bodo-no" }\npartners = ["citizen"]\n', ["Bodø", "Olav Brekke"]),
        ('partners = { person = "citizen" }\n', ["Olav Brekke"]),
        ('partner = [{ city = "bodo-no" }, { city = "bodo-no" }]\n', ["Bodø"]),
    ],
)
def test_partners_are_read_however_they_are_written(load, whom, names):
    load(courtesies=gift(whom=whom))
    assert partners() == names


@pytest.mark.parametrize(
    ("via", "who"),
    [
        ('{ organization = "rode-kors-no" }', "Norges Røde Kors"),
        ('{ body = "rode-kors-no" }', "Norges Røde Kors"),
        ('{ person = "citizen" }', "Olav Brekke"),
        ('"rode-kors-no"', "Norges Røde Kors"),
        ('["citizen"]', "Olav Brekke"),
        ("[]", "None"),
    ],
)
def test_through_whom_is_read_however_it_is_written(load, via, who):
    load(courtesies=gift(f"via = {via}\n"))
    assert str(Gift.objects.get().via) == who


def test_each_gift_has_its_own_occasion_or_none(load):
    load(courtesies=FLOOD + gift('day = "2020-07-20"\noccasion = "flood"\n') + gift('day = "2020-07-21"\n'))
    assert {str(one.day): one.occasion and one.occasion.slug for one in Gift.objects.all()} == {
        "2020-07-20": "flood",
        "2020-07-21": None,
    }
    assert sorted(str(entry.occasion_id is not None) for entry in LedgerEntry.objects.all()) == ["False", "True"]


def test_without_a_day_it_is_the_occasions_month_else_the_year_of_loading(load):
    load(courtesies=FLOOD + gift('occasion = "flood"\n') + gift())
    assert sorted(str(one.day) for one in Gift.objects.all()) == ["2020-07", "2026"]


@pytest.mark.parametrize(
    ("text", "state", "arrived"),
    [
        ('day = "2020-02"', "received", "2020-02"),
        ('day = "2020-02"\nreceived_on = "2020-03-01"', "received", "2020-03-01"),
        ('direction = "given"\nday = "2020-02"', "received", "None"),
        ('direction = "given"\nday = "today+5"', "planned", "None"),
        ('day = "2020-02"\nstate = "sent"', "sent", "None"),
        ('direction = "given"\nday = "today+5"\nstate = "Announced"', "announced", "None"),
    ],
)
def test_the_state_and_arrival_follow_what_is_written(load, text, state, arrived):
    load(courtesies=gift(f"{text}\n"))
    one = Gift.objects.get()
    assert (one.state, str(one.received_on), one.entries.exists()) == (state, arrived, state in ("sent", "received"))


def test_a_second_load_on_another_day_doubles_nothing(load):
    text = FLOOD + gift('day = "today-40"\nkey = "a"\n') + gift('day = "today-40"\n') * 2
    load(courtesies=text)
    load(courtesies=text, on=date(2026, 5, 1))
    assert [str(one.day) for one in Gift.objects.order_by("pk")] == ["2026-02-04"] * 3
    assert LedgerEntry.objects.count() == 3


def test_a_second_load_leaves_what_was_edited(load):
    load(courtesies=gift('key = "a"\nstate = "sent"\nday = "2020-02"\n'))
    Gift.objects.update(note="mine")
    load(courtesies=gift('key = "a"\nstate = "sent"\nday = "2020-03"\n'))
    one = Gift.objects.get()
    assert (one.note, str(one.day)) == ("mine", "2020-02")


def test_a_gift_entered_by_hand_is_not_doubled_and_two_alike_are_two(load):
    load(courtesies=gift('key = "by-hand"\nday = "2020-02"\n'))
    load(courtesies=gift('day = "2020-02"\n') * 2)
    assert Gift.objects.count() == 2


def test_one_merged_since_is_who_it_is_now(load):
    load()
    now = OrganizationFactory(kind="other", country_id="NO", city=None)
    type(now).objects.filter(slug="saltfjord-no").update(merged_into=now)
    load(courtesies=gift(whom='partner = { organization = "saltfjord-no" }\n'))
    assert Gift.objects.get().partners.get().organization == now


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ('direction = "lent"', "direction: “lent” is not known; write one of: given, received."),
        ('state = "lost"', "state: “lost” is not known; write one of: planned, announced, sent, received."),
        ('state = "corrected"', "state: “corrected” is not known"),
        ('day = "soon"', "day: “soon” is no day"),
        ('day = "1850"', "day: “1850” lies outside what is sensible here"),
        ('day = "today+5"\nstate = "sent"', "state: 2026-03-21 is still to come, so it has not left its giver"),
        (
            'day = "2020-02"\nstate = "sent"\nreceived_on = "2020-03"',
            "received_on: only a gift that is received has arrived",
        ),
        ('day = "2020-02"\nreceived_on = "2020-01"', "received_on: it cannot have arrived before it left (2020-02)"),
        (
            'day = "2020-02"\nreceived_on = "today+1"',
            "received_on: this day is still to come; write when it is expected",
        ),
        ('occasion = "quake"', "occasion: there is no occasion “quake”; write one that this file has: flood."),
        ('source = "stolen"', "source: “stolen” is not known; write one of: stock, bought, donated."),
        ('use = "pets"', "use: “pets” is not known; write one of: hospitals, schools"),
        ('via = ["citizen", "mayor"]', "via: a gift comes through one; name the others in its note."),
        ('via = { city = "bodo-no" }', "via: a gift comes through an organization or a person"),
        ('via = { organization = "rode-kors-no", person = "citizen" }', "via: name one here:"),
        ("via = {}", "via: name one here:"),
        ('via = "nobody"', "via: nobody is called “nobody” in cities.toml, organizations.toml or people.toml."),
        ('disposals = [{ unit = "set" }]', "disposals[1].beneficiary: say for whom it was: hospitals, schools"),
        ('disposals = [{ beneficiary = "pets" }]', "disposals[1].beneficiary: “pets” is not known"),
        ('disposals = [{ recipient = "x", quantity = 0 }]', "disposals[1].quantity: Ensure this value is greater than"),
        (
            'disposals = [{ recipient = "x", organization = "x" }]',
            "disposals[1].organization: there is no organization “x”",
        ),
        ('disposals = [{ recipient = "x", size = 3 }]', "disposals[1].size: this key is not known here"),
        ("consignments = [{}]", "consignments[1].carrier: say who carries it, or when it is expected."),
        ('consignments = [{ carrier = "a", packages = 0 }]', "consignments[1].packages: Ensure this value is greater"),
        (
            'consignments = [{ departed = "2020-03", arrived = "2020-02" }]',
            "consignments[1].arrived: It cannot have arrived before it left.",
        ),
        ('consignments = [{ ship = "x" }]', "consignments[1].ship: this key is not known here"),
        (f'carrier = "{"x" * 81}"', "carrier: Ensure this value has at most 80 characters"),
        (f'title = "{"x" * 121}"', "title: Ensure this value has at most 120 characters"),
        ('answers = "a"', "answers: no gift has the key “a”; write one of: (none)."),
        ('state = "planned"\nanswers = "a"', "answers: a gift answers help once it has left its giver"),
        ("quantity = 3", "quantity: this key is not known here; known are: answers, carrier"),
    ],
)
def test_a_mistake_names_the_key_and_what_to_write(refused, text, sentence):
    said = refused(courtesies=FLOOD + gift(f"{text}\n"))
    assert said.startswith(f"courtesies.toml: [[gift]] 1.{sentence}")
    assert not Gift.objects.exists()


@pytest.mark.parametrize(
    ("whom", "sentence"),
    [
        ("", "partner: say from or to whom: { city = “…” }".replace("“…”", '"…"')),
        ("partners = []\n", "partner: say from or to whom"),
        (
            'partner = { city = "oslo-no" }\n',
            "partner.city: there is no city “oslo-no”; write one that cities.toml has: akashi",
        ),
        (
            'partner = { organization = "x" }\n',
            "partner.organization: there is no organization “x”; write one that organ",
        ),
        ('partner = { body = "x" }\n', "partner.organization: there is no organization “x”"),
        (
            'partner = { person = "x" }\n',
            "partner.person: there is no person “x”; write one that people.toml has: citizen, ma",
        ),
        ('partners = ["x"]\n', "partners[1]: nobody is called “x”"),
        ('partner = { city = "bodo-no", person = "citizen" }\n', "partner: name one here: { city ="),
        ('partner = { country = "NO" }\n', "partner.country: this key is not known here; known are: body, city"),
        ('partner = { city = "wuxi-cn" }\n', "partner.city: this is our own city; name the partner."),
        ("partner = 3\n", "partner: “3” is no table"),
    ],
)
def test_a_gift_is_from_or_to_somebody_who_is_there(refused, whom, sentence):
    said = refused(courtesies=gift(whom=whom))
    assert said.startswith(f"courtesies.toml: [[gift]] 1.{sentence}")


def test_a_name_that_two_bear_is_refused(refused):
    people = '[[person]]\nkey = "bodo-no"\nnames = { own = ["nb", "Brekke", "Olav"] }\n'
    said = refused(people=people, courtesies=gift(whom='partner = "bodo-no"\n'))
    assert "partner: “bodo-no” is a city and a person; say which: { city = “bodo-no” }." in said


def test_two_gifts_with_one_key_are_refused(refused):
    said = refused(courtesies=gift('key = "a"\n') * 2)
    assert said.startswith("courtesies.toml: [[gift]] 2 (a).key: “a” is the key of two rows")


def test_a_consignment_that_stands_with_the_gift_may_say_any_of_its_three_keys(load):
    load(courtesies=gift('direction = "given"\nday = "2020-02"\nexpected = "2020-03"\ntracking = "7"\n'))
    sent = Gift.objects.get().consignments.get()
    assert {name: str(getattr(sent, name)) for name in CONSIGNMENT} == {
        "carrier": "",
        "tracking": "7",
        "expected": "2020-03",
    }


@pytest.mark.parametrize(
    ("day", "state"),
    [
        ("2026-03-16", "received"),
        ("2026-03", "received"),
        ("2026", "received"),
        ("2026-03-17", "planned"),
        ("2027", "planned"),
    ],
)
def test_without_a_word_about_its_state_a_gift_that_lies_ahead_is_planned(day, state):
    assert state_of(Table("courtesies.toml", "[[gift]] 1", {}, date(2026, 3, 16)), parse_partial_date(day)) == state
