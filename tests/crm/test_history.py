"""Who changed what: a record's page shows its own changes and its parts', those taken away too."""

from auditlog.context import set_actor
from auditlog.models import LogEntry

from crm.history import changes_of
from crm.models import Country, PartnershipStep
from crm.templatetags.history import Difference, readable_changes
from tests.factories import ChannelFactory, CityFactory, GiftFactory, OrganizationFactory, PartnershipFactory


def told(record):
    """What a record's page says, newest first, without the rows that its factory made."""
    return [(change.who, change.what, change.differences) for change in readable_changes(changes_of(record))]


def test_a_change_says_who_what_and_the_old_and_new_value(clerk):
    city = CityFactory(note="old")
    with set_actor(clerk):
        city.note, city.country_id = "new", "PT"
        city.save()
    who, what, differences = told(city)[0]
    assert (who, what) == ("clerk", "City changed")
    assert sorted(differences, key=lambda d: d.label) == [
        Difference("Country or region", "Spain", "Portugal"),
        Difference("Note", "old", "new"),
    ]


def test_choices_and_truth_are_said_in_words(clerk):
    city = CityFactory()
    with set_actor(clerk):
        city.letter_language, city.archived = "uk", True
        city.save()
    assert sorted(told(city)[0][2], key=lambda d: d.label) == [
        Difference("Archived", "No", "Yes"),
        Difference("Language of letters", "—", "Ukrainian"),
    ]


def test_a_new_part_is_told_without_its_owner_and_empty_fields(clerk):
    organization = OrganizationFactory()
    with set_actor(clerk):
        ChannelFactory(organization=organization, value="fao@example.org")
    assert told(organization)[0] == (
        "clerk",
        "Channel added",
        [Difference("Kind", "", "E-mail"), Difference("Number or address", "", "fao@example.org")],
    )


def test_of_a_new_record_only_what_somebody_said_is_told(clerk):
    with set_actor(clerk):
        partnership = PartnershipFactory(kind="friendly", steps=[])
    who, what, differences = told(partnership)[0]
    assert (who, what) == ("clerk", "Partnership added")
    assert [(d.label, d.new) for d in differences] == [
        ("City", "Hengyang"),
        ("Partner", str(partnership.partner)),
        ("Kind", "Friendship city"),
    ]


def test_a_part_that_was_taken_away_is_told(clerk):
    partnership = PartnershipFactory(steps=[("signed", "1992-08-15")])
    other = PartnershipFactory(steps=[("signed", "1999")])
    with set_actor(clerk):
        PartnershipStep.objects.all().delete()
    who, what, differences = told(partnership)[0]
    assert (who, what) == ("clerk", "Step removed")
    assert Difference("Day", "1992-08-15", "—") in differences
    assert [entry.changes["day"][0] for entry in changes_of(other) if entry.action == LogEntry.Action.DELETE] == [
        "1999"
    ]


def test_a_record_whose_key_is_text_has_its_history(head):
    country = Country.objects.get(pk="NO")
    with set_actor(head):
        country.name_zh = "挪威王国"
        country.save()
    assert told(country) == [("head", "Country or region changed", [Difference("Chinese name", "挪威", "挪威王国")])]


def test_several_records_are_told_together_newest_first(clerk):
    one, two = OrganizationFactory(), OrganizationFactory()
    with set_actor(clerk):
        for organization, note in ((one, "first"), (two, "second"), (one, "third")):
            organization.note = note
            organization.save()
    changes = readable_changes(changes_of(one, two))
    assert [change.differences[0].new for change in changes[:3]] == ["third", "second", "first"]


def test_a_change_by_a_command_is_the_systems(db):
    assert {who for who, _what, _differences in told(CityFactory())} == {"the system"}


def test_what_a_gift_said_of_carrier_and_use_before_they_had_rows_is_told_in_words(clerk):
    gift = GiftFactory()
    LogEntry.objects.log_create(
        gift,
        action=LogEntry.Action.UPDATE,
        changes={
            "use": ["", "schools"],
            "carrier": ["SF", "DHL"],
            "tracking": ["", "1"],
            "expected_on": ["None", "2020"],
        },
        actor=clerk,
    )
    assert told(gift)[0] == (
        "clerk",
        "Gift changed",
        [
            Difference("Went to", "—", "Schools"),
            Difference("Carrier", "SF", "DHL"),
            Difference("Tracking number", "—", "1"),
            Difference("Expected arrival", "—", "2020"),
        ],
    )


def test_any_number_of_changes_costs_the_same(clerk, django_assert_num_queries):
    city = CityFactory()
    for code in ("PT", "FR", "DE", "IT"):
        city.country_id = code
        city.save()
    entries = changes_of(city)
    with django_assert_num_queries(1):
        readable_changes(entries)
