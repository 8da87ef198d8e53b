import re
from datetime import date
from decimal import Decimal

import pytest

from correspondence.errors import GenderMissing, LetterRefused, MissingWord
from correspondence.languages import CODES
from correspondence.models import Letter, LetterTemplateText
from correspondence.texts.composing import compose, compose_pair
from correspondence.texts.conditions import condition_holds
from correspondence.texts.proposing import propose_brief
from crm.actions.gifts import enter_gift
from crm.actions.ledger import record_courtesy, reverse_entry
from crm.dates import PartialDate
from crm.models import (
    City,
    Consignment,
    Gift,
    GiftLine,
    GiftPartner,
    ItemKind,
    Occasion,
    Organization,
    Partnership,
    Person,
    StepKind,
)
from tests.factories import ConsignmentFactory, DisposalFactory

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


def city(slug: str) -> City:
    return City.objects.get(slug=slug)


def words(kind="reciprocal_support", slug="guadalajara-es", on=ON, **said) -> str:
    return compose_pair(propose_brief(kind=kind, on=on, city=city(slug), **said))[-1].words


def test_every_kind_in_every_language_from_demo_data(demo):
    for kind in KINDS:
        for language, slug in PARTNERS.items():
            chinese, foreign = compose_pair(propose_brief(kind=kind, on=ON, city=city(slug)))
            assert (chinese.language, foreign.language) == ("zh-hans", language)
            for letter in (chinese, foreign):
                assert letter.paragraphs, (kind, language)
                assert not re.search(r"[{}\[\]]|None|  ", letter.words), (kind, language, letter.words)


def test_kinds_have_the_same_keys_in_the_same_order_in_every_language(texts):
    from correspondence.texts.checking import check_source

    for kind in KINDS:
        orders = {}
        for text in LetterTemplateText.objects.filter(template__kind=kind):
            keys = list(dict.fromkeys(block.key for block in check_source(text.source).blocks))
            orders[text.language] = keys
        assert set(orders) == set(CODES)
        assert len({tuple(keys) for keys in orders.values()}) == 1, (kind, orders)


def digits(text: str) -> set[int]:
    """All whole numbers in a text, however grouped, 万 multiplied out."""
    found = set()
    for number, wan in re.findall(r"(\d[\d., \u00a0\u202f]*\d|\d)(万?)", text):
        plain = int(re.sub(r"\D", "", number))
        found.add(plain * 10_000 if wan else plain)
    return found


def test_numbers_in_the_letter_equal_the_record(demo):
    for slug in PARTNERS.values():
        brief = propose_brief(kind="reciprocal_support", on=ON, city=city(slug))
        quantities = {int(line.quantity) for gift in brief.given for line in gift.lines.all()}
        for letter in compose_pair(brief):
            body = letter.part("body")
            assert quantities <= digits(body), (slug, body)
            assert digits(body) - quantities <= {2, 4, 19, 2020, 3, 12, 1992}, (slug, body)


def test_quantity_received_is_said_only_where_ticked(demo):
    gift = Gift.objects.get(direction="received", partners__city__slug="guadalajara-es")
    line = gift.lines.get()
    GiftLine._base_manager.filter(pk=line.pk).update(item=ItemKind.objects.get(code="mask"), quantity=Decimal(4500))
    assert "4500" not in words()
    assert "4500 mascarillas" in words(show_quantities=True)
    assert "4500 mascarillas" in words(kind="thanks")


