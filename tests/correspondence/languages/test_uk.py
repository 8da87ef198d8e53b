"""Ukrainian as a mayor's office would write it."""

import tomllib
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from correspondence.languages import language_rules
from correspondence.languages.base import Addressee, GenderRequired, Signatory, Word
from crm.dates import parse_partial_date

UK = language_rules("uk")
FIXTURES = Path(__file__).parents[3] / "fixtures"
WORDS = {kind: Word(**forms) for kind, forms in tomllib.loads((FIXTURES / "item_words/uk.toml").read_text()).items()}


def count(kind, quantity, qualifier="exact", unit="piece"):
    """The phrase with ordinary spaces, which read better in a table than U+00A0."""
    amount = None if quantity is None else Decimal(quantity)
    return UK.count(WORDS[kind], amount, qualifier, unit).replace("\u00a0", " ")


@pytest.mark.parametrize(
    ("quantity", "phrase"),
    [
        ("0", "0 масок"),
        ("1", "1 маску"),
        ("2", "2 маски"),
        ("5", "5 масок"),
        ("11", "11 масок"),
        ("12", "12 масок"),
        ("19", "19 масок"),
        ("20", "20 масок"),
        ("20.00", "20 масок"),
        ("21", "21 маску"),
        ("22", "22 маски"),
        ("100", "100 масок"),
        ("101", "101 маску"),
        ("111", "111 масок"),
        ("1000", "1 000 масок"),
        ("4000", "4 000 масок"),
        ("26000", "26 000 масок"),
        ("260000", "260 000 масок"),
        ("1000000", "1 000 000 масок"),
        ("1.5", "1,5 маски"),
    ],
)
def test_numbers_and_plurals(quantity, phrase):
    assert count("mask", quantity) == phrase


def test_thousands_are_grouped_by_a_no_break_space():
    assert UK.number(Decimal(260000)) == "260\u00a0000"


@pytest.mark.parametrize(
    ("qualifier", "quantity", "phrase"),
    [
        ("about", "1", "близько 1 маски"),
        ("about", "2", "близько 2 масок"),
        ("about", "5", "близько 5 масок"),
        ("about", "20", "близько 20 масок"),
        ("about", "21", "близько 21 маски"),
        ("about", "1.5", "близько 1,5 маски"),
        ("over", "20", "понад 20 масок"),
        ("over", "21", "понад 21 маску"),
        ("over", "22", "понад 22 маски"),
        ("over", "260000", "понад 260 000 масок"),
    ],
)
def test_qualifiers_rule_the_case(qualifier, quantity, phrase):
    assert count("mask", quantity, qualifier) == phrase


@pytest.mark.parametrize(
    ("kind", "one", "three", "many", "unknown", "bare"),
    [
        ("mask", "1 маску", "3 маски", "20 масок", "масок", "маски"),
        (
            "protective_suit",
            "1 захисний костюм",
            "3 захисні костюми",
            "20 захисних костюмів",
            "захисних костюмів",
            "захисні костюми",
        ),
        (
            "goggles",
            "1 пару захисних окулярів",
            "3 пари захисних окулярів",
            "20 пар захисних окулярів",
            "захисних окулярів",
            "захисні окуляри",
        ),
        ("gloves", "1 пару рукавичок", "3 пари рукавичок", "20 пар рукавичок", "рукавичок", "рукавички"),
        ("thermometer", "1 термометр", "3 термометри", "20 термометрів", "термометрів", "термометри"),
        ("ventilator", "1 апарат ШВЛ", "3 апарати ШВЛ", "20 апаратів ШВЛ", "апаратів ШВЛ", "апарати ШВЛ"),
        (
            "disinfectant",
            "1 флакон дезінфекційного засобу",
            "3 флакони дезінфекційного засобу",
            "20 флаконів дезінфекційного засобу",
            "дезінфекційних засобів",
            "дезінфекційні засоби",
        ),
        ("book", "1 книгу", "3 книги", "20 книг", "книг", "книги"),
        (
            "protective_supplies",
            "1 комплект засобів захисту",
            "3 комплекти засобів захисту",
            "20 комплектів засобів захисту",
            "засобів захисту",
            "засоби захисту",
        ),
    ],
)
def test_shipped_words(kind, one, three, many, unknown, bare):
    assert [count(kind, quantity) for quantity in ("1", "3", "20")] == [one, three, many]
    assert count(kind, None) == f"велику кількість {unknown}"
    assert UK.name_goods(WORDS[kind]) == bare


