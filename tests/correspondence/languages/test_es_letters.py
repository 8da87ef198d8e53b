"""Whole Spanish letters beside their Chinese twins."""

import pytest

from correspondence.errors import WordsMissing
from correspondence.models import Commitment, LetterKind
from crm.models import City
from tests.correspondence.worlds import World
from tests.factories import PartnershipFactory

OFFICE = "del Gobierno Popular Municipal de Hengyang"
BEHALF = f"En nombre {OFFICE} y de los habitantes de Hengyang, y en el mío propio,"
ORTEGA = {"family": "Ortega", "given": "Elena", "middle": "Ruiz", "chinese_title": "市长"}
ENVOY = {**ORTEGA, "chinese_title": "大使"}


@pytest.fixture
def world(texts):
    return World("es", "ES")


@pytest.fixture
def zaragoza(world):
    return world.city("Zaragoza", "萨拉戈萨市", government=("Ayuntamiento de Zaragoza", "萨拉戈萨市政府"))


@pytest.fixture
def mayor(world, zaragoza):
    return world.holder(zaragoza, "mayor", **ORTEGA)


@pytest.fixture
def ours():
    return City.objects.get(slug="hengyang-cn")


def said(letter, key: str) -> str:
    """A paragraph's words, with plain spaces."""
    return next((p.body for p in letter.paragraphs if p.key == key), "").replace("\u00a0", " ")


@pytest.mark.parametrize("kind", ["condolence", "notification", "thanks", "reciprocal_support", "letter"])
def test_both_languages_say_the_same(world, zaragoza, mayor, ours, kind):
    quake = world.occasion("earthquake", in_cities=[zaragoza], cities=[ours], deaths=True)
    pair = world.write(
        kind,
        mayor,
        occasion=quake,
        received=[world.gift(zaragoza, mask=2), world.gift(zaragoza, day="2020-03", book=1)],
        given=[world.gift(zaragoza, direction="given", day="2020-04-10", state="sent", mask=30)],
        commitments=Commitment.values,
        facts={"es": "X.", "zh-hans": "X。"},
    )
    assert [p.key for p in pair.foreign.paragraphs] == [p.key for p in pair.chinese.paragraphs]


def test_one_who_signs_speaks_in_the_first_person_and_an_office_for_itself(world, zaragoza, mayor):
    storm = world.occasion("storm", {"es": ("Tifón Rai", "el tifón Rai"), "zh-hans": "台风雷伊"}, cities=[zaragoza])
    own = world.write("condolence", mayor, occasion=storm).foreign
    office = world.write("condolence", mayor, occasion=storm, identity="foreign-affairs-office").foreign
    assert said(own, "concern") == (
        "Con profundo pesar he recibido la noticia de los daños causados por el tifón Rai en Zaragoza."
    )
    assert said(own, "sympathy") == (
        f"{BEHALF} le expreso mi más sincera solidaridad, que le ruego haga llegar a quienes han resultado "
        "damnificados, a quienes acuden en su auxilio y a los vecinos de su ciudad."
    )
    assert said(office, "concern").startswith("Con profundo pesar hemos recibido")
    assert said(office, "sympathy").startswith(f"En nombre de la Oficina de Asuntos Exteriores {OFFICE}, le expresamos")
    assert ", que le rogamos haga llegar a quienes" in said(office, "sympathy")
    assert "habitantes" not in said(office, "sympathy")


def test_a_condolence_has_no_cordial_greeting_and_mourns_only_the_dead(world, zaragoza, mayor):
    lost, spared = (world.occasion("flood", cities=[zaragoza], deaths=deaths) for deaths in (True, False))
    mourning, sorry = (world.write("condolence", mayor, occasion=flood).foreign for flood in (lost, spared))
    assert mourning.closing == "Reciba, junto con nuestro más sentido pésame, un respetuoso saludo,"
    assert sorry.closing == "Reciba, junto con nuestra solidaridad, un respetuoso saludo,"
    assert "pésame" not in sorry.words
    assert "cordial" not in mourning.words + sorry.words
    assert "!" not in mourning.words


