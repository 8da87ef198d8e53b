"""Ukrainian letters as they leave: the cases of places, givers and people, and what each kind of reader is told."""

import pytest

from correspondence.errors import GenderMissing, MissingWord
from crm.models import City, IssuingIdentity, Office, Organization, Partnership
from tests.correspondence.worlds import World

NAMES = "Від імені Народного уряду міста Хенʼяна, усієї нашої громади та від себе особисто"


@pytest.fixture
def world(demo, texts):
    return World("uk", "UA")


@pytest.fixture
def poltava(world):
    return world.city("Полтава", "波尔塔瓦市", government=("Полтавська міська рада", "波尔塔瓦市议会"))


@pytest.fixture
def mayor(world, poltava):
    named = {"family": "Сапожко", "given": "Ігор", "middle": "Петрович"}
    return world.holder(
        poltava, "mayor", "Полтавський міський голова", chinese=("萨波日科", "伊戈尔"), gender="m", **named
    )


@pytest.fixture
def storm(world, poltava):
    names = {"zh-hans": "台风“雷伊”", "uk": ("Тайфун «Рай»", "тайфун «Рай»")}
    return world.occasion("storm", names, cities=[poltava], deaths=True, injured=True)


@pytest.fixture
def pandemic(world):
    names = {"zh-hans": "新冠肺炎疫情", "uk": ("Пандемія COVID-19", "пандемію COVID-19")}
    return world.occasion("epidemic", names, start="2020-01", countries=["UA", "CN"], deaths=True)


def said(pair) -> str:
    """The body with ordinary spaces."""
    return pair.foreign.part("body").replace("\u00a0", " ")


def test_a_condolence_for_a_storm_that_struck_there(world, mayor, storm):
    pair = world.write("condolence", mayor, occasion=storm)
    letter = pair.foreign
    assert letter.addressee == "Полтавська міська рада\nПолтавському міському голові\nІгорю САПОЖКУ"
    assert [letter.salutation, letter.closing] == ["Вельмишановний пане міський голово,", "Зі щирим співчуттям"]
    assert said(pair).split("\n\n") == [
        "З глибоким сумом сприймаю звістку про тайфун «Рай» та про лихо, що спіткало місто Полтаву.",
        "Схиляю голову перед памʼяттю загиблих і висловлюю найглибші співчуття їхнім рідним і близьким.",
        f"{NAMES} передаю слова щирої підтримки Вам, а через Вас — пораненим, усім постраждалим і рятувальникам, "
        "а також мешканцям Вашого міста.",
        "Вірю, що взаємна підтримка допоможе людям гідно пройти крізь це випробування.",
    ]
    assert "!" not in letter.words


def test_what_happened_there_and_what_is_only_heard_of(world, poltava, mayor):
    quake = world.occasion("earthquake", in_cities=[poltava])
    crash = world.occasion("accident", {"zh-hans": "列车事故", "uk": ("", "залізничну аварію")}, countries=["UA"])
    first = [said(world.write("condolence", mayor, occasion=what)).split("\n\n")[0] for what in (quake, crash)]
    assert first == [
        "З глибоким сумом сприймаю звістку про землетрус у місті Полтаві.",
        "З глибоким сумом сприймаю звістку про залізничну аварію.",
    ]


@pytest.mark.parametrize(
    ("kind", "where", "receivers"),
    [
        ("hospital", "у Полтаві", "усім хворим і медикам, які про них дбають, а також Вашому колективу."),
        (
            "embassy",
            "у Вашій країні",
            "усім хворим і медикам, які про них дбають, а також уряду й народу Вашої країни.",
        ),
    ],
)
def test_a_body_is_told_of_its_place_and_people(world, poltava, pandemic, kind, where, receivers):
    name = {"hospital": "Полтавська обласна клінічна лікарня", "embassy": "Посольство України"}[kind]
    body = world.organization(name, "机构", kind=kind, city=poltava if kind == "hospital" else None)
    letter = said(world.write("condolence", body, occasion=pandemic))
    assert f"новинами про пандемію COVID-19 {where}." in letter
    assert f"слова щирої підтримки {receivers}".replace("підтримки усім", "підтримки всім") in letter


def test_a_private_person_is_no_bearer_of_messages(world, pandemic):
    person = world.person("Ткачук", "Марія", gender="f")
    pair = world.write("condolence", person, occasion=pandemic)
    assert pair.foreign.addressee == "Пані Марії ТКАЧУК"
    assert pair.foreign.salutation == "Шановна пані Маріє,"
    assert "передаю слова щирої підтримки Вам і Вашим близьким, а також усім хворим і медикам" in said(pair)


