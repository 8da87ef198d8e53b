"""Ukrainian as a mayor's office would write it."""

import subprocess
import sys
import tomllib
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from correspondence.languages import language_rules
from correspondence.languages.base import Addressee, CaseUnknown, FormRequired, GenderRequired, Signatory, Word
from crm.dates import parse_partial_date
from crm.models import OrganizationKind
from crm.place_kinds import PlaceKind

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
        ("1", "одну маску"),
        ("2", "дві маски"),
        ("5", "пʼять масок"),
        ("9", "девʼять масок"),
        ("10", "10 масок"),
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
        ("about", "1", "близько однієї маски"),
        ("about", "2", "близько двох масок"),
        ("about", "5", "близько пʼяти масок"),
        ("over", "2", "понад дві маски"),
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
    ("kind", "one", "three", "many", "large", "bare"),
    [
        ("mask", "одну маску", "три маски", "20 масок", "масок", "маски"),
        ("gloves", "одну рукавичку", "три рукавички", "20 рукавичок", "рукавичок", "рукавички"),
        ("thermometer", "один термометр", "три термометри", "20 термометрів", "термометрів", "термометри"),
        ("ventilator", "один апарат ШВЛ", "три апарати ШВЛ", "20 апаратів ШВЛ", "апаратів ШВЛ", "апарати ШВЛ"),
        ("book", "одну книгу", "три книги", "20 книг", "книг", "книги"),
        (
            "protective_suit",
            "один захисний костюм",
            "три захисні костюми",
            "20 захисних костюмів",
            "захисних костюмів",
            "захисні костюми",
        ),
        (
            "goggles",
            "одну пару захисних окулярів",
            "три пари захисних окулярів",
            "20 пар захисних окулярів",
            "захисних окулярів",
            "захисні окуляри",
        ),
        (
            "disinfectant",
            "один флакон дезінфекційного засобу",
            "три флакони дезінфекційного засобу",
            "20 флаконів дезінфекційного засобу",
            "дезінфекційних засобів",
            "дезінфекційні засоби",
        ),
        (
            "protective_supplies",
            "один засіб захисту",
            "три засоби захисту",
            "20 засобів захисту",
            "засобів захисту",
            "засоби захисту",
        ),
    ],
)
def test_shipped_words(kind, one, three, many, large, bare):
    assert [count(kind, quantity) for quantity in ("1", "3", "20")] == [one, three, many]
    assert count(kind, None, "large") == f"велику кількість {large}"
    assert count(kind, None, "some") == f"певну кількість {large}"
    assert [count(kind, None), UK.name_goods(WORDS[kind])] == [bare, bare]
    assert UK.name_one(WORDS[kind]).replace("\u00a0", " ") == one


def test_a_word_without_its_gender_keeps_the_figures_of_one_and_two():
    word = Word(**{**WORDS["mask"].__dict__, "gender": ""})
    phrases = [UK.count(word, Decimal(number)).replace("\u00a0", " ") for number in (1, 2, 3)]
    assert phrases == ["1 маску", "2 маски", "три маски"]


def test_a_number_is_held_to_its_noun():
    assert [UK.count(WORDS["mask"], Decimal(20)), UK.money(Decimal(20), "EUR")] == ["20\u00a0масок", "20\u00a0євро"]


@pytest.mark.parametrize(
    ("quantity", "unit", "qualifier", "phrase"),
    [
        ("1", "carton", "exact", "одну коробку масок"),
        ("3", "carton", "exact", "три коробки масок"),
        ("2", "pair", "exact", "дві пари масок"),
        ("20", "pair", "exact", "20 пар масок"),
        ("1", "set", "exact", "один комплект масок"),
        ("2", "bottle", "about", "близько двох флаконів масок"),
        ("5", "pack", "exact", "пʼять пачок масок"),
        ("1", "batch", "exact", "одну партію масок"),
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
        ("1", "UAH", "exact", "1 гривню"),
        ("100000", "UAH", "about", "близько 100 000 гривень"),
        ("1.50", "UAH", "exact", "1,50 гривні"),
        ("2", "GBP", "exact", "2 фунти стерлінгів"),
        ("5000", "PHP", "over", "понад 5 000 філіппінських песо"),
        ("5", "XQX", "exact", "5 XQX"),
    ],
)
def test_money(value, currency, qualifier, phrase):
    assert UK.money(Decimal(value), currency, qualifier).replace("\u00a0", " ") == phrase


