"""The pages of a hand-over."""

import pytest
from django.urls import reverse

from crm.models import HandOver
from tests.factories import CityFactory, HandOverFactory, HandOverItemFactory, PersonFactory, UserFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def taker():
    return UserFactory(username="taker", full_name="Li Na")


@pytest.fixture
def clerk():
    return UserFactory(username="giver", full_name="Chen Ming")


@pytest.fixture
def head():
    return UserFactory(username="chief", role="head")


def add_page(user) -> str:
    return reverse("hand-over-add", args=[user.pk])


def typed(taker, **more):
    return {"taker": taker.pk, "day": "2020-04-20", "asks_to_close": "on", "note": "", **more}


def test_head_sees_what_will_go_over_and_hands_it_over(client_of, head, clerk, taker):
    city = CityFactory(names={"en": "Guadalajara", "zh-hans": "瓜达拉哈拉市"}, liaison=clerk)
    browser = client_of(head)
    page = browser.get(add_page(clerk))
    assert [part["lines"] for part in page.context["held"]] == [[(city, "Guadalajara", "Spain")]]
    assert {*page.context["form"].fields["taker"].queryset} == {head, taker}
    answer = browser.post(add_page(clerk), typed(taker), follow=True)
    done = HandOver.objects.get()
    city.refresh_from_db()
    assert answer.redirect_chain == [(done.get_absolute_url(), 302)]
    assert (city.liaison, done.giver, done.taker, done.recorded_by) == (taker, clerk, taker, head)
    assert answer.context["parts"][0]["lines"] == [(city, "瓜达拉哈拉市", "西班牙")]


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", ["Hand over all of this", "Cities, as liaison", "Guadalajara", "Spain"]),
        ("zh-hans", ["全部移交", "联络的城市", "瓜达拉哈拉市", "西班牙"]),
    ],
)
def test_page_speaks_the_readers_language(client_of, clerk, language, words):
    CityFactory(names={"en": "Guadalajara", "zh-hans": "瓜达拉哈拉市"}, liaison=clerk)
    page = client_of(clerk, language).get(add_page(clerk)).content.decode()
    assert [word for word in words if word not in page] == []


def test_a_clerk_hands_over_his_own_work_but_nobody_elses(client_of, clerk, taker):
    CityFactory(liaison=clerk)
    assert client_of(taker).get(add_page(clerk)).status_code == 403
    assert client_of(taker).post(add_page(clerk), typed(taker)).status_code == 403
    assert client_of(clerk).post(add_page(clerk), typed(taker)).status_code == 302
    assert HandOver.objects.get().recorded_by == clerk


def test_a_reader_sees_no_hand_over(client_of):
    reader, done = UserFactory(role="reader"), HandOverItemFactory().hand_over
    for name, key in (("hand-over-add", reader.pk), ("hand-over", done.pk), ("hand-over-pdf", done.pk)):
        assert client_of(reader).get(reverse(name, args=[key])).status_code == 403


def test_what_is_wrong_is_said_and_what_was_typed_stays(client_of, clerk, taker):
    CityFactory(liaison=clerk)
    answer = client_of(clerk).post(add_page(clerk), typed(taker, day="2099-01-01", note="Two keys")).content.decode()
    assert "This day is still to come." in answer
    assert "Two keys" in answer
    assert not HandOver.objects.exists()


def test_where_nothing_is_held_the_head_is_led_to_the_account(client_of, head, clerk):
    page = client_of(head).get(add_page(clerk)).content.decode()
    assert "Nothing is in the hands of this account" in page
    assert f'href="{reverse("user-edit", args=[clerk.pk])}"' in page


def test_a_list_sent_twice_is_one_hand_over(client_of, clerk, taker):
    CityFactory(liaison=clerk)
    browser = client_of(clerk)
    sent = typed(taker, form_token="once")
    assert browser.post(add_page(clerk), sent).url == browser.post(add_page(clerk), sent).url
    assert HandOver.objects.count() == 1


def test_pages_ask_as_many_queries_for_three_records_as_for_one(
    client_of, clerk, django_assert_max_num_queries, django_assert_num_queries
):
    browser = client_of(clerk)
    done = HandOverFactory(giver=clerk)
    hand_over = reverse("hand-over", args=[done.pk])

    def hold():
        CityFactory(liaison=clerk)
        person = PersonFactory(liaison=clerk)
        HandOverItemFactory(hand_over=done)
        HandOverItemFactory(hand_over=done, relation="crm.Person.liaison", key=person.pk)

    hold()
    browser.get(add_page(clerk))
    counts = {}
    for address in (add_page(clerk), hand_over):
        with django_assert_max_num_queries(60) as asked:
            browser.get(address)
        counts[address] = len(asked)
    hold()
    hold()
    for address, count in counts.items():
        with django_assert_num_queries(count):
            browser.get(address)


def test_the_list_opens_as_pdf(client_of, clerk):
    done = HandOverItemFactory(hand_over__giver=clerk).hand_over
    answer = client_of(clerk).get(reverse("hand-over-pdf", args=[done.pk]))
    assert answer.headers["Content-Type"] == "application/pdf"
    assert answer.content.startswith(b"%PDF")


def test_heads_are_asked_to_close_the_account_and_nobody_else(client_of, head, clerk):
    HandOverFactory(giver=clerk)
    words = "Account to close"
    close = f'href="{reverse("user-edit", args=[clerk.pk])}"'
    page = client_of(head).get(reverse("desk")).content.decode()
    assert (words in page, close in page) == (True, True)
    assert words not in client_of(clerk).get(reverse("desk")).content.decode()
    clerk.is_active = False
    clerk.save()
    assert words not in client_of(head).get(reverse("desk")).content.decode()


def test_the_way_leads_from_the_account_and_from_the_office(client_of, head, clerk):
    address = f'href="{add_page(clerk)}"'
    assert address in client_of(head).get(reverse("user-edit", args=[clerk.pk])).content.decode()
    assert address in client_of(clerk).get(reverse("office")).content.decode()
