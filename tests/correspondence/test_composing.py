import re
from datetime import date
from decimal import Decimal

import pytest

from correspondence.composing import compose, compose_pair
from correspondence.drafting import propose_draft
from correspondence.errors import GenderMissing, LetterRefused, MissingWord
from correspondence.languages import CODES
from correspondence.models import LetterTemplateText
from crm.dates import PartialDate
from crm.models import Body, City, Gift, GiftLine, GiftPartner, ItemKind, Person, Relation, StepKind

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
    return compose_pair(propose_draft(kind=kind, on=on, city=city(slug), **said))[-1].words


def test_every_kind_in_every_language_from_demo_data(demo):
    for kind in KINDS:
        for language, slug in PARTNERS.items():
            chinese, foreign = compose_pair(propose_draft(kind=kind, on=ON, city=city(slug)))
            assert (chinese.language, foreign.language) == ("zh-hans", language)
            for letter in (chinese, foreign):
                assert letter.paragraphs, (kind, language)
                assert not re.search(r"[{}\[\]]|None|  ", letter.words), (kind, language, letter.words)


def test_kinds_have_the_same_keys_in_the_same_order_in_every_language(texts):
    from correspondence.letter_text import check_source

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
        draft = propose_draft(kind="reciprocal_support", on=ON, city=city(slug))
        quantities = {int(line.quantity) for gift in draft.given for line in gift.lines.all()}
        for letter in compose_pair(draft):
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


def test_planned_tie_is_never_given_the_formal_noun(demo):
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
    Relation.objects.update(confirmed=True)
    for relation in Relation.objects.all():
        relation.steps.all().delete()
        relation.steps.create(kind=StepKind.INTENT, day="2018")
    for kind in KINDS:
        for slug in PARTNERS.values():
            for letter in compose_pair(propose_draft(kind=kind, on=ON, city=city(slug))):
                assert not re.search(formal[letter.language], letter.words, re.IGNORECASE), (kind, letter.words)


def test_tie_takes_its_noun_from_the_letters_day(demo):
    assert "ating sister" not in words(slug="legazpi-ph", on=date(2020, 11, 30))
    before = words(slug="legazpi-ph", on=date(2020, 11, 30))
    after = words(slug="legazpi-ph", on=date(2021, 1, 1))
    assert "2020" not in before.split("\n\n", 2)[2].replace("Nobyembre 30, 2020", "")
    assert before != after


def test_own_ambassador_gets_chinese_only_and_no_excellency(demo):
    embassy = Body.objects.get(slug="embassy-of-china-no")
    letters = compose_pair(propose_draft(kind="thanks", on=ON, body=embassy))
    assert [letter.language for letter in letters] == ["zh-hans"]
    assert "阁下" not in letters[0].words
    assert "贵市" not in letters[0].words
    assert "大量防疫物资" in letters[0].words
    with pytest.raises(LetterRefused, match="Chinese only"):
        propose_draft(kind="thanks", on=ON, body=embassy, language="en")


def test_unknown_gender_stops_ukrainian_romanian_and_spanish_and_says_whom_to_complete(demo):
    Person.objects.update(gender="")
    for slug in ("brovary-ua", "calarasi-ro", "guadalajara-es"):
        draft = propose_draft(kind="condolence", on=ON, city=city(slug))
        with pytest.raises(GenderMissing, match=f"/people/{draft.person.pk}/edit/"):
            compose(draft, draft.language)
    body = Body.objects.get(city__slug="brovary-ua")
    draft = propose_draft(kind="condolence", on=ON, body=body, body_itself=True)
    assert compose(draft, "uk").paragraphs


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
    from crm.actions import enter_gift

    gift = Gift.objects.create(direction="received", day="2020-03-02", state="received", received_on="2020-03-09")
    GiftPartner.objects.create(gift=gift, city=guadalajara)
    gift.lines.create(item=ItemKind.objects.get(code="goggles"), quantity=Decimal(40))
    enter_gift(by=None, gift=gift)
    text = words(kind="thanks")
    assert "40 pares de gafas" in text or "40 gafas" in text
    assert "9 de marzo de 2020" in text


def test_city_without_holder_is_written_to_as_a_body(demo):
    draft = propose_draft(kind="condolence", on=date(2014, 5, 1), city=city("guadalajara-es"))
    assert (draft.person, draft.body.kind) == (None, "city_government")


def test_holder_is_the_one_of_the_day(demo):
    draft = propose_draft(kind="condolence", on=date(2016, 5, 1), city=city("guadalajara-es"))
    assert draft.person.name_for("es").family == "Herrero"


def test_months_do_not_leak_between_languages(demo):
    february = [PartialDate(date(2020, 2, 1), "month")]
    from correspondence.languages import get_language

    said = [get_language(code).when(february[0]) for code in ("zh-hans", "es", "nb", "uk", "ro")]
    assert said == ["2020年2月", "en febrero de 2020", "i februar 2020", "у лютому 2020 року", "în februarie 2020"]
