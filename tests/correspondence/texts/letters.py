"""What tests of letters' words share: the kinds, a partner of the demonstration a language, and a letter's words."""

from datetime import date

from correspondence.texts.composing import compose_pair
from correspondence.texts.proposing import propose_brief
from crm.actions.gifts import enter_gift
from crm.models import City, Gift, ItemKind, Occasion

ON = date(2020, 4, 20)
KINDS = ("notification", "condolence", "thanks", "reciprocal_support")
PARTNERS = {
    "ja": "ritto-jp",
    "es": "guadalajara-es",
    "en": "podolsk-ru",
    "uk": "brovary-ua",
    "ro": "calarasi-ro",
    "fil": "legazpi-ph",
    "ko": "city-not-named-kr",
    "nb": "city-not-named-no",
}
# What only a partnership that stands is called.
FORMAL = {
    "zh-hans": "友好城市|友城|结好",
    "en": "sister",
    "ja": "友好都市|姉妹",
    "ko": "자매|우호도시",
    "es": "herman",
    "uk": "побратим",
    "nb": "vennskapsby",
    "ro": "înfrăți",
    "fil": "magkapatid|sister",
}


def city(slug: str) -> City:
    return City.objects.get(slug=slug)


def put_gift(city: City, direction: str, quantity, *, state="received", day="2020-03") -> Gift:
    """Masks that passed between a partner and us in the pandemic of the demonstration."""
    covid = Occasion.objects.get(slug="covid-19-2020")
    gift = Gift.objects.create(direction=direction, state=state, day=day, occasion=covid)
    gift.partners.create(city=city)
    gift.lines.create(item=ItemKind.objects.get(code="mask"), quantity=quantity)
    enter_gift(by=None, gift=gift)
    return gift


def put_exchange() -> None:
    """Gives every partner of the table something that we thank for, and something that we give."""
    for slug in PARTNERS.values():
        where = {"partners__city__slug": slug}
        for direction in ("received", "given"):
            if not Gift.objects.filter(direction=direction, **where).exists():
                put_gift(city(slug), direction, 5000)


def words(kind="reciprocal_support", slug="guadalajara-es", on=ON, **said) -> str:
    pair = compose_pair(propose_brief(kind=kind, on=on, city=city(slug), **said))
    return pair[-1].words.replace("\u00a0", " ")  # which keeps numbers at their nouns