@pytest.mark.parametrize(
    ("quantity", "unit", "qualifier", "phrase"),
    [
        ("1", "carton", "exact", "1 коробку масок"),
        ("3", "carton", "exact", "3 коробки масок"),
        ("21", "carton", "about", "близько 21 коробки масок"),
        ("20", "box", "exact", "20 упаковок масок"),
        ("2", "kilogram", "exact", "2 кілограми масок"),
        ("500", "kilogram", "over", "понад 500 кілограмів масок"),
        ("1", "tonne", "exact", "1 тонну масок"),
        ("1.5", "tonne", "exact", "1,5 тонни масок"),
        ("1.5", "tonne", "about", "близько 1,5 тонни масок"),
        ("2", "tonne", "about", "близько 2 тонн масок"),
        ("100", "litre", "exact", "100 літрів масок"),
    ],
)
def test_containers_and_weights(quantity, unit, qualifier, phrase):
    assert count("mask", quantity, qualifier, unit) == phrase


@pytest.mark.parametrize(
    ("value", "currency", "qualifier", "phrase"),
    [
        ("5000", "CNY", "exact", "5 000 китайських юанів"),
        ("1", "JPY", "exact", "1 японську єну"),
        ("100000", "JPY", "exact", "100 000 японських єн"),
        ("1000", "EUR", "exact", "1 000 євро"),
        ("22", "USD", "exact", "22 долари США"),
        ("21", "NOK", "exact", "21 норвезьку крону"),
        ("21", "NOK", "about", "близько 21 норвезької крони"),
        ("300", "RON", "exact", "300 румунських леїв"),
        ("1000", "KRW", "exact", "1 000 південнокорейських вонів"),
        ("1", "UAH", "exact", "1 українську гривню"),
        ("1.50", "UAH", "exact", "1,50 української гривні"),
        ("5000", "PHP", "over", "понад 5 000 філіппінських песо"),
        ("5", "XQX", "exact", "5 XQX"),
    ],
)
def test_money(value, currency, qualifier, phrase):
    assert UK.money(Decimal(value), currency, qualifier).replace("\u00a0", " ") == phrase


@pytest.mark.parametrize(
    ("written", "adverb", "noun"),
    [
        ("2020-03-05", "5 березня 2020 року", "5 березня 2020 року"),
        ("2020-02", "у лютому 2020 року", "лютий 2020 року"),
        ("2020", "у 2020 році", "2020"),
    ],
)
def test_when(written, adverb, noun):
    when = parse_partial_date(written)
    assert [UK.when(when), UK.plain_date(when)] == [adverb, noun]


def test_list_item():
    assert UK.list_item("лютий 2020 року", count("mask", "21")) == "лютий 2020 року: 21 маску"


def test_months_in_every_case():
    months = [date(2020, month, 1) for month in range(1, 13)]
    assert [UK.month(month).split()[0] for month in (months[0], months[2], months[11])] == [
        "січень",
        "березень",
        "грудень",
    ]
    assert [UK.in_month(month).split()[1] for month in months] == (
        "січні лютому березні квітні травні червні липні серпні вересні жовтні листопаді грудні".split()
    )
    assert UK.place_and_date("Хенʼян", months[4]) == "Хенʼян, 1 травня 2020 року"


@pytest.mark.parametrize(
    ("phrases", "joined"),
    [
        (["20 масок"], "20 масок"),
        (["20 масок", "1 книгу"], "20 масок і 1 книгу"),
        (["20 масок", "1 книгу", "2 термометри"], "20 масок, 1 книгу і 2 термометри"),
    ],
)
def test_join(phrases, joined):
    assert UK.join(phrases) == joined


@pytest.mark.parametrize(
    ("filled", "smooth"),
    [
        ("про пожежу у місті Бровари", "про пожежу в місті Бровари"),
        ("про повінь у місті Бровари", "про повінь у місті Бровари"),
        ("що у лютому 2020 року", "що в лютому 2020 року"),
        ("2020 року і у березні", "2020 року і в березні"),
        ("2020 року і у квітні", "2020 року й у квітні"),
        ("про епідемію у Вашому краї", "про епідемію у Вашому краї"),
        ("про епідемію у світі", "про епідемію у світі"),
        ("термометри і апарати ШВЛ", "термометри й апарати ШВЛ"),
        ("маски і книги", "маски і книги"),
    ],
)
def test_the_ear_chooses_between_forms_of_one_word(filled, smooth):
    assert UK.smooth(filled) == smooth


def test_where():
    assert [UK.where("Бровари"), UK.where("")] == ["у місті Бровари", "у Вашому краї"]


def addressee(role, gender, title="", organization=""):
    given = "Ганна" if gender == "f" else "Ігор"
    return Addressee(role, f"{given} Їжакевич", "Їжакевич", given, gender, title, organization)