@pytest.mark.parametrize(
    ("written", "said"),
    [("2020-03-05", "5 березня 2020 року"), ("2020-02", "у лютому 2020 року"), ("2020", "у 2020 році")],
)
def test_when(written, said):
    when = parse_partial_date(written)
    assert [UK.when(when).replace("\u00a0", " "), UK.plain_date(when).replace("\u00a0", " ")] == [said, said]


def test_a_day_is_held_to_its_month():
    assert UK.day(date(2020, 3, 5)) == "5\u00a0березня 2020 року"


def test_a_list_of_gifts_tells_when_and_what_in_the_accusative():
    rows = "\n".join(
        f"- {UK.list_item(when, things)}" for when, things in [("у лютому", "маску"), ("у березні", "книгу")]
    )
    assert UK.smooth(rows) == "- у лютому\u00a0— маску;\n- у березні\u00a0— книгу."


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
    assert UK.place_and_date("Хенʼян", months[4]) == "Хенʼян, 1\u00a0травня 2020 року"


@pytest.mark.parametrize(
    ("phrases", "joined"),
    [
        (["20 масок"], "20 масок"),
        (["20 масок", "1 книгу"], "20 масок і 1 книгу"),
        (["20 масок", "1 книгу", "2 термометри"], "20 масок, 1 книгу й 2 термометри"),
        (["маски", "рукавички"], "маски й рукавички"),
        (["маски", "ємності"], "маски і ємності"),
        (["Міністерства освіти і науки", "Полтави"], "Міністерства освіти і науки й Полтави"),
        ([], ""),
        (["Кага з Вашого міста", "Якір з Вашого міста"], "Кага і Якір з Вашого міста"),
        (["Сумська рада", "ТОВ «Кага» з Вашого міста"], "Сумська рада й ТОВ «Кага» з Вашого міста"),
    ],
)
def test_join(phrases, joined):
    assert UK.join(phrases) == joined


@pytest.mark.parametrize(
    ("filled", "smooth"),
    [
        ("про пожежу у місті Бровари", "про пожежу в місті Бровари"),
        ("про повінь у місті Бровари", "про повінь у місті Бровари"),
        ("що у лютому", "що в лютому"),
        ("року і у березні", "року і в березні"),
        ("року і у квітні", "року й у квітні"),
        ("повінь у Одесі", "повінь в Одесі"),
        ("У Ужгороді", "В Ужгороді"),
        ("підтримки усім", "підтримки всім"),
        ("громади, усієї", "громади, усієї"),
        ("у 2020 році", "у 2020\u00a0році"),
        ("у лютому 2020 року", "у лютому 2020\u00a0року"),
        ("про епідемію у Вашому краї", "про епідемію у Вашому краї"),
        ("про епідемію у світі", "про епідемію у світі"),
        ("термометри і апарати ШВЛ", "термометри й апарати ШВЛ"),
        ("маски і книги", "маски і книги"),
    ],
)
def test_the_ear_chooses_between_forms_of_one_word(filled, smooth):
    assert UK.smooth(filled) == smooth


def test_days_of_one_month_or_year_say_it_once():
    said = [
        UK.when_several([parse_partial_date(day) for day in days.split()]).replace("\u00a0", " ")
        for days in ("2020-02-05 2020-03-09", "2020-03-01 2020-03-21", "2019-12-31 2020-01-02", "2020-02 2020-03")
    ]
    assert said == [
        "5 лютого й 9 березня 2020 року",
        "1 й 21 березня 2020 року",
        "31 грудня 2019 року й 2 січня 2020 року",
        "у лютому й березні 2020 року",
    ]


