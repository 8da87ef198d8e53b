"""Under which country a letter is found."""

from datetime import date

import pytest
from django.urls import reverse

from correspondence.actions.drafting import draft_letter
from correspondence.actions.incoming import receive_letter
from correspondence.models import Letter
from correspondence.texts.proposing import propose_brief
from crm.dates import PartialDate
from crm.models import Organization
from tests.factories import PersonFactory

ON = date(2020, 4, 20)


@pytest.fixture
def found(client_of, reader):
    """The letters that the list shows under a country, or under our missions."""

    def ask(country):
        page = client_of(reader).get(reverse("letter-list"), {"country": country})
        return {row.record for row in page.context["table"].rows}

    return ask


def test_who_has_a_city_and_no_country_is_found_under_the_citys_country(guadalajara, clerk, found):
    friend = PersonFactory(
        city=guadalajara, gender="f", names={"latin": ("Ana", "Ruiz"), "chinese": ("安娜", "鲁伊斯")}
    )
    brief = propose_brief(kind="condolence", on=ON, person=friend)
    sent = draft_letter(by=clerk, brief=brief)
    day = PartialDate(ON)
    facts = {"kind": "thanks", "day": day, "received_on": day, "means": "email", "language": "es", "words": "x"}
    received = receive_letter(by=clerk, person=friend, **facts)
    assert {(letter.city, letter.country_id, letter.group) for letter in (sent, received)} == {
        (guadalajara, "ES", "ES")
    }
    assert {sent, received} <= found("ES")


def test_letters_to_and_from_our_own_mission_stand_under_our_missions(demo, clerk, found):
    mission = Organization.objects.get(slug="embassy-of-china-no")
    brief = propose_brief(kind="thanks", on=ON, organization=mission)
    letter = draft_letter(by=clerk, brief=brief)
    theirs = set(Letter.objects.incoming().filter(group="missions"))
    assert (letter.group, letter.country, letter.group_name) == ("missions", None, "Our missions abroad")
    assert (found("missions"), found("NO") & {letter, *theirs}) == ({letter, *theirs}, set())