@pytest.mark.parametrize(
    ("role", "title", "to_man", "to_woman"),
    [
        ("mayor", "", "Вельмишановний пане міський голово!", "Вельмишановна пані міський голово!"),
        (
            "mayor",
            "Броварський міський голова",
            "Вельмишановний пане міський голово!",
            "Вельмишановна пані міський голово!",
        ),
        ("mayor", "Селищний голова", "Вельмишановний пане селищний голово!", "Вельмишановна пані селищний голово!"),
        ("deputy_mayor", "", "Шановний пане заступнику!", "Шановна пані заступнице!"),
        ("council_president", "", "Шановний пане голово!", "Шановна пані голово!"),
        ("council_president", "секретар міської ради", "Шановний пане секретарю!", "Шановна пані секретарю!"),
        ("director", "", "Шановний пане начальнику!", "Шановна пані начальнице!"),
        ("official", "перший заступник голови", "Шановний пане перший заступнику!", "Шановна пані перший заступнику!"),
        ("ambassador", "", "Ваша Високоповажносте!", "Ваша Високоповажносте!"),
        ("official", "Керівник апарату виконкому", "Шановний пане керівнику!", "Шановна пані керівнику!"),
        ("official", "", "Шановний пане Їжакевич!", "Шановна пані Їжакевич!"),
        ("official", "в. о. міського голови", "Шановний пане Їжакевич!", "Шановна пані Їжакевич!"),
        ("person", "", "Шановний пане Їжакевич!", "Шановна пані Їжакевич!"),
        ("organization", "", "Шановні пані та панове!", "Шановні пані та панове!"),
    ],
)
def test_salutation(role, title, to_man, to_woman):
    assert [UK.salutation(addressee(role, gender, title)) for gender in "mf"] == [to_man, to_woman]


@pytest.mark.parametrize(
    ("role", "title", "man", "woman"),
    [
        ("mayor", "", "Міський голова", "Міський голова"),
        ("deputy_mayor", "", "Заступник міського голови", "Заступниця міського голови"),
        ("council_president", "", "Голова ради", "Голова ради"),
        ("director", "", "Начальник відділу міжнародних звʼязків", "Начальниця відділу міжнародних звʼязків"),
        ("ambassador", "", "Надзвичайний і Повноважний Посол", "Надзвичайний і Повноважний Посол"),
        ("official", "радниця міського голови", "Радниця міського голови", "Радниця міського голови"),
    ],
)
def test_envelope(role, title, man, woman):
    assert UK.envelope(addressee(role, "m", title)) == [man, "Ігор ЇЖАКЕВИЧ"]
    assert UK.envelope(addressee(role, "f", title)) == [woman, "Ганна ЇЖАКЕВИЧ"]


@pytest.mark.parametrize(
    ("rank", "title", "salutation", "closing"),
    [
        ("consul_general", "", "Вельмишановна пані генеральний консуле!", "З глибокою повагою"),
        ("consul", "Почесний консул України", "Шановна пані почесний консуле!", "З повагою"),
    ],
)
def test_a_consul_is_no_excellency(rank, title, salutation, closing):
    consul = addressee(rank, "f", title)
    assert [UK.salutation(consul), UK.closing(consul)] == [salutation, closing]


def test_envelope_of_a_person_without_a_post():
    assert UK.envelope(addressee("person", "m")) == ["Пан Ігор ЇЖАКЕВИЧ"]
    assert UK.envelope(addressee("person", "f")) == ["Пані Ганна ЇЖАКЕВИЧ"]


def test_envelope_names_the_organization_first():
    council = "Броварська міська рада"
    assert UK.envelope(addressee("organization", "", organization=council)) == [council]
    assert UK.envelope(addressee("mayor", "m", organization=council)) == [council, "Міський голова", "Ігор ЇЖАКЕВИЧ"]


ROLES = ("mayor", "deputy_mayor", "council_president", "director", "ambassador", "official", "person")


@pytest.mark.parametrize("role", ROLES)
def test_gender_is_required_of_everyone_but_a_organization(role):
    unknown = addressee(role, "")
    assert UK.requires_gender(unknown) is True
    for write in (UK.salutation, UK.envelope):
        with pytest.raises(GenderRequired):
            write(unknown)
    assert UK.requires_gender(addressee(role, "f")) is False


def test_gender_is_not_required_of_a_organization():
    assert UK.requires_gender(Addressee("organization", organization="Броварська міська рада")) is False


@pytest.mark.parametrize("gender", ["m", "f", ""])
@pytest.mark.parametrize("role", [*ROLES, "organization"])
def test_closing(role, gender):
    closings = {
        "mayor": "З глибокою повагою",
        "ambassador": "Прийміть, Ваша Високоповажносте, запевнення в моїй високій повазі.",
    }
    assert UK.closing(addressee(role, gender)) == closings.get(role, "З повагою")


@pytest.mark.parametrize(
    ("signatory", "lines"),
    [
        (Signatory("Народний уряд міста Хенʼян"), ["Народний уряд міста Хенʼян"]),
        (
            Signatory("Народний уряд міста Хенʼян", "Ван Хен", "Ван", "Хен", "Міський голова"),
            ["Народний уряд міста Хенʼян", "Міський голова", "ВАН Хен"],
        ),
    ],
)
def test_signature(signatory, lines):
    assert UK.signature(signatory) == lines