def test_where():
    assert [UK.where("Броварах"), UK.where("")] == ["у Броварах", "у Вашому краї"]


# Places -----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("kind", "your", "in_your", "to_your_people"),
    [
        ("city", "Ваше місто", "Вашому місті", "мешканцям Вашого міста"),
        ("town", "Ваше селище", "Вашому селищі", "мешканцям Вашого селища"),
        ("village", "Ваше село", "Вашому селі", "мешканцям Вашого села"),
        ("municipality", "Ваша громада", "Вашій громаді", "жителям Вашої громади"),
        ("district", "Ваш район", "Вашому районі", "жителям Вашого району"),
        ("region", "Ваша область", "Вашій області", "жителям Вашої області"),
        ("state", "Ваш штат", "Вашому штаті", "жителям Вашого штату"),
        ("country", "Ваша країна", "Вашій країні", "уряду й народу Вашої країни"),
        ("hospital", "Ваш заклад", "Вашому закладі", "Вашому колективу"),
        ("company", "Ваша компанія", "Вашій компанії", "Вашому колективу"),
        ("department", "Ваша установа", "Вашій установі", "Вашому колективу"),
        ("person", "Ви", "Вас", "Вашим близьким"),
    ],
)
def test_your_place_and_your_people(kind, your, in_your, to_your_people):
    said = [UK.your_place(kind), UK.your_place(kind, case="locative"), UK.your_people(kind, case="dative")]
    assert said == [your, in_your, to_your_people]


def test_every_kind_of_place_and_body_has_its_words_in_every_case():
    kinds = [*PlaceKind.values, *OrganizationKind.values, "country", "person"]
    words = [forms for kind in kinds for forms in (UK.place_forms(kind).your, UK.place_forms(kind).people)]
    assert {tuple(forms) for forms in words} == {("", *UK.cases)}


def test_a_department_is_a_place_where_it_has_a_name():
    assert UK.your_place("department", "Нор") == "Ваш департамент"


@pytest.mark.parametrize(
    ("kind", "name", "case", "named", "people"),
    [
        ("city", "Києві", "locative", "місті Києві", "мешканцях міста Києві"),
        ("city", "Полтави", "genitive", "міста Полтави", "мешканців міста Полтави"),
        ("village", "Крюківщини", "genitive", "села Крюківщини", "мешканців села Крюківщини"),
        ("region", "Київської області", "genitive", "Київської області", "жителів Київської області"),
        ("city", "міста Бровари", "genitive", "міста Бровари", "мешканців міста Бровари"),
    ],
)
def test_a_place_by_its_name(kind, name, case, named, people):
    assert [UK.named_place(kind, name, "UA", case), UK.people_of(kind, name, "UA", case)] == [named, people]


@pytest.mark.parametrize(
    ("name", "in_place", "of_people"),
    [
        ("Київ", "locative", "genitive"),
        ("Полтава", "locative", "genitive"),
        ("Суми", "", ""),
        ("Бровари", "", ""),
        ("Токіо", "", ""),
        ("місто Бровари", "locative", "genitive"),
    ],
)
def test_plural_names_and_those_without_cases_stay_beside_their_kind(name, in_place, of_people):
    assert [UK.name_case(name, "locative"), UK.name_case(name, "dative", people=True)] == [in_place, of_people]


