"""What tests of letters' words share: the kinds, a partner of the demonstration a language, and a letter's words."""

from datetime import date

from correspondence.texts.composing import compose_pair
from correspondence.texts.proposing import propose_brief
from crm.models import City

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


def words(kind="reciprocal_support", slug="guadalajara-es", on=ON, **said) -> str:
    return compose_pair(propose_brief(kind=kind, on=on, city=city(slug), **said))[-1].words
