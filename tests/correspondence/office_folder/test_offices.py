"""Two offices as somebody else writes them: what is loaded, and the letters that can be written of it."""

from datetime import date, timedelta
from pathlib import Path

import pytest

from correspondence.models import Letter
from correspondence.office_folder import OfficeFolder, load_folder
from correspondence.texts.composing import compose_pair
from correspondence.texts.proposing import propose_brief
from crm.models import City, Gift, IssuingIdentity, ItemKind, LedgerEntry, Occasion, Organization, Person

OFFICES = Path(__file__).resolve().parents[2] / "offices"
ON, THEN = date(2026, 3, 16), date(2020, 4, 20)
KINDS = ("condolence", "thanks", "reciprocal_support", "notification", "letter")
COUNTED = (City, Organization, Person, Occasion, Gift, LedgerEntry, Letter)


def load(name: str, on: date = ON):
    return load_folder(OfficeFolder(OFFICES / name, on))


@pytest.fixture
def wuxi(db):
    """The office of Wuxi, with every text that is shipped."""
    return load("wuxi")


@pytest.fixture
def yuxi(db):
    """The office of Yuxi, which writes as little as may be, and the old names."""
    return load("yuxi")


def words(kind: str, on: date = THEN, **said) -> tuple[str, str]:
    """The Chinese and the reader's words of a letter to somebody, with plain spaces."""
    identity = IssuingIdentity.objects.get(code="government")
    facts = {"zh-hans": "另告。", **dict.fromkeys(("nb", "ro", "fil", "ja", "ko", "es", "uk", "en"), "—")}
    letters = compose_pair(propose_brief(kind=kind, on=on, identity=identity, facts=facts, **said))
    return tuple(letter.words.replace("\u00a0", " ") for letter in (letters[0], letters[-1]))


def city(slug: str) -> dict:
    return {"city": City.objects.get(slug=slug)}


def organization(slug: str) -> dict:
    return {"organization": Organization.objects.get(slug=slug)}


def counts() -> list[int]:
    return [model.objects.count() for model in COUNTED]


def test_wuxi_is_loaded_whole_and_once(wuxi):
    before = counts()
    assert before == [9, 28, 24, 7, 34, 40, 8]
    assert [identity.code for identity in wuxi.identities.all()] == [
        "government",
        "foreign-affairs-office",
        "friendship-association",
    ]
    load("wuxi", ON + timedelta(days=40))
    assert counts() == before


@pytest.mark.parametrize("name", ["wuxi", "yuxi"])
def test_things_that_an_office_brings_along_lack_no_words(db, name):
    load(name)
    assert [item.code for item in ItemKind.objects.all() if item.languages_lacking()] == []
    assert [str(word) for item in ItemKind.objects.all() for word in item.words.all() if word.missing_forms()] == []


# What each partner's thanks must say of the record: to whom, for what, with whom and through whom; who signs.
THANKS = {
    "bodo-no": ["Ingrid Solbakken", "Kongens gate 23", "500 par hansker", "munnbind", "Zhou Qiming", "i Wuxi"],
    "brasov-ro": ["Andrei Munteanu", "peste 3.000 de măști", "Spitalul Clinic Județean Brașov", "2009"],
    "batangas-city-ph": ["Atty. Corazon Reyes Villanueva", "300 pares ng guwantes", "walong piraso ng face mask"],
    "akashi-jp": ["明石市中崎1丁目5番1号", "マスク1万枚", "防護服200着", "明石日中友好協会", "1981年", "周　啓明"],
    "gimhae-kr": ["박정우", "방역 물품", "저우치밍"],
    "valdivia-cl": ["Marcela Riquelme Soto", "cinco millones de pesos chilenos", "la Cruz Roja de China", "2014"],
    "kremenchuk-ua": ["Василю ОСТАПЕНКУ", "три апарати ШВЛ", "40 пар захисних окулярів", "ЧЖОУ Цімін"],
}
CHINESE = {
    "bodo-no": ["英格丽·索尔巴肯市长", "手套500双", "口罩约5000只"],
    "brasov-ro": ["安德烈·蒙特亚努", "口罩3000余只", "布拉索夫县医院"],
    "batangas-city-ph": ["科拉松·维拉努埃瓦市长", "手套300双"],
    "akashi-jp": ["森川诚司市长", "口罩1万只和防护服200套"],
    "gimhae-kr": ["朴正宇市长", "防疫物资"],
    "valdivia-cl": ["马塞拉·里克尔梅市长", "500万智利比索", "中国红十字会"],
    "kremenchuk-ua": ["瓦西里·奥斯塔彭科市长", "呼吸机3台和护目镜40副"],
}