def test_a_disaster_is_placed_only_where_it_is_on_record(world, zaragoza, mayor):
    there = world.occasion("earthquake", in_cities=[zaragoza], injured=True, deaths=True)
    elsewhere = world.occasion("accident", countries=["ES"])
    near, far = (world.write("condolence", mayor, occasion=occasion).foreign for occasion in (there, elsewhere))
    assert said(near, "concern") == "Con profundo pesar he recibido la noticia del terremoto en Zaragoza."
    assert said(near, "deaths") == (
        "Lamento profundamente la pérdida de vidas humanas y expreso mi más sentido pésame a las familias y a los "
        "seres queridos de las víctimas."
    )
    assert "haga llegar a las personas heridas, a quienes han resultado damnificados," in said(near, "sympathy")
    assert said(far, "concern") == "Con profundo pesar he recibido la noticia del accidente."
    assert "damnificados" not in far.words
    assert said(far, "deaths") == ""


def test_sister_cities_stand_together(world, zaragoza, mayor):
    PartnershipFactory(partner=zaragoza)
    letter = world.write("condolence", mayor, occasion=world.occasion("storm", cities=[zaragoza])).foreign
    assert said(letter, "tie") == (
        "Zaragoza y Hengyang están hermanadas desde 1992, y la amistad entre ambas no ha dejado de estrecharse. En "
        "estos momentos difíciles, los habitantes de Hengyang están al lado de los vecinos de su ciudad."
    )


@pytest.mark.parametrize(
    ("name", "text"), [("El Ejido", "en El Ejido"), ("A Coruña", "en A Coruña"), ("Las Palmas", "en Las Palmas")]
)
def test_a_citys_own_article_is_left_as_it_is(world, name, text):
    city = world.city(name, "埃希多市", government=(f"Ayuntamiento de {name}", "埃希多市政府"))
    to = world.holder(city, "mayor", **ORTEGA)
    letter = world.write("condolence", to, occasion=world.occasion("flood", in_cities=[city])).foreign
    assert said(letter, "concern").endswith(f"la noticia de las inundaciones {text}.")
    assert f"Alcaldesa de {name}\nAyuntamiento de {name}" in letter.addressee


def test_an_embassy_is_told_of_its_country(world):
    embassy = world.organization("Embajada de España en Pekín", "西班牙驻华大使馆", "embassy")
    to = world.holder(embassy, "ambassador", **ENVOY)
    epidemic = world.occasion("epidemic", countries=["ES"])
    letter = world.write("condolence", to, occasion=epidemic).foreign
    assert said(letter, "concern").endswith("las noticias sobre la epidemia en su país.")
    assert said(letter, "sympathy").endswith("a quienes las atienden y al Gobierno y al pueblo de su país.")
    assert letter.salutation == "Señora Embajadora:"
    assert letter.addressee.startswith("Excma. Sra. D.ª Elena Ortega Ruiz\nEmbajadora\n")
    assert world.write("letter", to, facts={"es": "X.", "zh-hans": "X。"}).foreign.closing.endswith(
        "alta consideración."
    )


def test_a_private_person_is_nobodys_messenger(world):
    to = world.person("de la Fuente", "Javier", "Gil", chinese=("德拉富恩特", "哈维尔"), gender="m")
    epidemic = world.occasion("epidemic", countries=["ES", "CN"])
    given = [world.gift(to, direction="given", day="2020-04-25", state="planned", mask=30)]
    gift = world.gift(to, mask=2)
    condolence = world.write("condolence", to, occasion=epidemic).foreign
    thanks = world.write("thanks", to, received=[gift]).foreign
    support = world.write("reciprocal_support", to, occasion=epidemic, received=[gift], given=given).foreign
    assert "que le ruego" not in condolence.words + thanks.words + support.words
    assert condolence.salutation == "Estimado Sr. De la Fuente:"
    assert condolence.addressee == "Sr. D. Javier de la Fuente Gil"
    assert said(condolence, "sympathy").endswith("a quienes las atienden y a todos los suyos.")
    assert said(thanks, "thanks").endswith(f"que nos hizo usted. {BEHALF} le expreso mi más sincero agradecimiento.")
    assert said(support, "support").startswith("Como modesta muestra de amistad, tenemos previsto enviarle 30 masc")
    assert (thanks.closing, support.closing) == ("Un cordial saludo,", "Un cordial saludo,")


