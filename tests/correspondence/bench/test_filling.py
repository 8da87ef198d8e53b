"""An office of a size, filled through the doors: it has what the size says, and what pages read of it."""

import pytest
from django.urls import reverse

from correspondence.bench.filling import SIZES, THE_SAME, Size, fill
from correspondence.bench.pages import PAGES
from correspondence.models import Letter, LetterText
from crm.models import City, Gift, LedgerEntry, LedgerLink, Occasion, Person, User


@pytest.fixture
def filled(db):
    """The smallest office that has some of everything."""
    fill(Size(cities=3, people=8, letters=60, gifts=8, of_one=(4, 40)))


def test_an_office_has_what_its_size_says(filled):
    assert City.objects.exclude(country="CN").count() == 3 + 1
    assert Person.objects.count() == 8 + 3
    assert Gift.objects.count() == LedgerEntry.objects.filter(kind="goods").count() == 8 + 4
    assert Letter.objects.filter(direction="out").count() == 60 + 40
    assert Letter.objects.filter(direction="in").count() == (60 + 40) // 20
    assert {text.paragraphs.count() for text in LetterText.objects.all()} == {4}
    assert {letter.texts.count() for letter in Letter.objects.filter(direction="out")} == {2}
    assert Letter.objects.filter(state="draft").count() == 2 + 1
    assert LedgerLink.objects.count() == 2 + 1
    same = City.objects.get(slug=THE_SAME)
    assert (LedgerEntry.objects.of(city=same).filter(kind="goods").count(), same.letters.count()) == (4, 40 + 2)


@pytest.mark.slow
def test_every_page_of_the_table_is_there(filled, client, settings):
    settings.ROOT_URLCONF = "correspondence.bench.urls"
    client.force_login(User.objects.get(username="clerk"))
    printed = {"letter", "letter's words", "write to a city"}
    asked = {page.name: page.address() for page in PAGES if page.name not in printed}
    assert {name: client.get(address).status_code for name, address in asked.items()} == dict.fromkeys(asked, 200)
    assert reverse("occasion", args=[Occasion.objects.order_by("pk").first().slug]) == asked["occasion"]


def test_a_size_is_divided_to_try():
    assert SIZES["large"].divided(1000) == Size(2, 100, 100, 10, of_one=(0, 2))
    assert SIZES["small"].divided(1) == SIZES["small"]