def test_thanks_for_the_citys_own_gift(world, poltava, mayor, pandemic):
    pair = world.write("thanks", mayor, received=[world.gift(poltava, mask=20, occasion=pandemic)], occasion=pandemic)
    assert said(pair).split("\n\n") == [
        "5 лютого 2020 року ми отримали від Вашого міста благодійну допомогу — 20 масок. "
        f"{NAMES} щиро дякую Вам, а через Вас — мешканцям Вашого міста.",
        "У тяжкі дні, коли ми переживали пандемію COVID-19, цей вияв дружби допоміг мешканцям міста Хенʼяна відчути, "
        "що вони не самі. Ми завжди памʼятатимемо про нього.",
        "Бажаю Вам і мешканцям Вашого міста міцного здоровʼя, миру та добробуту.",
    ]
    assert pair.foreign.closing == "З глибокою повагою"


def test_a_firm_is_thanked_by_name_and_the_red_cross_for_its_help(world, poltava, mayor):
    firm = world.organization("ТОВ «Кага»", "卡加公司", kind="company", city=poltava)
    cross = world.organization("Товариство Червоного Хреста України", "乌克兰红十字会")
    gift = world.gift(firm, lines=[{"item": "gloves", "quantity": 2, "unit": "pair"}], via_organization=cross)
    letter = said(world.write("thanks", mayor, received=[gift], occasion=None))
    assert "ми отримали від ТОВ «Кага» з Вашого міста благодійну допомогу — дві пари рукавичок." in letter
    assert "щиро дякую через Вас тим, хто простягнув нам руку допомоги." in letter
    assert "Допомога надійшла до нас за сприяння Товариства Червоного Хреста України" in letter


def test_several_gifts_are_listed_in_the_accusative(world, poltava, mayor):
    suwon = world.city("Сувон", "水原市")
    large = {"item": "mask", "quantity": None, "qualifier": "large"}
    money = {"item": "money", "value": 5000, "currency": "EUR"}
    gifts = [
        world.gift(poltava, book=1, day="2020-02"),
        world.gift(poltava, suwon, mask=3000, day="2020-03-01"),
        world.gift(poltava, day="2020-03-02", ventilator=None, lines=[large]),
        world.gift(poltava, day="2020-03-03", lines=[money]),
    ]
    letter = said(world.write("thanks", mayor, received=gifts, occasion=None)).split("\n\n")
    assert letter[0].endswith(
        "щиро дякую Вам і через Вас мешканцям Вашого міста за щедру благодійну допомогу. Ми отримали:"
    )
    assert letter[1].split("\n") == [
        "- у лютому 2020 року — одну книгу;",
        "- 1 березня 2020 року — 3 000 масок (разом із Сувоном);",
        "- 2 березня 2020 року — апарати ШВЛ і велику кількість масок;",
        "- 3 березня 2020 року — 5 000 євро.",
    ]


def test_thanks_for_a_letter_name_its_kind_and_day(world, mayor):
    pair = world.write("thanks", mayor, received=[], occasion=None, replies_to=world.letter("condolence", mayor))
    assert "щиро дякую Вам за лист зі словами співчуття, який Ви надіслали нам 5 березня 2020 року." in said(pair)


def test_support_of_an_oblast(world, pandemic):
    administration = ("Київська обласна державна адміністрація", "基辅州国家行政公署")
    oblast = world.city("Київська область", "基辅州", kind="region", government=administration)
    title = "Голова Київської обласної державної адміністрації"
    head = world.holder(
        oblast, "governor", title, family="Кравченко", given="Олексій", chinese_title="州长", gender="m"
    )
    received = world.gift(oblast, mask=20, occasion=pandemic)
    given = world.gift(oblast, mask=30000, direction="given", day="2020-04", state="planned")
    pair = world.write("reciprocal_support", head, received=[received], given=[given], occasion=pandemic)
    assert pair.foreign.addressee == "Голові Київської обласної державної адміністрації\nОлексію КРАВЧЕНКУ"
    assert pair.foreign.salutation == "Вельмишановний пане голово!"
    letter = said(pair)
    for words in (
        "за новинами про пандемію COVID-19 у Київській області.",
        "висловлюю щире співчуття та тверду підтримку Вам, а через Вас — жителям Вашої області.",
        "що в лютому 2020 року, у найважчий для нас час, отримали від Вашої області маски.",
        "ми плануємо передати Вашій області 30 000 масок.",
        "що Ваша область незабаром подолає це випробування, та бажаю Вам і жителям Вашої області міцного здоровʼя.",
    ):
        assert words in letter