# Cases ------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("city", "forms"),
    [
        ("Київ", "Києва Києву Київ Києвом Києві"),
        ("Львів", "Львова Львову Львів Львовом Львові"),
        ("Харків", "Харкова Харкову Харків Харковом Харкові"),
        ("Одеса", "Одеси Одесі Одесу Одесою Одесі"),
        ("Бровари", "Броварів Броварам Бровари Броварами Броварах"),
        ("Рівне", "Рівного Рівному Рівне Рівним Рівному"),
        ("Хмельницький", "Хмельницького Хмельницькому Хмельницький Хмельницьким Хмельницькому"),
        ("Луцьк", "Луцька Луцьку Луцьк Луцьком Луцьку"),
        ("Бориспіль", "Борисполя Борисполю Бориспіль Борисполем Борисполі"),
        (
            "Камʼянець-Подільський",
            "Камʼянця-Подільського Камʼянцю-Подільському Камʼянець-Подільський Камʼянцем-Подільським "
            "Камʼянці-Подільському",
        ),
        ("Нью-Йорк", "Нью-Йорка Нью-Йорку Нью-Йорк Нью-Йорком Нью-Йорку"),
        ("Хенʼян", "Хенʼяна Хенʼяну Хенʼян Хенʼяном Хенʼяні"),
        ("Осло", "Осло Осло Осло Осло Осло"),
    ],
)
def test_forms_of_cities(city, forms):
    cases = ("genitive", "dative", "accusative", "instrumental", "locative")
    assert [UK.decline(city, case, what="city") for case in cases] == forms.split()


def test_a_city_of_two_words_agrees_in_both():
    assert UK.decline("місто Бровари", "locative", what="city") == "місті Бровари"
    assert UK.decline("Біла Церква", "locative", what="city") == "Білій Церкві"
    assert UK.decline("Кривий Ріг", "locative", what="city") == "Кривому Розі"


@pytest.mark.parametrize("city", ["Вусі", "Чжуцзі"])
def test_an_unknown_city_is_asked_for(city):
    with pytest.raises(CaseUnknown):
        UK.decline(city, "genitive", what="city")


@pytest.mark.parametrize(
    ("family", "gender", "dative"),
    [
        ("Шевченко", "m", "Шевченку"),
        ("Шевченко", "f", "Шевченко"),
        ("Коваль", "m", "Ковалю"),
        ("Коваль", "f", "Коваль"),
        ("Кравець", "m", "Кравцю"),
        ("Лебідь", "m", "Лебедю"),
        ("Їжакевич", "m", "Їжакевичу"),
        ("Сапожко", "m", "Сапожку"),
        ("Зеленський", "m", "Зеленському"),
        ("Лозинська", "f", "Лозинській"),
        ("Терехова", "f", "Тереховій"),
        ("Садова", "f", "Садовій"),
        ("Сова", "f", "Сові"),
        ("Нечуй-Левицький", "m", "Нечую-Левицькому"),
    ],
)
def test_family_names_in_the_address_block(family, gender, dative):
    assert UK.decline(family, "dative", what="family", gender=gender) == dative


@pytest.mark.parametrize(
    ("part", "what", "gender", "dative", "vocative"),
    [
        ("Ігор", "given", "m", "Ігорю", "Ігорю"),
        ("Тарас", "given", "m", "Тарасу", "Тарасе"),
        ("Ілля", "given", "m", "Іллі", "Ілле"),
        ("Марʼяна", "given", "f", "Марʼяні", "Марʼяно"),
        ("Юлія", "given", "f", "Юлії", "Юліє"),
        ("Петрович", "middle", "m", "Петровичу", "Петровичу"),
        ("Іванівна", "middle", "f", "Іванівні", "Іванівно"),
    ],
)
def test_given_names_and_patronymics(part, what, gender, dative, vocative):
    assert [UK.decline(part, case, what=what, gender=gender) for case in ("dative", "vocative")] == [dative, vocative]


@pytest.mark.parametrize(
    ("part", "what", "gender"),
    [("Кузьма", "family", "m"), ("Мінʼюань", "given", "m"), ("Ігор", "given", "f"), ("Шевченко", "family", "")],
)
def test_a_name_that_does_not_fit_is_asked_for(part, what, gender):
    with pytest.raises(CaseUnknown):
        UK.decline(part, "dative", what=what, gender=gender)


