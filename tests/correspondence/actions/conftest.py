"""What tests of actions on letters share."""

import pytest

from crm.actions.gifts import enter_gift
from tests.factories import (
    CourtesyFactory,
    GiftFactory,
    IdentityFactory,
    LetterFactory,
    OrganizationFactory,
    ReceivedLetterFactory,
)


@pytest.fixture
def letter(clerk):
    """A draft in Chinese and Spanish of an identity that counts 衡政函; it answers one of theirs, names two gifts."""
    identity = IdentityFactory(number_prefix="衡政函")
    organization = OrganizationFactory()
    received = GiftFactory(partner=organization.city)
    announced = GiftFactory(partner=organization.city, direction="given", state="sent", day="2020-04-10")
    for gift in (received, announced):
        enter_gift(by=clerk, gift=gift)
    theirs = CourtesyFactory(partner=organization, kind="letter", day="2020-03-10")
    return LetterFactory(
        organization=organization,
        identity=identity,
        drafter=clerk,
        thanks_for=[received],
        announces=[announced],
        replies_to=ReceivedLetterFactory(organization=organization, entry=theirs),
    )
