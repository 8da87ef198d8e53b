"""What was given, by whom it is carried and when, in a letter's words."""

from datetime import date
from decimal import Decimal

import pytest

from correspondence.errors import MissingWord
from correspondence.texts.composing import compose_pair
from correspondence.texts.conditions import condition_holds
from correspondence.texts.facts import carrier_in
from correspondence.texts.proposing import propose_brief
from correspondence.texts.things import amount_of, format_amount
from crm.actions.gifts import enter_gift
from crm.dates import PartialDate
from crm.models import Consignment, Gift, GiftLine, GiftPartner, ItemKind
from tests.correspondence.texts.letters import ON, city, words
from tests.factories import ConsignmentFactory, DisposalFactory


def of_the_pandemic(direction: str, slug: str = "guadalajara-es") -> Gift:
    """The demonstration's gift of 2020 from or to a city."""
    return Gift.objects.get(direction=direction, occasion__slug="covid-19-2020", partners__city__slug=slug)


def part(letter, key: str) -> str:
    """The words of a letter's paragraphs of a key."""
    return "".join(paragraph.body for paragraph in letter.paragraphs if paragraph.key == key)


def test_quantity_received_is_said_only_where_ticked(demo):
    gift = of_the_pandemic("received")
    line = gift.lines.get()
    GiftLine._base_manager.filter(pk=line.pk).update(item=ItemKind.objects.get(code="mask"), quantity=Decimal(4500))
    assert "4500" not in words()
    assert "4500 mascarillas" in words(show_quantities=True)
    assert "4500 mascarillas" in words(kind="thanks")


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
    gift = of_the_pandemic("given")
    Gift.objects.filter(pk=gift.pk).update(state=state)
    Consignment.objects.filter(gift=gift).update(expected=expected)
    chinese, spanish = compose_pair(propose_brief(kind="reciprocal_support", on=ON, city=city("guadalajara-es")))
    assert ["预计" in chinese.words, "lleg" in part(spanish, "shipping")] == [said, said]


def test_item_kind_without_a_word_stops_the_draft_and_says_where_to_add_it(demo):
    ItemKind.objects.get(code="mask").words.filter(language="es").delete()
    with pytest.raises(MissingWord, match=r"Spanish.*/office/items/mask/"):
        words()


@pytest.mark.parametrize("lines", [1, 6])
def test_text_holds_with_one_item_or_six(demo, lines):
    gift = of_the_pandemic("given")
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


def test_months_do_not_leak_between_languages(demo):
    february = [PartialDate(date(2020, 2, 1), "month")]
    from correspondence.languages import language_rules

    said = [language_rules(code).when(february[0]) for code in ("zh-hans", "es", "nb", "uk", "ro")]
    assert said == ["2020年2月", "en febrero de 2020", "i februar 2020", "у лютому 2020 року", "în februarie 2020"]


def test_carrier_is_named_in_the_letters_own_script(demo):
    gift = of_the_pandemic("given")
    chinese, spanish = compose_pair(propose_brief(kind="reciprocal_support", on=ON, city=city("guadalajara-es")))
    assert "由顺丰国际承运" in chinese.words
    assert "SF International" in spanish.words
    gift.consignments.update(carrier="顺丰国际")
    with pytest.raises(MissingWord, match=rf"顺丰国际.*/gifts/{gift.pk}/details/"):
        words()


def test_several_consignments_of_a_gift_are_told_together_and_one_that_has_arrived_is_not_expected(demo):
    gift = of_the_pandemic("given")
    gift.consignments.update(expected="2020-06", arrived="2020-04-19")
    ConsignmentFactory(gift=gift, carrier="中远海运 / COSCO", expected="2020-05-03")
    chinese, spanish = compose_pair(propose_brief(kind="reciprocal_support", on=ON, city=city("guadalajara-es")))
    assert ("由顺丰国际和中远海运承运" in chinese.words, "2020年5月3日" in chinese.words) == (True, True)
    assert ("SF International y COSCO" in spanish.words, "junio" in spanish.words) == (True, False)


def test_help_that_went_to_several_places_went_to_each(demo):
    gift = of_the_pandemic("received", "ritto-jp")
    DisposalFactory(gift=gift, beneficiary="schools")
    brief = propose_brief(kind="thanks", on=ON, city=city("ritto-jp"))
    places = ("frontline", "schools", "hospitals", "communities")
    assert [condition_holds(f"went_to_{place}", brief) for place in places] == [True, True, False, False]


def test_a_gift_that_has_arrived_is_not_being_sent_now(demo):
    gift = of_the_pandemic("given")
    assert "enviar a su ciudad 30.000 mascarillas" in words()
    assert "El transporte" in words()
    gift.state = "received"
    gift.save()
    assert "en abril de 2020 enviamos a su ciudad 30.000 mascarillas" in words()
    assert "El transporte" not in words()


def test_money_received_is_counted_only_where_ticked(demo):
    gift = of_the_pandemic("received")
    GiftLine._base_manager.filter(gift=gift).update(
        item=ItemKind.objects.get(code="money"), quantity=None, value=Decimal(500), currency="EUR"
    )
    assert "una ayuda económica" in words()
    assert "500" not in words()
    assert "500 euros" in words(show_quantities=True)


@pytest.mark.parametrize(
    ("facts", "quantities", "said"),
    [
        ({"quantity": Decimal(4500)}, True, "4500 mascarillas"),
        ({"quantity": Decimal(4500)}, False, "mascarillas"),
        ({"quantity": None}, True, "mascarillas"),
        ({"quantity": None, "qualifier": "large"}, True, "una gran cantidad de mascarillas"),
        ({"quantity": None, "qualifier": "some"}, True, "algunas mascarillas"),
        ({"quantity": Decimal(1)}, False, "una mascarilla"),
    ],
)
def test_a_line_is_counted_only_where_the_number_may_be_said(texts, facts, quantities, said):
    line = GiftLine(item=ItemKind.objects.get(code="mask"), **facts)
    assert format_amount(amount_of(line), "es", quantities).replace("\u00a0", " ") == said


@pytest.mark.parametrize(("language", "name"), [("zh-hans", "顺丰国际"), ("es", "SF International")])
def test_a_carrier_is_named_in_the_letters_script(language, name):
    assert carrier_in(Consignment(carrier="顺丰国际 / SF International"), language) == name


def test_a_carrier_without_a_latin_name_stops_a_foreign_letter():
    with pytest.raises(MissingWord, match="no name in Latin letters"):
        carrier_in(Consignment(carrier="顺丰国际", gift_id=1), "es")