@pytest.mark.parametrize(
    ("title", "dative"),
    [
        ("Броварський міський голова", "Броварському міському голові"),
        ("Полтавський міський голова", "Полтавському міському голові"),
        ("Міська голова", "Міській голові"),
        ("Заступниця міського голови", "Заступниці міського голови"),
        ("Перший заступник міського голови з питань освіти", "Першому заступнику міського голови з питань освіти"),
        ("Голова Київської обласної державної адміністрації", "Голові Київської обласної державної адміністрації"),
        ("Надзвичайний і Повноважний Посол", "Надзвичайному і Повноважному Послу"),
        ("Тимчасовий повірений у справах", "Тимчасовому повіреному у справах"),
        ("Єпископ Київський", "Єпископу Київському"),
        ("Премʼєр-міністр", "Премʼєр-міністру"),
        ("в. о. міського голови", "в. о. міського голови"),
        ("Mayor of Columbus", "Mayor of Columbus"),
    ],
)
def test_only_the_head_of_a_title_and_its_adjectives_decline(title, dative):
    assert UK.decline(title, "dative", what="title", gender="m") == dative


@pytest.mark.parametrize("title", ["Міський голова, депутат", "Голова і директор", "Бургомістер-засновник"])
def test_a_title_of_two_posts_or_of_unknown_words_is_asked_for(title):
    with pytest.raises(CaseUnknown):
        UK.decline(title, "dative", what="title", gender="m")


@pytest.mark.parametrize(
    ("organization", "genitive"),
    [
        ("Народний уряд міста Хенʼяна", "Народного уряду міста Хенʼяна"),
        ("Броварська міська рада", "Броварської міської ради"),
        ("Хенʼянське народне товариство дружби", "Хенʼянського народного товариства дружби"),
        ("ТОВ «Кага»", "ТОВ «Кага»"),
        ("«Кага»", "«Кага»"),
        ("Компанія «Нова»", "Компанії «Нова»"),
        ("SF International", "SF International"),
    ],
)
def test_organizations(organization, genitive):
    assert UK.decline(organization, "genitive", what="organization") == genitive


# Forms of address -------------------------------------------------------------------------------


def addressee(role, gender, title="", organization="", **facts):
    given = "Ганна" if gender == "f" else "Ігор"
    named = {"family": "Їжакевич", "given": given, "gender": gender, "title": title, "organization": organization}
    return Addressee(role, **{"name": f"{given} Їжакевич", **named, **facts})


