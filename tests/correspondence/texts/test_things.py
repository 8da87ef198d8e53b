"""What was given: like is added to like, what nobody counted is never counted."""

from decimal import Decimal

import pytest

from correspondence.errors import MissingWord
from correspondence.texts.things import amounts_of, format_gifts
from crm.models import Gift, GiftLine, ItemKind
from tests.factories import CityFactory, GiftFactory

pytestmark = pytest.mark.usefixtures("texts")


def gift(*lines) -> Gift:
    """A gift with lines, each (item, quantity, facts)."""
    made = GiftFactory(partner=CityFactory())
    GiftLine._base_manager.filter(gift=made).delete()
    for item, quantity, facts in lines:
        made.lines.create(item=ItemKind.objects.get(code=item), quantity=quantity and Decimal(quantity), **facts)
    return Gift.objects.get(pk=made.pk)


def told(*gifts, language="en", **said) -> str:
    return format_gifts(gifts, language, **said).replace("\u00a0", " ")


def test_like_lines_of_like_gifts_are_added():
    gifts = gift(("mask", 3000, {}), ("mask", 500, {})), gift(("mask", 1500, {}))
    assert told(*gifts) == "5,000 masks"


@pytest.mark.parametrize(
    ("other", "said"),
    [
        (("mask", 500, {"unit": "carton"}), "3,000 masks and 500 cartons of masks"),
        (("mask", 500, {"qualifier": "about"}), "3,000 masks and about 500 masks"),
        (("mask", None, {}), "masks and 3,000 masks"),
    ],
)
def test_what_differs_in_unit_or_sureness_is_told_apart(other, said):
    assert told(gift(("mask", 3000, {}), other)) == said


def test_what_nobody_counted_comes_last_and_once_and_large_only_where_the_record_says_so():
    several = gift(("goggles", None, {}), ("mask", 20, {})), gift(("goggles", None, {}))
    assert told(*several, language="nb") == "20 munnbind og vernebriller"
    assert told(gift(("goggles", None, {"qualifier": "large"}))) == "a large number of goggles"
    assert [amount.is_known for amount in amounts_of(several)] == [True, False]


def test_what_nobody_counted_comes_first_where_a_number_would_be_read_as_its_own():
    told_apart = gift(("goggles", 20, {}), ("book", None, {"qualifier": "some"}), ("mask", None, {}))
    assert told(told_apart) == "masks, 20 pairs of goggles and some books"
    assert told(told_apart, quantities=False) == "goggles, some books and masks"


def test_one_thing_is_one_even_where_its_number_is_not_said():
    assert told(gift(("ventilator", 1, {})), quantities=False) == "a ventilator"
    assert told(gift(("ventilator", 2, {})), quantities=False) == "ventilators"


def test_money_is_added_by_its_currency_and_may_be_unstated():
    euros = {"value": Decimal(500), "currency": "EUR"}
    assert told(gift(("money", None, euros)), gift(("money", None, euros))) == "1,000 euros"
    assert told(gift(("money", None, euros), ("money", None, {**euros, "currency": "JPY"}))).count(" and ") == 1
    assert told(gift(("money", None, {})), language="es") == "una ayuda económica"


def test_a_gift_without_lines_is_supplies():
    assert told(gift()) == "protective supplies"


def test_a_thing_without_words_is_missing():
    ItemKind.objects.get(code="mask").words.filter(language="en").delete()
    with pytest.raises(MissingWord, match="/office/items/mask/") as missing:
        told(gift(("mask", 2, {})))
    assert missing.value.lack.what == "item_word"
