"""What is asked of a list, in words."""

import pytest
from django.http import QueryDict
from django.utils.translation import override

from correspondence.filters import LetterFilter
from correspondence.models import Letter
from crm.filters.ledger import LedgerFilter
from crm.filters.person import PersonFilter
from crm.models import LedgerEntry, Person
from tests.factories import CityFactory, OrganizationFactory, PostFactory


@pytest.mark.parametrize(
    ("filters", "model", "question", "asked"),
    [
        (PersonFilter, Person, "", []),
        (PersonFilter, Person, "rank=mayor&name=mu", ["Rank: Mayor", "Name: mu"]),
        (PersonFilter, Person, "in_office=yes", ["In office: In office today"]),
        (LetterFilter, Letter, "kind=thanks&direction=in", ["Direction: Incoming", "Kind: Thanks"]),
        (LedgerFilter, LedgerEntry, "owed=on&help=on", ["Help only", "Help we owe an answer"]),
        (PersonFilter, Person, "country=moon", []),
    ],
)
def test_questions_are_told_in_words(db, filters, model, question, asked):
    assert filters(QueryDict(question), model.objects.all()).asked == asked


def test_a_record_is_told_by_its_name(db):
    city = CityFactory(names={"en": "Guadalajara", "zh-hans": "瓜达拉哈拉市"})
    PostFactory(organization=OrganizationFactory(city=city))
    asked = QueryDict(f"country={city.country_id}&city={city.slug}")
    assert PersonFilter(asked, Person.objects.all()).asked == ["Country or region: Spain", "City: Guadalajara"]
    with override("zh-hans"):
        assert PersonFilter(asked, Person.objects.all()).asked == ["国家/地区：西班牙", "城市：瓜达拉哈拉市"]
