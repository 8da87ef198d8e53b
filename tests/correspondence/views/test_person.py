"""The page of a person."""

from crm.actions.ledger import record_courtesy
from crm.dates import parse_partial_date
from tests.factories import CityFactory, OrganizationFactory, PersonFactory, PostFactory, ReceivedLetterFactory
from tests.queries import queries


def test_names_beside_the_heading_begin_with_that_in_their_own_script(browser):
    person = PersonFactory(
        names={"latin": ("Ichiro", "Biwa"), "chinese": ("一郎", "琵琶"), "own": ("いちろう", "びわ")}
    )
    assert [name.form for name in browser.get(person.get_absolute_url()).context["names"]] == ["own", "chinese"]


def test_the_time_is_that_of_the_city_of_the_post(browser):
    hall = OrganizationFactory(city=CityFactory(time_zone="Europe/Madrid"))
    person = PostFactory(organization=hall).person
    assert browser.get(person.get_absolute_url()).context["time_there"].at.tzinfo.key == "Europe/Madrid"
    assert browser.get(PersonFactory().get_absolute_url()).context["time_there"] is None


def test_help_letters_and_posts_stand_in_one_feed_and_what_is_open_above_it(browser):
    person = PostFactory(start="2015").person
    facts = {"direction": "received", "kind": "service", "day": parse_partial_date("2020-02"), "summary": "doctors"}
    record_courtesy(by=None, partners=[person], **facts)
    ReceivedLetterFactory(person=person, organization=None, day="2020-03-01")
    context = browser.get(person.get_absolute_url()).context
    assert [item.label for item in context["items"]] == ["Their letter", "They gave", "Took office"]
    assert [row.item.label for row in context["open_rows"]] == ["They gave", "Their letter"]
    assert len(context["picture"].columns) == 1


def test_three_of_each_cost_as_many_queries_as_one(browser):
    person = PersonFactory()

    def add():
        facts = {"direction": "received", "kind": "service", "day": parse_partial_date("2020-02"), "summary": "doctors"}
        record_courtesy(by=None, partners=[person], **facts)
        ReceivedLetterFactory(person=person, organization=None)
        PostFactory(person=person, start="2015")

    add()
    browser.get(person.get_absolute_url())
    one = queries(browser, person.get_absolute_url())
    add()
    add()
    assert queries(browser, person.get_absolute_url()) == one
