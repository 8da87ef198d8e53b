"""Case forms from a dictionary: what is taken for a word's own form, and which of several is chosen."""

import pytest

from correspondence.languages.base import CaseUnknown
from correspondence.languages.base.forms import Forms, chosen, restored

UKRAINIAN = Forms("uk", joining=("і", "й", "та"), adjectives="ський$")
MALE, FEMALE, FAMILY = "masc", "femn", frozenset({"Surn"})


def test_another_words_form_is_no_name():
    assert UKRAINIAN.parses("Вусі", "NOUN") == []
    assert [parse.normal_form for parse in UKRAINIAN.parses("Суми", "NOUN")] == ["суми"]


def test_an_unknown_adjective_is_told_by_its_ending_alone():
    assert UKRAINIAN.phrase("Хенʼянський уряд", "genitive", animate=False) == "Хенʼянського уряду"
    assert UKRAINIAN.parses("Хенʼянний", "ADJF") == []


def test_a_family_name_fits_one_gender():
    assert UKRAINIAN.person("Коваль", "dative", FAMILY, MALE) == "Ковалю"
    assert UKRAINIAN.person("Коваль", "dative", FAMILY, FEMALE) == "Коваль"
    with pytest.raises(CaseUnknown):
        UKRAINIAN.person("Терехова", "dative", FAMILY, MALE)


@pytest.mark.parametrize(
    ("phrase", "dative"),
    [
        ("Перший заступник голови", "Першому заступнику голови"),
        ("Надзвичайний і Повноважний Посол", "Надзвичайному і Повноважному Послу"),
        ("Уповноважений Президента", "Уповноваженому Президента"),
        ("Єпископ Київський", "Єпископу Київському"),
        ("Міська голова", "Міській голові"),
    ],
)
def test_a_head_takes_its_adjectives_along_and_leaves_its_complements(phrase, dative):
    assert UKRAINIAN.phrase(phrase, "dative", animate=True) == dative


@pytest.mark.parametrize("phrase", ["Голова і директор", "Голова — директор", "Хтокало", ""])
def test_no_head_or_two_are_refused(phrase):
    with pytest.raises(CaseUnknown):
        UKRAINIAN.phrase(phrase, "genitive", animate=False)


def test_head_of_a_title():
    assert UKRAINIAN.head("Перший заступник міського голови") == (["Перший"], "заступник")


@pytest.mark.parametrize(
    ("forms", "word", "case", "options", "form"),
    [
        (["харкову", "харковові"], "харків", "dative", {}, "харкову"),
        (["києву", "києві"], "київ", "locative", {}, "києві"),
        (["міськім", "міському"], "міський", "locative", {}, "міському"),
        (["пхеньяну", "пхеньяна"], "пхеньян", "genitive", {"place": True}, "пхеньяна"),
        (["народну", "народную"], "народна", "accusative", {}, "народну"),
        (["міського", "міський"], "міський", "accusative", {"animate": True}, "міського"),
        (["міського", "міський"], "міський", "accusative", {}, "міський"),
    ],
)
def test_the_form_that_letters_use(forms, word, case, options, form):
    assert chosen(forms, word, case, **{"animate": False, "place": False, **options}) == form


@pytest.mark.parametrize(
    ("word", "form", "written"),
    [
        ("Камʼянець-Подільський", "кам'янця-подільського", "Камʼянця-Подільського"),
        ("Марʼяна", "мар'яні", "Марʼяні"),
        ("Любов", "любов'ю", "Любовʼю"),
        ("міський", "міському", "міському"),
    ],
)
def test_capitals_and_apostrophes_are_the_words_own(word, form, written):
    assert restored(word, form) == written