@pytest.mark.parametrize(
    ("role", "title", "to_man", "to_woman"),
    [
        ("mayor", "", "Вельмишановний пане міський голово!", "Вельмишановна пані міська голово!"),
        (
            "mayor",
            "Броварський міський голова",
            "Вельмишановний пане міський голово!",
            "Вельмишановна пані міська голово!",
        ),
        ("mayor", "мер Львова", "Вельмишановний пане мере!", "Вельмишановна пані мере!"),
        ("mayor", "Селищний голова", "Вельмишановний пане селищний голово!", "Вельмишановна пані селищна голово!"),
        ("deputy_mayor", "", "Шановний пане заступнику!", "Шановна пані заступнице!"),
        (
            "governor",
            "Голова Київської обласної державної адміністрації",
            "Вельмишановний пане голово!",
            "Вельмишановна пані голово!",
        ),
        (
            "governor",
            "Начальник обласної військової адміністрації",
            "Вельмишановний пане начальнику!",
            "Вельмишановна пані начальнику!",
        ),
        ("governor", "Голова", "Вельмишановний пане голово!", "Вельмишановна пані голово!"),
        ("district_head", "Голова районної державної адміністрації", "Вельмишановний пане голово!", None),
        ("village_head", "Староста", "Вельмишановний пане старосто!", "Вельмишановна пані старосто!"),
        ("council_president", "Голова районної ради", "Шановний пане голово!", "Шановна пані голово!"),
        ("council_president", "", "Шановний пане секретарю!", "Шановна пані секретарко!"),
        ("minister", "Міністр закордонних справ", "Вельмишановний пане Міністре!", None),
        ("minister", "Міністерка закордонних справ", None, "Вельмишановна пані Міністерко!"),
        ("ambassador", "", "Ваша Високоповажносте!", "Ваша Високоповажносте!"),
        ("consul_general", "", "Вельмишановний пане Генеральний консуле!", "Вельмишановна пані Генеральний консуле!"),
        ("consul", "Почесний консул України", "Вельмишановний пане почесний консуле!", None),
        ("charge_d_affaires", "", "Вельмишановний пане Тимчасовий повірений!", None),
        ("rector", "", "Вельмишановний пане ректоре!", "Вельмишановна пані ректорко!"),
        ("bishop", "Єпископ Київський", "Ваше Преосвященство!", None),
        ("bishop", "Митрополит Львівський", "Ваше Високопреосвященство!", None),
        ("royal", "Принц Уельський", "Ваша Королівська Високосте!", None),
        ("judge", "Голова районного суду", "Шановний пане голово!", None),
        ("prosecutor", "Прокурор області", "Шановний пане прокуроре!", None),
        ("party_secretary", "Секретар міського комітету партії", "Шановний пане секретарю!", None),
        ("director", "Начальниця відділу міжнародних звʼязків", None, "Шановна пані начальнице!"),
        ("association_head", "Президентка асоціації", None, "Шановна пані президентко!"),
        ("official", "перший заступник голови", "Шановний пане перший заступнику!", "Шановна пані перший заступнику!"),
        ("official", "Керівник апарату виконкому", "Шановний пане керівнику!", "Шановна пані керівнику!"),
        ("person", "", "Шановний пане Ігорю!", "Шановна пані Ганно!"),
        ("organization", "", "Шановні пані та панове!", "Шановні пані та панове!"),
    ],
)
def test_salutation(role, title, to_man, to_woman):
    said = [
        UK.salutation(addressee(role, gender, title)) if words else None
        for gender, words in zip("mf", (to_man, to_woman), strict=True)
    ]
    assert said == [to_man, to_woman]


def test_a_condolence_has_a_comma_for_it_has_no_exclamation_mark():
    roles = ("mayor", "ambassador", "person", "organization")
    marks = {UK.salutation(addressee(role, "m", condolence=True))[-1] for role in roles}
    assert marks == {","}


def test_a_patronymic_is_called_without_pan():
    reader = addressee("person", "m", middle="Петрович", middle_part="patronymic")
    assert UK.salutation(reader) == "Шановний Ігорю Петровичу!"
    assert UK.envelope(reader) == ["Пану Ігорю ЇЖАКЕВИЧУ"]


def test_forms_on_record_come_before_proposed_ones():
    kept = {"given_vocative": "Мустафо", "family": "Їжакевичові", "title_vocative": "пані-отаманко"}
    assert UK.salutation(addressee("person", "m", declined=kept)) == "Шановний пане Мустафо!"
    assert (
        UK.salutation(addressee("mayor", "f", "Міський голова", declined=kept)) == "Вельмишановна пані пані-отаманко!"
    )
    assert UK.envelope(addressee("person", "m", declined=kept)) == ["Пану Ігорю ЇЖАКЕВИЧОВІ"]


def test_a_given_name_without_a_known_vocative_leaves_the_family_name():
    assert (
        UK.salutation(addressee("person", "m", given="Мінʼюань", name="Мінʼюань Їжакевич")) == "Шановний пане Їжакевич!"
    )


@pytest.mark.parametrize(
    ("role", "title", "man", "woman"),
    [
        ("mayor", "", "Міському голові", "Міському голові"),
        ("deputy_mayor", "", "Заступнику міського голови", "Заступниці міського голови"),
        ("council_president", "", "Секретарю міської ради", "Секретарці міської ради"),
        ("ambassador", "", "Надзвичайному і Повноважному Послу", "Надзвичайному і Повноважному Послу"),
        ("charge_d_affaires", "", "Тимчасовому повіреному у справах", "Тимчасовому повіреному у справах"),
        ("rector", "", "Ректору", "Ректорці"),
        ("official", "радниця міського голови", "Радниці міського голови", "Радниці міського голови"),
    ],
)
def test_the_block_is_in_the_dative_with_the_family_name_in_capitals(role, title, man, woman):
    assert UK.envelope(addressee(role, "m", title)) == [man, "Ігорю ЇЖАКЕВИЧУ"]
    assert UK.envelope(addressee(role, "f", title)) == [woman, "Ганні ЇЖАКЕВИЧ"]


