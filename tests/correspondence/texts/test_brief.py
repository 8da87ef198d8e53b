"""What a brief knows of whom it is addressed to."""

import pytest

from correspondence.texts.brief import standing_noun
from correspondence.texts.proposing import propose_brief
from crm.models import Organization
from tests.correspondence.texts.letters import ON, city


@pytest.mark.parametrize(
    ("standing", "noun"),
    [("sister", "sister"), ("friendly", "friendly"), ("ended", "prospective"), ("unconfirmed", "prospective")],
)
def test_only_a_partnership_that_stands_has_the_formal_noun(standing, noun):
    assert standing_noun(standing) == noun


def test_a_city_is_written_to_in_two_languages_and_our_own_mission_in_chinese(demo):
    abroad = propose_brief(kind="thanks", on=ON, city=city("guadalajara-es"))
    mission = propose_brief(kind="thanks", on=ON, organization=Organization.objects.get(slug="embassy-of-china-no"))
    assert (abroad.languages, abroad.to_city, abroad.to_own_mission) == (("zh-hans", "es"), True, False)
    assert (mission.languages, mission.to_city, mission.to_own_mission) == (("zh-hans",), False, True)
    assert (abroad.standing, mission.standing) == ("prospective", "")
    assert abroad.correspondent == abroad.person


def test_an_occasion_struck_those_on_record_or_anybody_while_nobody_is(demo):
    brief = propose_brief(kind="condolence", on=ON, city=city("guadalajara-es"))
    occasion = brief.occasion
    assert brief.fits(occasion)
    occasion.countries.set(["JP"])
    occasion = type(occasion).objects.get(pk=occasion.pk)
    assert (brief.struck_them(occasion), brief.struck_us(occasion), brief.fits(occasion)) == (False, False, False)
    occasion.countries.clear()
    occasion = type(occasion).objects.get(pk=occasion.pk)
    assert (brief.struck_them(occasion), brief.struck_us(occasion)) == (True, True)