@pytest.mark.parametrize(
    ("kind", "name", "people"),
    [
        ("hospital", "Hospital Clínico", "todo el personal de su hospital"),
        ("company", "Textiles Ebro, S. L.", "todo su equipo"),
        ("association", "Asociación Aragón-China", "todos los miembros de su asociación"),
        ("school", "Universidad de Zaragoza", "toda la comunidad universitaria"),
    ],
)
def test_a_body_is_addressed_as_several(world, zaragoza, kind, name, people):
    body = world.organization(name, "萨拉戈萨医院", kind, zaragoza)
    letter = world.write("thanks", body, received=[world.gift(body, mask=20)], occasion=None).foreign
    assert said(letter, "thanks").endswith(
        f"la generosa donación de 20 mascarillas que nos hicieron ustedes. {BEHALF} les expreso mi más sincero "
        f"agradecimiento, así como a {people}."
    )
    assert said(letter, "wish") == f"Deseo a {people} salud, bienestar y prosperidad."
    assert (letter.salutation, letter.closing) == ("Estimados señores y señoras:", "Atentamente,")


def test_what_the_head_of_a_body_gave_as_a_person_is_hers(world, zaragoza):
    hospital = world.organization("Hospital Clínico", "萨拉戈萨医院", "hospital", zaragoza)
    director = world.holder(hospital, "director", "Directora", **{**ORTEGA, "chinese_title": "院长"})
    own, houses = (world.gift(giver, mask=3) for giver in (director.person, hospital))
    letters = [world.write("thanks", director, received=[gift], occasion=None).foreign for gift in (own, houses)]
    assert "que nos hizo usted." in said(letters[0], "thanks")
    assert "que nos hicieron ustedes." in said(letters[1], "thanks")


def test_neighbours_are_those_of_spain_alone(texts):
    world = World("es", "MX")
    city = world.city("Oaxaca", "瓦哈卡市", government=("Municipio de Oaxaca", "瓦哈卡市政府"))
    to = world.holder(city, "mayor", prefix="Lic.", **ORTEGA)
    letter = world.write("thanks", to, received=[world.gift(city, mask=30000)], occasion=None).foreign
    assert letter.addressee.startswith("Lic. Elena Ortega Ruiz\nPresidenta Municipal de Oaxaca\n")
    assert letter.salutation == "Estimada Sra. Presidenta Municipal:"
    assert "30,000 mascarillas" in said(letter, "thanks")
    assert said(letter, "wish") == ("Le deseo a usted y a los habitantes de su ciudad salud, bienestar y prosperidad.")


@pytest.mark.parametrize(("great", "line"), [(True, "Excmo. Sr. D."), (False, "Ilmo. Sr. D.")])
def test_a_great_city_makes_its_mayor_an_excellency(world, great, line):
    city = world.city("A Coruña", "拉科鲁尼亚市", great_city=great)
    man = {**ORTEGA, "given": "Javier", "chinese": ("奥尔特加", "哈维尔")}
    letter = world.write("letter", world.holder(city, "mayor", gender="m", **man), facts={"es": "X.", "zh-hans": "X。"})
    assert letter.foreign.addressee.startswith(f"{line} Javier Ortega Ruiz\nAlcalde de A Coruña\n")
    assert letter.foreign.closing == "Reciba un atento y respetuoso saludo,"


def test_the_president_of_a_region_is_an_excellency(world):
    region = world.city("Andalucía", "安达卢西亚自治区", "region", government=("Junta de Andalucía", "自治区政府"))
    title = "Presidenta de la Junta de Andalucía"
    to = world.holder(region, "official", title, **{**ORTEGA, "chinese_title": "自治区主席"})
    gift = world.gift(region, mask=20)
    letter = world.write("thanks", to, received=[gift], occasion=None).foreign
    assert letter.addressee == f"Excma. Sra. D.ª Elena Ortega Ruiz\n{title}\nJunta de Andalucía"
    assert (letter.salutation, letter.closing) == ("Excma. Sra. Presidenta:", "Reciba un atento y respetuoso saludo,")
    assert said(letter, "thanks").endswith("haga extensivo a los habitantes de su comunidad autónoma.")