def test_envelope_of_a_person_without_a_post():
    assert UK.envelope(addressee("person", "m")) == ["Пану Ігорю ЇЖАКЕВИЧУ"]
    assert UK.envelope(addressee("person", "f", prefix="проф.")) == ["Пані проф. Ганні ЇЖАКЕВИЧ"]


def test_envelope_keeps_the_order_of_a_name_whose_family_name_is_first():
    reader = addressee("person", "m", name="Їжакевич Ігор")
    assert UK.envelope(reader) == ["Пану ЇЖАКЕВИЧУ Ігорю"]


@pytest.mark.parametrize(
    ("title", "organization", "lines"),
    [
        ("", "Броварська міська рада", ["Броварська міська рада", "Міському голові"]),
        (
            "Голова Київської обласної державної адміністрації",
            "Київська обласна державна адміністрація",
            ["Голові Київської обласної державної адміністрації"],
        ),
        ("Директор", "ТОВ «Кага»", ["ТОВ «Кага»", "Директору"]),
    ],
)
def test_an_organization_that_the_title_names_has_no_line_of_its_own(title, organization, lines):
    assert UK.envelope(addressee("mayor", "m", title, organization)) == [*lines, "Ігорю ЇЖАКЕВИЧУ"]


def test_envelope_of_an_organization_is_its_name_as_it_is():
    council = "Броварська міська рада"
    assert UK.envelope(addressee("organization", "", organization=council)) == [council]


def test_a_bishop_has_his_style_and_no_family_name():
    assert UK.envelope(addressee("bishop", "m", "Єпископ Київський")) == [
        "Його Преосвященству",
        "Єпископу Київському",
        "Ігорю",
    ]


@pytest.mark.parametrize(
    ("title", "gender", "post"),
    [
        ("", "m", "Виконувачу обовʼязків міського голови"),
        ("", "f", "Виконувачці обовʼязків міського голови"),
        ("Міський голова", "m", "Виконувачу обовʼязків міського голови"),
        ("Броварський міський голова", "m", "Виконувачу обовʼязків Броварського міського голови"),
        (
            "Голова обласної державної адміністрації",
            "m",
            "Виконувачу обовʼязків голови обласної державної адміністрації",
        ),
        ("Виконувачка обовʼязків міського голови", "f", "Виконувачці обовʼязків міського голови"),
        ("В. о. міського голови", "m", "В. о. міського голови"),
    ],
)
def test_an_acting_mayor_is_called_by_name(title, gender, post):
    reader = addressee("mayor", gender, title, acting=True)
    name, called = {"m": ("Ігорю ЇЖАКЕВИЧУ", "Шановний пане Ігорю!"), "f": ("Ганні ЇЖАКЕВИЧ", "Шановна пані Ганно!")}[
        gender
    ]
    assert [UK.envelope(reader), UK.salutation(reader), UK.closing(reader)] == [
        [post, name],
        called,
        "З глибокою повагою",
    ]


def test_a_mayor_abroad_is_a_mer():
    assert UK.envelope(addressee("mayor", "m", country="PL"))[0] == "Меру"
    assert UK.salutation(addressee("deputy_mayor", "f", country="PL")) == "Шановна пані заступнице!"