def test_planned_partnership_is_never_given_the_formal_noun(demo):
    formal = {
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
    Partnership.objects.update(confirmed=True)
    for partnership in Partnership.objects.all():
        partnership.steps.all().delete()
        partnership.steps.create(kind=StepKind.INTENT, day="2018")
    for kind in KINDS:
        for slug in PARTNERS.values():
            for letter in compose_pair(propose_brief(kind=kind, on=ON, city=city(slug))):
                assert not re.search(formal[letter.language], letter.words, re.IGNORECASE), (kind, letter.words)


def test_partnership_takes_its_noun_from_the_letters_day(demo):
    assert "ating sister" not in words(slug="legazpi-ph", on=date(2020, 11, 30))
    before = words(slug="legazpi-ph", on=date(2020, 11, 30))
    after = words(slug="legazpi-ph", on=date(2021, 1, 1))
    assert "2020" not in before.replace("Nobyembre 30, 2020", "").replace("noong Abril 2020", "")
    assert before != after


def test_own_ambassador_gets_chinese_only_and_no_excellency(demo):
    embassy = Organization.objects.get(slug="embassy-of-china-no")
    letters = compose_pair(propose_brief(kind="thanks", on=ON, organization=embassy))
    assert [letter.language for letter in letters] == ["zh-hans"]
    assert "阁下" not in letters[0].words
    assert "贵市" not in letters[0].words
    assert "大量防疫物资" in letters[0].words
    with pytest.raises(LetterRefused, match="Chinese only"):
        propose_brief(kind="thanks", on=ON, organization=embassy, language="en")


def test_a_chinese_condolence_has_no_exclamation_mark(demo):
    for slug in PARTNERS.values():
        chinese, _foreign = compose_pair(propose_brief(kind="condolence", on=ON, city=city(slug)))
        assert "！" not in chinese.words
    assert "！" in compose_pair(propose_brief(kind="thanks", on=ON, city=city("ritto-jp")))[0].words


@pytest.mark.parametrize(
    ("state", "expected", "said"),
    [
        ("sent", "2020-05-03", True),
        ("sent", "2020-04", True),
        ("sent", "2020-04-12", False),
        ("received", "2020-05-03", False),
    ],
)
def test_an_arrival_is_announced_only_while_it_lies_ahead(demo, state, expected, said):
    gifts = Gift.objects.filter(direction="given", partners__city__slug="guadalajara-es")
    gifts.update(state=state)
    Consignment.objects.filter(gift__in=gifts).update(expected=expected)
    letters = compose_pair(propose_brief(kind="reciprocal_support", on=ON, city=city("guadalajara-es")))
    assert [any(p.key == "arrival" for p in letter.paragraphs) for letter in letters] == [said, said]


@pytest.mark.parametrize(("kind", "said"), [("condolence", True), ("notification", False)])
def test_only_words_of_sympathy_are_said_to_have_moved_us(demo, kind, said):
    Letter.objects.filter(direction="in").update(kind=kind)
    letters = compose_pair(propose_brief(kind="thanks", on=ON, city=city("ritto-jp")))
    assert [any(p.key == "letter" for p in letter.paragraphs) for letter in letters] == [said, said]


def test_unknown_gender_stops_ukrainian_romanian_and_spanish_and_says_whom_to_complete(demo):
    Person.objects.update(gender="")
    for slug in ("brovary-ua", "calarasi-ro", "guadalajara-es"):
        brief = propose_brief(kind="condolence", on=ON, city=city(slug))
        with pytest.raises(GenderMissing, match=f"/people/{brief.person.pk}/edit/"):
            compose(brief, brief.language)
    organization = Organization.objects.get(city__slug="brovary-ua")
    brief = propose_brief(kind="condolence", on=ON, organization=organization, organization_itself=True)
    assert compose(brief, "uk").paragraphs


def test_item_kind_without_a_word_stops_the_draft_and_says_where_to_add_it(demo):
    ItemKind.objects.get(code="mask").words.filter(language="es").delete()
    with pytest.raises(MissingWord, match=r"Spanish.*/office/items/mask/"):
        words()


@pytest.mark.parametrize("lines", [1, 6])
def test_text_holds_with_one_item_or_six(demo, lines):
    gift = Gift.objects.get(direction="given", partners__city__slug="guadalajara-es")
    gift.lines.all().delete()
    for kind in ItemKind.objects.filter(is_money=False)[:lines]:
        gift.lines.create(item=kind, quantity=Decimal(21))
    assert words().count("21 ") == lines


def test_several_gifts_are_thanked_one_by_one(demo):
    guadalajara = city("guadalajara-es")
    gift = Gift.objects.create(direction="received", day="2020-03-02", state="received", received_on="2020-03-09")
    GiftPartner.objects.create(gift=gift, city=guadalajara)
    gift.lines.create(item=ItemKind.objects.get(code="goggles"), quantity=Decimal(40))
    enter_gift(by=None, gift=gift)
    text = words(kind="thanks")
    assert "40 pares de gafas" in text or "40 gafas" in text
    assert "9 de marzo de 2020" in text


def test_city_without_holder_is_written_to_as_a_organization(demo):
    brief = propose_brief(kind="condolence", on=date(2014, 5, 1), city=city("guadalajara-es"))
    assert (brief.person, brief.organization.kind) == (None, "city_government")


def test_holder_is_the_one_of_the_day(demo):
    brief = propose_brief(kind="condolence", on=date(2016, 5, 1), city=city("guadalajara-es"))
    assert brief.person.name_for("es").family == "Herrero"


def test_in_the_year_of_a_change_the_letter_goes_to_whoever_took_office_last(demo):
    brief = propose_brief(kind="condolence", on=date(2019, 12, 1), city=city("guadalajara-es"))
    assert brief.person.name_for("es").family == "Muñoz"


def test_archived_holder_is_not_written_to(demo):
    Person.objects.filter(posts__rank="mayor", posts__organization__city=city("guadalajara-es")).update(archived=True)
    assert propose_brief(kind="condolence", on=ON, city=city("guadalajara-es")).person is None


@pytest.mark.parametrize(("language", "slug"), [("es", "guadalajara-es"), ("ko", "city-not-named-kr")])
def test_name_that_the_reader_cannot_read_stops_the_letter(demo, language, slug):
    signer = Person.objects.get(posts__organization__slug="hengyang-government-cn")
    signer.names.filter(form__in=["latin", "other"]).delete()
    with pytest.raises(MissingWord, match=rf"Latin letters at /people/{signer.pk}/edit/"):
        words(slug=slug)


@pytest.mark.parametrize("given", ["M.ª Carmen", "Ørjan", "Обʼєдко".lower()])
def test_names_of_the_readers_own_letters_are_printed(demo, given):
    slug = "brovary-ua" if given.startswith("о") else "guadalajara-es"
    mayor = propose_brief(kind="condolence", on=ON, city=city(slug)).person
    mayor.names.filter(form="own").update(given=given)
    mayor.forms_of_address.all().delete()
    assert given in words("condolence", slug)


def test_signer_without_a_name_is_refused_in_a_sentence(demo):
    Person.objects.get(posts__organization__slug="hengyang-government-cn").names.all().delete()
    with pytest.raises(LetterRefused, match="no name on record"):
        words()


def test_months_do_not_leak_between_languages(demo):
    february = [PartialDate(date(2020, 2, 1), "month")]
    from correspondence.languages import language_rules

    said = [language_rules(code).when(february[0]) for code in ("zh-hans", "es", "nb", "uk", "ro")]
    assert said == ["2020年2月", "en febrero de 2020", "i februar 2020", "у лютому 2020 року", "în februarie 2020"]


def test_carrier_is_named_in_the_letters_own_script(demo):
    gift = Gift.objects.get(direction="given", partners__city__slug="guadalajara-es")
    chinese, spanish = compose_pair(propose_brief(kind="reciprocal_support", on=ON, city=city("guadalajara-es")))
    assert "由顺丰国际承运" in chinese.words
    assert "a cargo de SF International." in spanish.words
    gift.consignments.update(carrier="顺丰国际")
    with pytest.raises(MissingWord, match=rf"顺丰国际.*/gifts/{gift.pk}/details/"):
        words()


def test_several_consignments_of_a_gift_are_told_together_and_one_that_has_arrived_is_not_expected(demo):
    gift = Gift.objects.get(direction="given", partners__city__slug="guadalajara-es")
    gift.consignments.update(expected="2020-06", arrived="2020-04-19")
    ConsignmentFactory(gift=gift, carrier="中远海运 / COSCO", expected="2020-05-03")
    chinese, spanish = compose_pair(propose_brief(kind="reciprocal_support", on=ON, city=city("guadalajara-es")))
    assert ("由顺丰国际和中远海运承运" in chinese.words, "2020年5月3日" in chinese.words) == (True, True)
    assert ("SF International y COSCO" in spanish.words, "junio" in spanish.words) == (True, False)


def test_help_that_went_to_several_places_went_to_each(demo):
    gift = Gift.objects.get(direction="received", partners__city__slug="ritto-jp")
    DisposalFactory(gift=gift, beneficiary="schools")
    brief = propose_brief(kind="thanks", on=ON, city=city("ritto-jp"))
    places = ("frontline", "schools", "hospitals", "communities")
    assert [condition_holds(f"went_to_{place}", brief) for place in places] == [True, True, False, False]


def test_a_partnership_between_others_is_not_ours(demo):
    guadalajara = city("guadalajara-es")
    guadalajara.partnerships.all().delete()
    other = Partnership.objects.create(city=city("ritto-jp"), partner=guadalajara)
    other.steps.create(kind=StepKind.SIGNED, day="1990")
    assert propose_brief(kind="condolence", on=ON, city=guadalajara).standing == ""


def test_only_experience_of_the_occasion_is_told(demo):
    guadalajara = city("guadalajara-es")
    assert len(propose_brief(kind="reciprocal_support", on=ON, city=guadalajara).courtesies) == 1
    flood = Occasion.objects.create(kind="flood", start="2020-04")
    assert propose_brief(kind="reciprocal_support", on=ON, city=guadalajara, occasion=flood).courtesies == ()


def test_a_gift_that_has_arrived_is_not_being_sent_now(demo):
    gift = Gift.objects.get(direction="given", partners__city__slug="guadalajara-es")
    assert "enviamos ahora 30.000 mascarillas" in words()
    assert "El transporte" in words()
    gift.state = "received"
    gift.save()
    assert "en abril de 2020 enviamos 30.000 mascarillas" in words()
    assert "El transporte" not in words()


def test_money_received_is_counted_only_where_ticked(demo):
    gift = Gift.objects.get(direction="received", partners__city__slug="guadalajara-es")
    GiftLine._base_manager.filter(gift=gift).update(
        item=ItemKind.objects.get(code="money"), quantity=None, value=Decimal(500), currency="EUR"
    )
    assert "ayuda económica" in words()
    assert "500" not in words()
    assert "500 euros" in words(show_quantities=True)


def test_an_embassy_is_told_of_its_country_and_never_of_where_it_is(demo):
    embassy = Organization.objects.create(kind="embassy", country_id="ES", slug="embassy-of-spain-cn")
    embassy.names.create(language="zh-hans", text="西班牙驻华大使馆")
    embassy.names.create(language="es", text="Embajada de España en China")
    flood = Occasion.objects.create(kind="flood", start="2020-04")
    chinese, spanish = compose_pair(propose_brief(kind="condolence", on=ON, organization=embassy, occasion=flood))
    assert "惊悉贵国发生洪涝灾害" in chinese.words
    assert "las inundaciones en su país" in spanish.words


def test_a_name_without_its_running_text_gives_way_to_the_kinds_own_word(demo):
    flood = Occasion.objects.create(kind="flood", start="2020-04")
    flood.names.create(language="es", text="Inundaciones de Valencia")
    assert "las inundaciones en Guadalajara" in words(kind="condolence", occasion=flood)
    flood.names.update(in_letter="las inundaciones de Valencia")
    assert "las inundaciones de Valencia en Guadalajara" in words(kind="condolence", occasion=flood)


def test_nobody_condoles_on_a_visit(demo):
    guadalajara = city("guadalajara-es")
    visit = Occasion.objects.create(kind="visit", start="2020-04-10")
    record_courtesy(
        by=None,
        direction="received",
        kind="visit",
        day=PartialDate(date(2020, 4, 10)),
        partners=[guadalajara],
        occasion=visit,
    )
    assert propose_brief(kind="reciprocal_support", on=ON, city=guadalajara).occasion == visit
    assert propose_brief(kind="condolence", on=ON, city=guadalajara).occasion.kind == "epidemic"
    with pytest.raises(LetterRefused, match="no occasion for condolences"):
        propose_brief(kind="condolence", on=ON, city=guadalajara, occasion=visit)


def test_signatory_is_named_as_the_readers_language_writes_it(demo):
    assert "衡陽市長　陳　明遠" in words(slug="ritto-jp")
    assert "헝양시장 천밍위안" in words(slug="city-not-named-kr")
    assert "ЧЕНЬ Мінʼюань" in words(slug="brovary-ua")


def test_contact_is_given_in_the_letters_own_words_or_not_at_all(demo):
    brief = propose_brief(kind="notification", on=ON, city=city("guadalajara-es"))
    brief.identity.letterheads.create(language="es", contact="teléfono +86 734 1")
    assert "734" not in words(kind="notification")
    brief.identity.letterheads.create(language="zh-hans", contact="电话 0734-1")
    chinese, spanish = compose_pair(propose_brief(kind="notification", on=ON, city=city("guadalajara-es")))
    assert ("电话 0734-1" in chinese.words, "teléfono +86 734 1" in spanish.words) == (True, True)


# What a letter says must be so ------------------------------------------------------------------------


@pytest.fixture
def home_flood(demo):
    """A flood that struck us alone, in which Ritto helped and was helped."""
    flood = Occasion.objects.create(kind="flood", start="2020-04")
    flood.countries.set(["CN"])
    for direction, day in (("received", "2020-04-05"), ("given", "2020-04-10")):
        gift = Gift.objects.create(direction=direction, day=day, state="received", occasion=flood)
        GiftPartner.objects.create(gift=gift, city=city("ritto-jp"))
        gift.lines.create(item=ItemKind.objects.get(code="goggles"), quantity=Decimal(40))
        enter_gift(by=None, gift=gift)
    return flood


def english(kind, slug="ritto-jp", **said) -> str:
    return words(kind, slug, language="en", **said)


def test_our_disaster_is_not_mourned_as_theirs(home_flood):
    assert "floods" not in english("reciprocal_support")
    assert "epidemic" in english("condolence")
    assert "after the floods, your kindness" in english(
        "thanks", received=list(Gift.objects.filter(occasion=home_flood, direction="received"))
    )


def test_their_disaster_is_not_told_as_ours(home_flood):
    home_flood.countries.set(["JP"])
    assert "floods" not in english("notification")
    assert "floods" not in english("notification", occasion=home_flood)
    assert "the floods in Ritto" in english("reciprocal_support")


def test_thanks_speak_of_the_occasion_of_the_gifts_thanked_for(home_flood):
    early = Gift.objects.filter(direction="received", partners__city__slug="ritto-jp").exclude(occasion=home_flood)
    early.update(state="corrected")
    assert "the floods" in english("thanks")
    old = Gift.objects.get(direction="received", occasion__kind="epidemic", partners__city=city("guadalajara-es"))
    assert propose_brief(kind="thanks", on=ON, city=city("guadalajara-es"), received=[old]).occasion == old.occasion


def test_only_thanks_and_support_name_gifts(demo):
    for kind in ("notification", "condolence"):
        gifts = {"received": list(Gift.objects.received()), "given": list(Gift.objects.given())}
        brief = propose_brief(kind=kind, on=ON, city=city("guadalajara-es"), **gifts)
        assert (brief.received, brief.given, brief.courtesies, brief.letter_received) == ((), (), (), None)


def test_gifts_that_are_not_theirs_or_not_in_hand_are_refused(demo):
    guadalajara = city("guadalajara-es")
    theirs = Gift.objects.get(direction="received", partners__city=guadalajara)
    other = Gift.objects.get(direction="received", partners__city=city("ritto-jp"))
    planned = Gift.objects.get(direction="given", partners__city=guadalajara)
    for kind, said in (
        ("thanks", {"received": [other]}),
        ("thanks", {"received": [theirs], "on": date(2020, 1, 1)}),
        ("reciprocal_support", {"given": [Gift.objects.given().filter(partners__city=city("ritto-jp")).first()]}),
    ):
        with pytest.raises(LetterRefused, match="is not on record as"):
            propose_brief(kind=kind, city=guadalajara, **{"on": ON, **said})
    assert propose_brief(kind="thanks", on=ON, city=guadalajara, received=[theirs, theirs]).received == (theirs,)
    assert propose_brief(kind="reciprocal_support", on=ON, city=guadalajara, given=[planned]).given == (planned,)


def test_what_was_taken_back_is_not_announced(demo):
    gift = Gift.objects.get(direction="given", partners__city__slug="ritto-jp")
    reverse_entry(by=None, entry=gift.entries.get(), reason="never sent")
    assert propose_brief(kind="reciprocal_support", on=ON, city=city("ritto-jp")).given == ()


def test_a_firm_gift_is_announced_before_a_planned_one(demo):
    guadalajara = city("guadalajara-es")
    planned = Gift.objects.create(direction="given", state="planned", day="2020-04-18")
    GiftPartner.objects.create(gift=planned, city=guadalajara)
    (announced,) = propose_brief(kind="reciprocal_support", on=ON, city=guadalajara).given
    assert announced.state == "announced"
    announced.delete()
    assert propose_brief(kind="reciprocal_support", on=ON, city=guadalajara).given == (planned,)


def test_we_do_not_write_to_ourselves(demo):
    with pytest.raises(LetterRefused, match="our own city"):
        propose_brief(kind="condolence", on=ON, city=city("hengyang-cn"))