def test_an_acting_mayor_is_said_to_be_one(world, zaragoza):
    acting = world.holder(zaragoza, "mayor", **{**ORTEGA, "chinese_title": "代理市长"}, acting=True)
    letter = world.write("condolence", acting, occasion=world.occasion("epidemic", countries=["ES"])).foreign
    assert "\nAlcaldesa en funciones de Zaragoza\n" in letter.addressee
    assert letter.salutation == "Estimada Sra. Alcaldesa:"


def test_a_gift_of_a_firm_is_not_the_mayors(world, zaragoza, mayor):
    firm = world.organization("Textiles Ebro, S. L.", "埃布罗纺织公司", "company", zaragoza)
    letter = world.write("thanks", mayor, received=[world.gift(firm, mask=5000)], occasion=None).foreign
    assert said(letter, "thanks") == (
        "Con profunda gratitud recibimos, el 5 de febrero de 2020, la donación de Textiles Ebro, S. L., de su ciudad: "
        f"5000 mascarillas. {BEHALF} le ruego que transmita mi más sincero agradecimiento a quienes la hicieron "
        "posible."
    )
    both = world.write(
        "thanks", mayor, received=[world.gift(zaragoza, mask=2), world.gift(firm, day="2020-03", book=1)]
    )
    assert said(both.foreign, "thanks").startswith(
        "Con profunda gratitud recibimos, el 5 de febrero de 2020, la generosa donación de dos mascarillas que nos "
        "hizo Zaragoza."
    )
    assert said(both.foreign, "others") == (
        "Asimismo, en marzo de 2020 recibimos la donación de Textiles Ebro, S. L., de su ciudad: un libro. Le ruego "
        "que transmita nuestra gratitud a quienes la hicieron posible."
    )


def test_a_joint_gift_names_the_others(world, zaragoza, mayor):
    seville = world.city("Sevilla", "塞维利亚市")
    joint = world.gift(zaragoza, seville, mask=20, ventilator=1)
    letter = world.write("thanks", mayor, received=[joint], occasion=None).foreign
    assert "donación de 20 mascarillas y un respirador que nos hizo Zaragoza, junto con Sevilla." in said(
        letter, "thanks"
    )
    several = world.write("thanks", mayor, received=[joint, world.gift(zaragoza, day="2020-03", gloves=None)]).foreign
    assert said(several, "thanks").endswith("por las generosas donaciones de Zaragoza. Hemos recibido:")
    assert said(several, "list") == (
        "- 20 mascarillas y un respirador, donación conjunta con Sevilla (5 de febrero de 2020)\n"
        "- guantes (marzo de 2020)"
    )


@pytest.mark.parametrize(
    ("name", "words"),
    [("la Cruz Roja China", "de la Cruz Roja China"), ("el Hospital Clínico", "del Hospital Clínico")],
)
def test_a_gift_thanks_those_through_whom_it_came(world, zaragoza, mayor, name, words):
    through = world.organization(name.partition(" ")[2], "中国红十字会")
    through.names.filter(language="es").update(in_letter=name)
    letter = world.write("thanks", mayor, received=[world.gift(zaragoza, mask=20, via_organization=through)]).foreign
    assert said(letter, "through") == f"Agradecemos también la mediación {words}, por cuyo conducto nos llegó la ayuda."


@pytest.mark.parametrize(
    ("lines", "words"),
    [
        ([{"item": "mask"}], "mascarillas que"),
        ([{"item": "mask", "qualifier": "large"}], "una gran cantidad de mascarillas que"),
        ([{"item": "ventilator"}, {"item": "mask", "quantity": 1}], "una mascarilla y respiradores que"),
        ([{"item": "ventilator", "quantity": 1}], "un respirador que"),
        ([{"item": "mask", "quantity": 9}, {"item": "book", "quantity": 11}], "nueve mascarillas y 11 libros que"),
        ([{"item": "gloves", "quantity": 300, "qualifier": "about", "unit": "pair"}], "unos 300 pares de guantes que"),
        ([{"item": "money", "value": 30000, "currency": "CNY"}], "30.000 yuanes renminbi que"),
        ([{"item": "mask", "quantity": 3000}, {"item": "mask", "quantity": 2000}], "5000 mascarillas que"),
    ],
)
def test_a_quantity_is_what_the_record_says(world, zaragoza, mayor, lines, words):
    letter = world.write("thanks", mayor, received=[world.gift(zaragoza, lines=lines)], occasion=None).foreign
    assert f"la generosa donación de {words} nos hizo Zaragoza." in said(letter, "thanks")