@pytest.mark.parametrize(
    ("role", "title", "place_kind"),
    [
        ("official", "", ""),
        ("governor", "", "region"),
        ("director", "", ""),
        ("minister", "", ""),
        ("mayor", "", "village"),
        ("mayor", "Патріарх Київський", "city"),
        ("official", "Хтокало", ""),
    ],
)
def test_no_title_is_made_up(role, title, place_kind):
    with pytest.raises(FormRequired):
        UK.salutation(addressee(role, "m", title, place_kind=place_kind))


def test_a_council_of_a_district_has_a_chair():
    reader = addressee("council_president", "m", place_kind="district")
    assert UK.envelope(reader)[0] == "Голові районної ради"


def test_a_title_that_cannot_be_declined_asks_for_the_form():
    with pytest.raises(FormRequired):
        UK.envelope(addressee("mayor", "m", "Міський голова, депутат"))


@pytest.mark.parametrize(
    ("title", "rank"),
    [
        ("Помічниця міського голови", "official"),
        ("Заступник голови Київської обласної державної адміністрації", "deputy_governor"),
        ("Секретар міської ради", "council_president"),
        ("Проректорка з наукової роботи", "official"),
        ("Головна лікарка", "official"),
        ("в. о. заступника міського голови", "deputy_mayor"),
        ("Генеральний директор", "director"),
        ("Голова правління", "association_head"),
        ("Губернатор штату Огайо", "governor"),
        ("Надзвичайний і Повноважний Посол України", "ambassador"),
    ],
)
def test_the_title_tells_the_rank(title, rank):
    assert UK.rank_of(addressee("mayor", "m", title)) == rank


@pytest.mark.parametrize("role", ["mayor", "deputy_mayor", "council_president", "ambassador", "person"])
def test_gender_is_required_of_everyone_but_an_organization(role):
    unknown = addressee(role, "")
    assert UK.requires_gender(unknown) is True
    for write in (UK.salutation, UK.envelope):
        if role != "ambassador" or write is UK.envelope:  # an ambassador's salutation agrees with nobody
            with pytest.raises(GenderRequired):
                write(unknown)
    assert UK.requires_gender(addressee(role, "f")) is False


def test_gender_is_not_required_of_an_organization():
    assert UK.requires_gender(Addressee("organization", organization="Броварська міська рада")) is False


@pytest.mark.parametrize(
    ("role", "title", "closing"),
    [
        ("mayor", "", "З глибокою повагою"),
        ("town_head", "Селищний голова", "З глибокою повагою"),
        ("governor", "Голова обласної державної адміністрації", "З глибокою повагою"),
        ("deputy_mayor", "", "З повагою"),
        ("consul_general", "", "З повагою"),
        ("person", "", "З повагою"),
        ("organization", "", "З повагою"),
        ("ambassador", "", "Прийміть, Ваша Високоповажносте, запевнення у високій повазі."),
        ("minister", "Міністр освіти", "Прийміть, пане Міністре, запевнення у високій повазі."),
        ("bishop", "Архієпископ Харківський", "Прийміть, Ваше Високопреосвященство, запевнення у високій повазі."),
    ],
)
def test_closing(role, title, closing):
    assert UK.closing(addressee(role, "m", title)) == closing


def test_a_condolence_ends_with_sympathy():
    assert {UK.closing(addressee(role, "m", condolence=True)) for role in ("mayor", "ambassador", "person")} == {
        "Зі щирим співчуттям"
    }


@pytest.mark.parametrize(
    ("signatory", "lines"),
    [
        (Signatory("Народний уряд міста Хенʼяна"), ["Народний уряд міста Хенʼяна"]),
        (
            Signatory("Народний уряд міста Хенʼяна", "Ван Хен", "Ван", "Хен", "Міський голова"),
            ["Народний уряд міста Хенʼяна", "Міський голова", "ВАН Хен"],
        ),
    ],
)
def test_signature(signatory, lines):
    assert UK.signature(signatory) == lines


def test_no_dictionary_is_read_before_a_form_is_asked_for():
    code = "import sys, correspondence.languages; sys.exit('pymorphy3' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], cwd=FIXTURES.parent, check=False).returncode == 0
