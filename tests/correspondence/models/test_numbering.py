"""How far each series of numbers has come."""

from correspondence.models.numbering import NumberSeries, last_numbers
from tests.factories import IdentityFactory


def test_last_numbers_are_told_by_what_stands_before_them(db):
    identity = IdentityFactory()
    for year, last in ((2019, 58), (2020, 10)):
        series = NumberSeries.objects.create(identity=identity, year=year, last=last)
    stem = identity.number_prefix
    assert last_numbers() == {f"{stem}〔2020〕": 10, f"{stem}〔2019〕": 58}
    assert series.last_number == f"{stem}〔2020〕10号"
