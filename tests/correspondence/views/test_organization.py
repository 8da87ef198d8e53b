"""The page of an organization."""

from tests.factories import CourtesyFactory, OrganizationFactory, PostFactory, ReceivedLetterFactory
from tests.queries import queries


def test_letters_of_its_people_and_its_own_help_stand_in_its_feed(browser):
    hall = OrganizationFactory()
    post = PostFactory(organization=hall)
    theirs = ReceivedLetterFactory(organization=hall, day="2020-03-01")
    of_mayor = ReceivedLetterFactory(person=post.person, post=post, organization=None, day="2020-04-01")
    courtesy = CourtesyFactory(partner=hall, day="2020-02")
    ReceivedLetterFactory()
    items = browser.get(hall.get_absolute_url()).context["items"]
    assert [item.url for item in items] == [record.get_absolute_url() for record in (of_mayor, theirs, courtesy)]


def test_six_in_office_are_shown_and_the_rest_has_pages(browser):
    hall = OrganizationFactory()
    for _number in range(7):
        PostFactory(organization=hall)
    assert len(browser.get(hall.get_absolute_url()).context["holders"]) == 6
    assert len(browser.get(hall.get_absolute_url(), {"holders": "2"}).context["holders"]) == 1


def test_three_of_each_cost_as_many_queries_as_one(browser):
    hall = OrganizationFactory()

    def add():
        post = PostFactory(organization=hall, start="2015")
        ReceivedLetterFactory(person=post.person, post=post, organization=None)
        CourtesyFactory(partner=hall)

    add()
    browser.get(hall.get_absolute_url())
    one = queries(browser, hall.get_absolute_url())
    add()
    add()
    assert queries(browser, hall.get_absolute_url()) == one
