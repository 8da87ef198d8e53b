"""Two people who have one record's form open."""

import pytest

from crm.models import City
from tests.pages import values


@pytest.fixture
def city(filled):
    return City.objects.get(slug="guadalajara-es")


@pytest.fixture
def two(head, client_of, city):
    """Two browsers that have the form of one city open, and what it would send untouched."""
    first, second, address = client_of(head), client_of(head), f"/cities/{city.slug}/edit/"
    return first, second, address, values(first, address)