def test_a_number_is_held_to_its_noun(world, zaragoza, mayor):
    letter = world.write("thanks", mayor, received=[world.gift(zaragoza, mask=20)], occasion=None).foreign
    assert "5\u00a0de febrero" in letter.words
    assert "20\u00a0mascarillas" in letter.words


def test_the_gift_of_old_is_remembered_without_numbers(world, zaragoza, mayor, ours):
    quake = world.occasion("earthquake", cities=[ours])
    received = [world.gift(zaragoza, book=1, mask=None, occasion=quake)]
    given = [world.gift(zaragoza, direction="given", day="2020-04-10", state="sent", mask=3000)]
    letter = world.write("reciprocal_support", mayor, occasion=None, received=received, given=given).foreign
    assert said(letter, "memory") == (
        "No olvidamos que en febrero de 2020, en nuestros momentos más difíciles, su ciudad nos hizo llegar un libro y "
        "mascarillas. Aquel gesto dio ánimo y confianza a los habitantes de Hengyang y permanece en nuestra memoria."
    )
    assert said(letter, "support") == (
        "Como modesta muestra de amistad, el 10 de abril de 2020 enviamos a su ciudad 3000 mascarillas. El envío está "
        "ya en camino."
    )
    assert "momentos difíciles" not in letter.words


def test_what_is_given_is_told_as_what_is_on_record(world, zaragoza, mayor):
    epidemic = world.occasion("epidemic", countries=["ES"])
    words = {}
    for state, day in (("planned", "2020-04-25"), ("sent", "2020-04-10"), ("received", "2020-03-10")):
        gift = world.gift(zaragoza, direction="given", day=day, state=state, ventilator=1)
        letter = world.write("reciprocal_support", mayor, occasion=epidemic, received=[], given=[gift]).foreign
        words[state] = said(letter, "support").removeprefix("Como modesta muestra de amistad, ")
    assert words == {
        "planned": "tenemos previsto enviar a su ciudad un respirador. Confiamos en que nuestra contribución sea de "
        "ayuda para quienes más lo necesitan.",
        "sent": "el 10 de abril de 2020 enviamos a su ciudad un respirador. El envío está ya en camino. Confiamos en "
        "que nuestra contribución sea de ayuda para quienes más lo necesitan.",
        "received": "en marzo de 2020 enviamos a su ciudad un respirador. Confiamos en que nuestra contribución haya "
        "sido de ayuda para quienes más lo necesitaban.",
    }


def test_money_is_no_consignment(world, zaragoza, mayor):
    money = [{"item": "money", "value": 30000, "currency": "CNY"}]
    gift = world.gift(zaragoza, direction="given", day="2020-04-10", state="sent", lines=money)
    letter = world.write("reciprocal_support", mayor, occasion=None, received=[], given=[gift]).foreign
    assert said(letter, "support") == (
        "Como modesta muestra de amistad, el 10 de abril de 2020 enviamos a su ciudad una aportación de 30.000 yuanes "
        "renminbi."
    )


@pytest.mark.parametrize(
    ("consignment", "words"),
    [
        (
            {"carrier": "顺丰国际 / SF International", "expected": "2020-05-12"},
            "El transporte corre a cargo de SF International, y se espera que el envío llegue el 12 de mayo de 2020.",
        ),
        ({"carrier": "顺丰国际 / SF International"}, "El transporte corre a cargo de SF International."),
        ({"expected": "2020-05"}, "Se espera que el envío llegue en mayo de 2020."),
    ],
)
def test_a_consignment_is_told_in_one_sentence(world, zaragoza, mayor, consignment, words):
    gift = world.gift(zaragoza, direction="given", day="2020-04-10", state="sent", mask=30, consignments=[consignment])
    letter = world.write("reciprocal_support", mayor, occasion=None, received=[], given=[gift]).foreign
    assert said(letter, "shipping") == words


