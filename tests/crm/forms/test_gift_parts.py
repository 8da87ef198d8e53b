"""The parts of a gift's form."""

import pytest

from crm.forms.gift_parts import GiftDisposals
from tests.factories import GiftFactory, ItemKindFactory

pytestmark = pytest.mark.django_db


def test_a_disposal_is_of_one_of_the_gifts_own_lines():
    gift, other = GiftFactory(), GiftFactory()
    second = gift.lines.create(item=ItemKindFactory())
    row = GiftDisposals(instance=gift).empty_form
    assert list(row.fields["line"].queryset) == [gift.lines.first(), second]
    assert other.lines.get() not in row.fields["line"].queryset


def test_a_gift_that_is_not_on_record_yet_has_no_line_to_choose():
    assert "line" not in GiftDisposals(instance=None).empty_form.fields
