"""Every letter text in every situation: what stands between us, what they gave, what we give, who is written to."""

import re
from itertools import product
from typing import NamedTuple

import pytest

from correspondence.texts.composing import compose_pair
from correspondence.texts.proposing import propose_brief
from crm.actions.gifts import enter_gift
from crm.models import City, Gift, ItemKind, Occasion, Partnership, StepKind
from tests.correspondence.texts.letters import FORMAL, KINDS, ON, PARTNERS

STANDINGS = {
    "sister": ("sister", StepKind.SIGNED, "1992-08-15"),
    "since unknown": ("sister", StepKind.SIGNED, None),
    "friendly": ("friendly", StepKind.SIGNED, "2005"),
    "prospective": ("sister", StepKind.INTENT, "2018"),
    "ended": ("sister", StepKind.ENDED, "2015"),
}
# What is on record of each gift: how many, the state, the day.
RECEIVED = {
    "nothing": (),
    "one": ((4000, "received", "2020-02-05"),),
    "untold": ((None, "received", "2020-02"),),
    "one thing": ((1, "received", "2020"),),
    "several": ((4000, "received", "2020-02-05"), (None, "received", "2020-02")),
}
GIVEN = {
    "nothing": (),
    "planned": ((30000, "planned", "2020-04"),),
    "sent": ((1, "sent", "2020-04-10"),),
    "arrived": ((20000, "received", "2020-03"),),
    "several": ((30000, "sent", "2020-04-10"), (500, "planned", "2020-05")),
}


class Situation(NamedTuple):
    """One case, said in words."""

    kind: str
    language: str
    standing: str
    received: str
    given: str
    gender: str

    def __str__(self):
        return "-".join(self)


def situations():
    """All of them; what a kind of letter never speaks of is not varied."""
    for said in product(KINDS, PARTNERS, STANDINGS, RECEIVED, GIVEN, "fm"):
        situation = Situation(*said)
        tells = {"thanks": ("received",), "reciprocal_support": ("received", "given")}.get(situation.kind, ())
        if all(getattr(situation, name) == "nothing" for name in ("received", "given") if name not in tells):
            yield situation


def put_gifts(city: City, clerk, direction: str, gifts) -> list[Gift]:
    """Puts gifts of masks between a city and us on record."""
    masks, occasion, made = ItemKind.objects.get(code="mask"), Occasion.objects.first(), []
    for quantity, state, day in gifts:
        gift = Gift.objects.create(direction=direction, state=state, day=day, occasion=occasion)
        gift.partners.create(city=city)
        gift.lines.create(item=masks, quantity=quantity)
        enter_gift(by=clerk, gift=gift)
        made.append(gift)
    return made


def put_standing(city: City, standing: str) -> None:
    """Makes our partnership with a city what the situation says."""
    kind, step, day = STANDINGS[standing]
    partnership = Partnership.objects.get_or_create(city=City.objects.get(slug="hengyang-cn"), partner=city)[0]
    Partnership.objects.filter(pk=partnership.pk).update(kind=kind, confirmed=True)
    partnership.steps.all().delete()
    partnership.steps.create(kind=step, day=day)


@pytest.mark.sampled("situation", situations(), 24)
def test_every_text_in_every_situation(situation, demo, clerk):
    city = City.objects.get(slug=PARTNERS[situation.language])
    put_standing(city, situation.standing)
    received = put_gifts(city, clerk, "received", RECEIVED[situation.received])
    given = put_gifts(city, clerk, "given", GIVEN[situation.given])
    holder = propose_brief(kind="notification", on=ON, city=city).person
    if holder:
        type(holder).objects.filter(pk=holder.pk).update(gender=situation.gender)
    brief = propose_brief(kind=situation.kind, on=ON, city=city, received=received, given=given, courtesies=[])
    chinese, foreign = compose_pair(brief)
    assert (chinese.language, foreign.language) == ("zh-hans", situation.language)
    assert [p.key for p in chinese.paragraphs] == [p.key for p in foreign.paragraphs]
    for letter in (chinese, foreign):
        assert all(p.body.strip() for p in letter.paragraphs)
        assert letter.paragraphs
        assert not re.search(r"[{}\[\]]|None|  ", letter.words), letter.words
        if situation.standing in ("prospective", "ended"):
            assert not re.search(FORMAL[letter.language], letter.words, re.IGNORECASE), letter.words