def test_an_ambassador_is_wished_well_with_government_and_people(world):
    embassy = world.organization("Посольство України в Китаї", "乌克兰驻华大使馆", kind="embassy")
    post = world.holder(embassy, "ambassador", family="Бойко", given="Петро", chinese_title="大使", gender="m")
    given = world.gift(embassy, mask=1, direction="given", day="2020-04-10", state="sent")
    pair = world.write("reciprocal_support", post, received=[], given=[given], occasion=None)
    assert pair.foreign.addressee == "Посольство України в Китаї\nНадзвичайному і Повноважному Послу\nПетру БОЙКУ"
    assert (
        "10 квітня 2020 року ми надіслали Вашій дипломатичній установі як скромний знак нашої дружби одну маску"
        in said(pair)
    )
    assert said(pair).endswith("Бажаю Вам, уряду й народу Вашої країни міцного здоровʼя, миру та добробуту.")


def test_a_notification_gives_the_drafters_facts(world, mayor, pandemic):
    facts = {"zh-hans": "截至……", "uk": "Станом на 20 квітня захворіло 12 осіб."}
    ticked = ("takes_measures", "postpones_visits")
    letter = said(world.write("notification", mayor, occasion=pandemic, facts=facts, commitments=ticked)).split("\n\n")
    assert letter[0].startswith("Повідомляю Вас про пандемію COVID-19 у місті Хенʼяні. Далі наведено офіційну")
    assert letter[1] == facts["uk"]
    assert "зокрема іноземців, які перебувають у місті Хенʼяні" in letter[2]
    assert letter[3].startswith("Найближчі візити та спільні заходи доводиться відкласти")
    assert letter[-1].startswith("Щиро дякую за незмінне розуміння та підтримку.")


def test_an_office_speaks_for_itself_alone(world, poltava, mayor):
    office = Organization.objects.get(names__text="Управління закордонних справ Народного уряду міста Хенʼяна")
    IssuingIdentity.objects.create(code="fao", organization=office, office=Office.get(), number_prefix="衡外办")
    letter = said(world.write("thanks", mayor, received=[world.gift(poltava, mask=2)], occasion=None, identity="fao"))
    assert "Від імені Управління закордонних справ Народного уряду міста Хенʼяна щиро дякуємо Вам" in letter


def test_a_sister_city_whose_name_is_plural(world):
    city = City.objects.get(slug="brovary-ua")
    government = city.organizations.get(kind="city_government")
    letter = said(world.write("thanks", government, received=[world.gift(city, mask=2)], occasion=None))
    assert "Хенʼян та Бровари поєднані побратимством, і щирість Вашого міста зблизила нас іще більше." in letter


def test_a_place_keeps_its_plural_name_beside_its_kind_and_declines_it_alone(world, pandemic):
    city = City.objects.get(slug="brovary-ua")
    hospital = world.organization("Броварська лікарня", "医院", kind="hospital", city=city)
    government = city.organizations.get(kind="city_government")
    letters = [said(world.write("condolence", to, occasion=pandemic)) for to in (government, hospital)]
    assert "COVID-19 у місті Бровари." in letters[0]
    assert "COVID-19 у Броварах." in letters[1]


def test_a_form_that_cannot_be_told_is_asked_for_once(world, pandemic):
    wuxi = world.city("Вусі", "无锡市", government=("Міська рада Вусі", "无锡市议会"))
    government = wuxi.organizations.get(kind="city_government")
    hospital = world.organization("Лікарня", "医院", kind="hospital", city=wuxi)
    assert "у місті Вусі" in said(world.write("condolence", government, occasion=pandemic))
    with pytest.raises(MissingWord, match="“Вусі” has no locative in Ukrainian"):
        world.write("condolence", hospital, occasion=pandemic)
    name = wuxi.names.get(language="uk")
    name.cases = {"locative": "Вусі"}
    name.save()
    assert "у Вусі." in said(world.write("condolence", Organization.objects.get(pk=hospital.pk), occasion=pandemic))


def test_the_gender_is_asked_before_any_form(world, poltava, pandemic):
    post = world.holder(poltava, "deputy_mayor", family="Коваль", given="Саша", gender="")
    with pytest.raises(GenderMissing):
        world.write("condolence", post, occasion=pandemic)