@pytest.mark.parametrize(
    ("kind", "means", "words"),
    [
        (
            LetterKind.CONDOLENCE,
            "telegram",
            "por el telegrama que nos dirigió el 5 de marzo de 2020 y por su solidaridad.",
        ),
        (
            LetterKind.CONGRATULATION,
            "letter",
            "por la carta que nos dirigió el 5 de marzo de 2020 y por sus buenos deseos.",
        ),
        (LetterKind.LETTER, "letter", "por la carta que nos dirigió el 5 de marzo de 2020."),
    ],
)
def test_thanks_for_a_letter_say_what_it_was(world, mayor, kind, means, words):
    theirs = world.letter(kind, mayor, means=means)
    letter = world.write("thanks", mayor, received=[], occasion=None, replies_to=theirs).foreign
    assert said(letter, "thanks").endswith(words)


def test_several_uses_are_told_in_one_sentence(world, zaragoza, mayor):
    disposals = [{"beneficiary": kind} for kind in ("hospitals", "frontline", "communities")]
    gift = world.gift(zaragoza, mask=20, disposals=disposals)
    letter = world.write("thanks", mayor, received=[gift], occasion=None).foreign
    assert said(letter, "use") == (
        "La ayuda se ha distribuido entre nuestros hospitales, nuestro personal de primera línea y nuestros barrios."
    )


def test_money_goes_where_it_is_used_and_nobody_heals_day_and_night_without_need(world, zaragoza, mayor, ours):
    used, euros = {"disposals": [{"beneficiary": "hospitals"}]}, {"item": "money", "value": 500, "currency": "EUR"}
    quake = world.occasion("earthquake", cities=[ours])
    gifts = (
        world.gift(zaragoza, lines=[euros], **used),
        world.gift(zaragoza, mask=20, **used),
        world.gift(zaragoza, mask=20, occasion=quake, **used),
    )
    letters = [world.write("thanks", mayor, received=[gift], occasion=None).foreign for gift in gifts]
    assert [said(letter, "use") for letter in letters] == [
        "La ayuda se ha destinado a nuestros hospitales.",
        "La ayuda se entregó a nuestros hospitales y llegó a manos del personal sanitario.",
        "La ayuda se entregó a nuestros hospitales y llegó a manos del personal sanitario, que atiende día y noche a "
        "los enfermos.",
    ]


def test_a_notification_gives_its_information(world, mayor, ours):
    epidemic = world.occasion("epidemic", cities=[ours])
    facts, commitments = {"es": "X.", "zh-hans": "X。"}, Commitment.values
    letter = world.write("notification", mayor, occasion=epidemic, commitments=commitments, facts=facts).foreign
    assert said(letter, "purpose") == (
        f"Por la presente le informo sobre la epidemia en Hengyang. Lo que sigue es la información oficial {OFFICE} a "
        "20 de abril de 2020."
    )
    assert said(letter, "facts") == "X."
    assert said(letter, "exchanges").endswith(
        "volveremos a escribirle con la debida antelación para acordar nuevas fechas."
    )


def test_a_promise_stands_only_where_it_was_made(world, zaragoza, mayor):
    epidemic = world.occasion("epidemic", countries=["ES"])
    assert said(world.write("condolence", mayor, occasion=epidemic).foreign, "readiness") == ""
    offering = world.write("condolence", mayor, occasion=epidemic, commitments=[Commitment.OFFERS_HELP]).foreign
    assert said(offering, "readiness") == "Si en algo podemos ser de ayuda, quedamos a su entera disposición."


def test_a_pandemic_is_not_called_an_epidemic(world, zaragoza, mayor):
    names = {"es": ("Pandemia de COVID-19", "la pandemia de COVID-19"), "zh-hans": "新冠肺炎疫情"}
    pandemic = world.occasion("epidemic", names, countries=["ES"])
    given = [world.gift(zaragoza, direction="given", day="2020-04-10", state="sent", mask=30)]
    letter = world.write("reciprocal_support", mayor, occasion=pandemic, received=[], given=given).foreign
    assert "epidemia" not in letter.words.replace("pandemia", "")
    assert said(letter, "wish").startswith(
        "Tengo la convicción de que su ciudad superará pronto esta situación, y le deseo"
    )


def test_an_english_name_is_never_borrowed(world):
    city = world.city("", "塞维利亚市", government=("", "塞维利亚市政府"))
    city.names.create(language="en", text="Seville")
    to = world.holder(city, "mayor", **ORTEGA)
    with pytest.raises(WordsMissing, match="“Seville” has no name in Spanish"):
        world.write("thanks", to, received=[world.gift(city, mask=2)], occasion=None)