def test_every_city_of_wuxi_is_written_to_in_every_kind_of_letter(wuxi):
    for slug in THANKS:
        for kind in KINDS:
            chinese, foreign = words(kind, **city(slug))
            assert "无锡" in chinese, (slug, kind)
            assert foreign not in ("", chinese), (slug, kind)


@pytest.mark.parametrize("slug", THANKS)
def test_thanks_say_what_is_on_record(wuxi, slug):
    chinese, foreign = words("thanks", **city(slug))
    assert [text for text in CHINESE[slug] if text not in chinese] == []
    assert [text for text in THANKS[slug] if text not in foreign] == []


def test_a_gift_without_an_occasion_is_in_none(wuxi):
    book = Gift.objects.get(title="가야의 길 伽倻之路")
    assert (book.occasion, book.lines.get().quantity) == (None, 1)
    assert Gift.objects.filter(occasion=None).count() == 2


def test_a_firms_gift_comes_through_the_red_cross(wuxi):
    _chinese, foreign = words("thanks", **organization("saltfjord-sjomat-no"))
    assert all(text in foreign for text in ("Saltfjord Sjømat AS", "101 termometre", "Norges Røde Kors"))


def test_our_embassy_is_written_to_in_chinese_alone(wuxi):
    chinese, foreign = words("thanks", **organization("embassy-of-china-no"))
    assert chinese == foreign
    assert "林大使" in chinese


@pytest.mark.parametrize(
    ("slug", "kind", "said"),
    [
        ("valdivia-cl", "condolence", "terremoto"),
        ("batangas-city-ph", "condolence", "bagyong Hanna"),
        ("brasov-ro", "condolence", "inundațiile"),
        ("brasov-ro", "thanks", "30 de corturi și 500 de pături"),
    ],
)
def test_the_present_is_written_of_on_the_day_of_loading(wuxi, slug, kind, said):
    assert said in words(kind, ON, **city(slug))[1]


def test_what_is_planned_of_things_that_the_office_brought_along_is_told(wuxi):
    tents = Gift.objects.filter(state="planned", occasion__slug="earthquake-valdivia")
    chinese, foreign = words("reciprocal_support", ON, **city("valdivia-cl"), given=list(tents))
    assert "帐篷100顶和毛毯500条" in chinese
    assert "100 tiendas de campaña y 500 mantas" in foreign
    assert "5 de abril de 2026" in foreign


def test_yuxi_is_loaded_from_what_little_it_writes(yuxi):
    before = counts()
    assert (str(yuxi.city), yuxi.identities.get().number_prefix, before) == ("Yuxi", "玉政函", [4, 5, 3, 1, 4, 6, 1])
    kinds = dict(Organization.objects.values_list("slug", "kind"))
    assert {slug for slug, kind in kinds.items() if kind != "city_government"} == {"iloilo-kape-ph"}
    load("yuxi", ON + timedelta(days=40))
    assert counts() == before


@pytest.mark.parametrize(
    ("slug", "kind", "said"),
    [
        ("hamar-no", "thanks", "Einar Nordby"),
        ("hamar-no", "reciprocal_support", "30 000 munnbind"),
        ("sibiu-ro", "condolence", "Raluca Albu"),
        ("sibiu-ro", "reciprocal_support", "21.000 de măști"),
        ("iloilo-ph", "condolence", "Luz Salazar"),
    ],
)
def test_yuxi_writes_to_its_partners(yuxi, slug, kind, said):
    assert said in words(kind, **city(slug))[1]
