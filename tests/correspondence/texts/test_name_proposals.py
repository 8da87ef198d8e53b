"""The Chinese name that is proposed for somebody whose own is written in Han characters."""

import pytest

from correspondence.errors import MissingWord
from correspondence.forms.lacks import LacksForm, keep_words
from correspondence.texts.name_proposals import propose_name, propose_person_name, propose_person_parts
from correspondence.texts.naming import name_of_person
from crm.models import City, CityName, Organization, Person, PersonName

pytestmark = pytest.mark.django_db


def person(family: str, given: str, language: str = "ja") -> Person:
    someone = Person.objects.create()
    PersonName.objects.create(person=someone, form="own", language=language, family=family, given=given)
    return someone


@pytest.mark.parametrize(
    ("family", "given", "language", "parts"),
    [
        ("鈴木", "一郎", "ja", ("铃木", "一郎")),
        ("佐々木", "恵", "ja", ("佐佐木", "惠")),
        ("浜田", "広", "ja", ("滨田", "广")),
        ("陳", "明遠", "zh-hans", ("陈", "明远")),
        ("むらかみ", "春樹", "ja", None),
        ("김", "민준", "ko", None),
        ("Wood", "Mary", "en", None),
    ],
)
def test_han_characters_are_simplified_and_sounds_left_to_a_person(family, given, language, parts):
    someone = person(family, given, language)
    assert propose_person_parts(someone, "zh-hans") == parts
    assert propose_person_name(someone, "zh-hans") == "".join(parts or ())
    assert propose_person_parts(someone, "en") is None


def test_nothing_is_proposed_beside_a_chinese_name_on_record():
    someone = person("鈴木", "一郎")
    PersonName.objects.create(person=someone, form="chinese", language="zh-hans", family="鈴木", given="一郎")
    assert propose_person_parts(someone, "zh-hans") is None


def test_the_proposal_is_kept_as_family_and_given_name_when_somebody_ticks_it(clerk):
    someone = person("渡辺", "恵")
    with pytest.raises(MissingWord) as refused:
        name_of_person(someone, "zh-hans")
    lack = refused.value.lack
    assert lack.proposal == "渡边惠"
    form = LacksForm({f"{lack.key}-right": "on"}, lacks=[lack])
    assert form.is_valid()
    assert keep_words(by=clerk, form=form) == 1
    kept = Person.objects.get(pk=someone.pk).names.get(form="chinese")
    assert (kept.family, kept.given, kept.full) == ("渡边", "惠", "渡边惠")


def test_what_is_typed_goes_before_the_proposal(clerk):
    someone = person("渡辺", "恵")
    with pytest.raises(MissingWord) as refused:
        name_of_person(someone, "zh-hans")
    lack = refused.value.lack
    typed = {lack.key: "渡边", f"{lack.key}-given": "慧", f"{lack.key}-right": "on"}
    form = LacksForm(typed, lacks=[lack])
    assert form.is_valid()
    keep_words(by=clerk, form=form)
    assert Person.objects.get(pk=someone.pk).names.get(form="chinese").full == "渡边慧"


def government(country: str, kind: str, **names: str) -> Organization:
    """A government without a name, of a place with names by language; ``zh`` is Chinese."""
    place = City.objects.create(slug="place", country_id=country, place_kind=kind)
    for language, text in names.items():
        CityName.objects.create(city=place, language=language.replace("zh", "zh-hans"), text=text)
    return Organization.objects.create(slug="government", kind="city_government", city=place, country_id=country)


@pytest.mark.parametrize(
    ("language", "name"),
    [
        ("zh-hans", "无锡市人民政府"),
        ("en", "Wuxi Municipal People's Government"),
        ("es", "Gobierno Popular Municipal de Wuxi"),
        ("nb", "Folkeregjeringen i Wuxi"),
        ("ro", "Guvernul Popular al Municipiului Wuxi"),
        ("fil", "Pamahalaan ng Mamamayan ng Lungsod ng Wuxi"),
        ("ja", "無錫市人民政府"),
        ("ko", ""),
        ("uk", "Народний уряд міста Нанкіна"),
    ],
)
def test_a_chinese_government_is_proposed_in_the_reader_s_language_and_never_in_english_instead(language, name):
    ours = government("CN", "city", zh="无锡市", en="Wuxi", ja="無錫市", uk="Нанкін")
    assert propose_name(ours, language) == name


@pytest.mark.parametrize(
    ("country", "kind", "names", "language", "name"),
    [
        ("JP", "city", {"ja": "明石市"}, "ja", "明石市役所"),
        ("JP", "town", {"ja": "小布施町"}, "ja", "小布施町役場"),
        ("RO", "town", {"ro": "Sinaia"}, "ro", "Primăria Orașului Sinaia"),
        ("ES", "province", {"es": "Toledo"}, "es", ""),
        ("KR", "county", {"ko": "울주군"}, "ko", "울주군청"),
        ("FR", "county", {"zh": "马恩县"}, "zh-hans", "马恩县政府"),
        ("GB", "city", {"en": "Ely"}, "en", "City Government of Ely"),
        ("GB", "county", {"en": "Kent"}, "en", ""),
        ("UA", "city", {"uk": "Кременчук"}, "uk", ""),
    ],
)
def test_a_government_is_proposed_as_its_country_names_those_of_its_kind(country, kind, names, language, name):
    assert propose_name(government(country, kind, **names), language) == name


def test_a_kept_genitive_goes_before_the_one_a_rule_makes():
    ours = government("CN", "city", uk="Усі")
    CityName.objects.update(cases={"genitive": "Уси"})
    assert propose_name(ours, "uk") == "Народний уряд міста Уси"
