"""The order of the parts of a name, as said or as its language, form and country have it."""

from itertools import product

import pytest

from correspondence.languages import LANGUAGES
from correspondence.languages.base import Addressee, GenderRequired
from crm.actions.people import record_person
from crm.models import NameForm, Person
from crm.name_orders import FAMILY_FIRST, MIDDLE_PARTS, is_east_asian, propose_order
from tests.factories import CityFactory, OrganizationFactory, UserFactory

CUSTOMS = sorted({*FAMILY_FIRST, *MIDDLE_PARTS, "en", "fil", "pt", "tr", ""})
SCRIPTS = {
    "latin": {"family": "Fam", "given": "Giv", "middle": "Mid"},
    "han": {"family": "高", "given": "明", "middle": "文"},
    "hangul": {"family": "김", "given": "영희", "middle": "자"},
    "rare": {"family": "𠮷田", "given": "葛\U000e0100", "middle": "﨑"},
}


# A line a writing: form, language, family name / middle part / given name, and what it makes.
PEOPLE = """
own vi Nguyễn/Thị Minh/Khai = Nguyễn Thị Minh Khai
latin - Nguyen/Thi Minh/Khai = Nguyen Thi Minh Khai

own ko 김//영희 = 김영희
latin - Kim//Young-hee = Kim Young-hee
chinese - 金//英姬 = 金英姬

own es García/Lorca/Federico = Federico García Lorca
latin en Garcia/Lorca/Federico = Federico Garcia Lorca
chinese zh-hans 加西亚/洛尔卡/费德里科 = 费德里科·加西亚·洛尔卡

own uk Коваль/Ілліч/Іван = Іван Ілліч Коваль
latin - Koval/Illich/Ivan = Ivan Illich Koval

own hu Orbán/Mihály/Viktor = Orbán Viktor Mihály
latin - Orbán/Mihály/Viktor = Viktor Mihály Orbán
chinese - 欧尔班/米哈伊/维克托 = 欧尔班·维克托·米哈伊

own ja 𠮷田//昌大 = 𠮷田昌大
latin - Yoshida//Masahiro = Yoshida Masahiro

own fil Rizal/Protacio/José = José Protacio Rizal

own zh-hant 陳//大文 = 陳大文
other uk Чень//Давень = Чень Давень
"""


@pytest.mark.parametrize("person", PEOPLE.strip().split("\n\n"))
def test_a_name_whose_order_nobody_said_has_that_of_its_own_script(db, person):
    names, full = [], []
    for line in person.splitlines():
        facts, _equals, whole = line.partition(" = ")
        form, language, parts = facts.split(" ", 2)
        parts = dict(zip(("family", "middle", "given"), parts.split("/"), strict=True))
        names.append({"form": form, "language": language if language != "-" else "", **parts})
        full.append(whole)
    record_person(by=UserFactory(), names=names)
    assert [name.full for name in Person.objects.get().names.order_by("pk")] == full


def serves(country: str, kind: str = "other", rank: str = "mayor") -> dict:
    """The facts of somebody with a post at an organization of a country."""
    return {"posts": [{"organization": OrganizationFactory(country_id=country, kind=kind, city=None), "rank": rank}]}


@pytest.mark.parametrize(
    ("facts", "full"),
    [
        (lambda: {"country_id": "VN"}, "Nguyen Thi Minh Khai"),
        (lambda: {"country_id": "ES"}, "Khai Thi Minh Nguyen"),
        (lambda: {"city": CityFactory(country_id="KR")}, "Nguyen Thi Minh Khai"),
        (lambda: serves("VN"), "Nguyen Thi Minh Khai"),
        (lambda: serves("HU"), "Khai Thi Minh Nguyen"),
        (lambda: serves("ES", "own_mission", "ambassador"), "Nguyen Thi Minh Khai"),
        (dict, "Khai Thi Minh Nguyen"),
    ],
)
def test_where_no_language_tells_the_country_does(db, facts, full):
    name = {"form": "latin", "family": "Nguyen", "middle": "Thi Minh", "given": "Khai"}
    record_person(by=UserFactory(), names=[name], **facts())
    assert Person.objects.get().names.get().full == full


@pytest.mark.parametrize("said", [True, False])
def test_an_order_that_was_said_stays(db, said):
    name = {"form": "own", "language": "ko", "family": "김", "given": "영희", "family_first": said}
    person = record_person(by=UserFactory(), country_id="KR", names=[name])
    kept = person.names.get()
    kept.save()
    assert (kept.family_first, kept.full) == (said, "김영희" if said else "영희 김")


def test_the_language_of_the_own_name_goes_before_the_country():
    assert [propose_order("latin", "", own, "JP") for own in ("de", "ko", "")] == [False, True, True]


@pytest.mark.parametrize(
    ("text", "yes"), [("𠮷田", True), ("葛\U000e0100城", True), ("山﨑", True), ("김영희", True), ("Kim 김", False)]
)
def test_rare_planes_and_chosen_shapes_are_east_asian_too(text, yes):
    assert is_east_asian(text) is yes


@pytest.mark.parametrize("first", [True, False, None])
@pytest.mark.parametrize("custom", CUSTOMS)
def test_every_part_is_in_the_full_name_the_index_and_the_envelope(db, custom, first):
    """Orders × languages × forms × scripts."""
    by = UserFactory()
    for form, parts in product(NameForm.values, SCRIPTS.values()):
        language = custom or ("en" if form == "other" else "")
        name = {"form": form, "language": language, "family_first": first, **parts}
        person = record_person(by=by, names=[name], gender="f")
        full = Person.objects.get(pk=person.pk).names.get().full
        assert all(part in full for part in parts.values()), (form, parts, full)
        for asked in (*parts.values(), full):
            assert person in Person.objects.search(asked), (form, asked)
        assert [code for code in LANGUAGES if misses(code, full, parts)] == []


CITY = {"city": "X", "place_kind": "city"}


def misses(code: str, full: str, parts: dict) -> bool:
    """Whether a language's envelope leaves a part of a name out, for a mayor or for anybody."""
    for role in ("mayor", "person"):
        whom = Addressee(role=role, name=full, gender="f", declined=parts, **parts, **CITY)
        try:
            words = "\n".join(LANGUAGES[code].envelope(whom)).casefold()
        except GenderRequired:
            return True
        if not all(part.casefold() in words for part in parts.values()):
            return True
    return False
