"""What a partnership is on a day follows from its dated steps."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError

from crm.models import Country, Partnership, StepKind
from tests.factories import CityFactory, PartnershipFactory

pytestmark = pytest.mark.django_db
SIGNED, DORMANT, ENDED = (StepKind.SIGNED, "1992"), (StepKind.DORMANT, "2005"), (StepKind.ENDED, "2010")


@pytest.mark.parametrize(
    ("steps", "standing"),
    [
        ((), "prospective"),
        (((StepKind.INTENT, "2018"),), "prospective"),
        ((SIGNED,), "sister"),
        (((StepKind.SIGNED, None),), "sister"),
        ((SIGNED, DORMANT), "dormant"),
        ((SIGNED, DORMANT, (StepKind.RESUMED, "2008")), "sister"),
        ((SIGNED, DORMANT, (StepKind.EXCHANGE, "2008")), "dormant"),
        ((SIGNED, DORMANT, ENDED), "ended"),
        ((DORMANT, (StepKind.RESUMED, "2008")), "prospective"),
        ((SIGNED, (StepKind.ENDED, "2021")), "sister"),
    ],
)
def test_the_standing_follows_from_the_steps_taken_by_the_day(steps, standing):
    assert PartnershipFactory(steps=steps).standing(date(2020, 6, 1)) == standing


@pytest.mark.parametrize(
    "steps",
    [
        (),
        ((StepKind.SIGNED, None), (StepKind.ENDED, None)),
        ((StepKind.ENDED, None), (StepKind.SIGNED, None)),
        (SIGNED, DORMANT),
        (DORMANT, SIGNED),
        (SIGNED, DORMANT, (StepKind.RESUMED, "2008")),
        (SIGNED, DORMANT, (StepKind.RESUMED, "2005")),
        (SIGNED, DORMANT, (StepKind.EXCHANGE, "2008")),
        (SIGNED, (StepKind.ENDED, "2021")),
    ],
)
@pytest.mark.parametrize("confirmed", [True, False])
def test_alive_is_what_stands_or_is_planned(steps, confirmed):
    partnership, on = PartnershipFactory(steps=steps, confirmed=confirmed, source="heard"), date(2020, 6, 1)
    stands = partnership.standing(on) not in ("dormant", "ended", "unconfirmed")
    assert Partnership.objects.alive(on).exists() == stands


def test_what_nobody_has_confirmed_is_unconfirmed_and_says_its_source():
    partnership = PartnershipFactory(confirmed=False, source="the city's own site")
    assert partnership.standing(date(2020, 6, 1)) == "unconfirmed"
    partnership.source = ""
    with pytest.raises(ValidationError, match="where it is known from"):
        partnership.clean()


def test_a_step_of_unknown_date_is_older_than_all():
    partnership = PartnershipFactory(steps=(ENDED, (StepKind.SIGNED, None), SIGNED))
    assert [step.kind for step in partnership.steps_by(date(2020, 1, 1))] == ["signed", "signed", "ended"]


@pytest.mark.parametrize(("on", "since"), [(date(1991, 1, 1), None), (date(2020, 1, 1), "1992")])
def test_it_is_told_since_when(on, since):
    found = PartnershipFactory(steps=(SIGNED, (StepKind.SIGNED, "2002"))).since(on)
    assert (found and str(found)) == since


def test_what_is_filed_apart_has_no_partnership():
    Country.objects.filter(pk="JP").update(filed_apart=True)
    with pytest.raises(ValidationError, match="filed apart"):
        PartnershipFactory(partner=CityFactory(country_id="JP")).clean()


def test_a_partnership_between_others_is_not_ours():
    ours = PartnershipFactory()
    PartnershipFactory(city=CityFactory())
    assert list(Partnership.objects.ours()) == [ours]