def test_the_office_types_a_form_and_it_is_printed(world, mayor, pandemic):
    name = mayor.person.names.get(form="own")
    name.cases = {"family_dative": "Сапожкові"}
    name.save()
    title = mayor.titles.get(language="uk")
    title.cases = {"dative": "Міському голові Полтави"}
    title.save()
    addressee = world.write("condolence", mayor, occasion=pandemic).foreign.addressee
    assert addressee == "Полтавська міська рада\nМіському голові Полтави\nІгорю САПОЖКОВІ"


def test_what_somebody_gave_in_person_did_not_come_from_the_city(world, mayor):
    letter = said(world.write("thanks", mayor, received=[world.gift(mayor.person, mask=5)], occasion=None))
    assert "ми отримали від Вас благодійну допомогу — пʼять масок." in letter
    assert "особисто щиро дякую Вам.\n" in letter


def test_a_council_is_thanked_itself_and_its_city(world, poltava):
    government = poltava.organizations.get(kind="city_government")
    gifts = [world.gift(poltava, mask=5), world.gift(poltava, book=2, day="2020-03")]
    one, two = (said(world.write("thanks", government, received=gifts[:many], occasion=None)) for many in (1, 2))
    assert "щиро дякую Вам і мешканцям Вашого міста.\n" in one
    assert "щиро дякую Вам і мешканцям Вашого міста за щедру благодійну допомогу. Ми отримали:" in two


@pytest.mark.parametrize(("officer", "thanked"), [(False, "Вашому колективу"), (True, "Вам і Вашим колегам")])
def test_what_an_embassy_gave_did_not_come_from_its_country(world, officer, thanked):
    embassy = world.organization("Посольство України в Китаї", "乌克兰驻华大使馆", kind="embassy")
    names = {"family": "Бойко", "given": "Петро", "chinese_title": "大使", "gender": "m"}
    to = world.holder(embassy, "ambassador", **names) if officer else embassy
    letter = said(world.write("thanks", to, received=[world.gift(embassy, mask=5)], occasion=None))
    assert "від Вашої дипломатичної установи благодійну допомогу" in letter
    assert f"щиро дякую {thanked}.\n" in letter


def test_money_is_not_told_to_be_on_its_way_and_the_struck_are_wished_to_recover(world, poltava, mayor, storm):
    money = {"item": "money", "value": 30000, "currency": "CNY"}
    given = world.gift(poltava, lines=[money], direction="given", day="2020-04-10", state="sent")
    letter = said(world.write("reciprocal_support", mayor, received=[], given=[given], occasion=storm))
    assert "внесок — 30 000 китайських юанів. Сподіваємося, що він стане в пригоді тим, хто потребує його" in letter
    assert "Бажаю всім постраждалим якнайшвидше подолати наслідки лиха, а Вам і мешканцям" in letter


def test_a_telegram_with_good_wishes(world, mayor):
    telegram = world.letter("congratulation", mayor, means="telegram")
    letter = said(world.write("thanks", mayor, received=[], occasion=None, replies_to=telegram))
    assert "щиро дякую Вам за телеграму з добрими побажаннями, яку Ви надіслали нам 5 березня 2020 року." in letter


def test_several_uses_are_told_of_our_city(world, poltava, mayor):
    used = [{"beneficiary": "hospitals"}, {"beneficiary": "schools"}]
    letter = said(world.write("thanks", mayor, received=[world.gift(poltava, mask=5, disposals=used)], occasion=None))
    assert "У нашому місті надану допомогу передано лікарням і школам." in letter


@pytest.mark.parametrize(
    ("kind", "tie"),
    [("sister", "З 2005 року Хенʼян та Київська область поєднані побратимством"), ("friendly", "угодою про дружбу")],
)
def test_an_oblast_is_called_no_city_where_its_tie_is_told(world, pandemic, kind, tie):
    administration = ("Київська обласна державна адміністрація", "基辅州国家行政公署")
    oblast = world.city("Київська область", "基辅州", kind="region", government=administration)
    signed = Partnership.objects.create(city=Office.get().city, partner=oblast, kind=kind, confirmed=True)
    signed.steps.create(kind="signed", day="2005")
    government = oblast.organizations.get(kind="city_government")
    letters = [
        said(world.write("condolence", government, occasion=pandemic)),
        said(world.write("thanks", government, received=[world.gift(oblast, mask=2)], occasion=None)),
    ]
    assert all(tie in letter for letter in letters)
    assert not any("дружні міста" in letter or "міста-побратими" in letter for letter in letters)
