"""The list of people, a person's page, and the forms of people and posts."""

from io import BytesIO

import pytest
from django.urls import reverse
from openpyxl import load_workbook

from crm.models import NameForm, OrganizationKind, Person, Post, Rank
from tests.factories import (
    ChannelFactory,
    CityFactory,
    FormOfAddressFactory,
    OrganizationFactory,
    PersonFactory,
    PostalAddressFactory,
    PostFactory,
)
from tests.pages import Filled
from tests.queries import queries

LIST = reverse("person-list")


def mayor(family, city=None, **post):
    """A person in the post of mayor of a city."""
    person = PersonFactory(names={NameForm.LATIN: ("Ana", family)})
    organization = OrganizationFactory(city=city) if city else OrganizationFactory()
    PostFactory(person=person, organization=organization, start="2019", **post)
    return person


def found(browser, **asked):
    """The names that the list answers with."""
    table = browser.get(LIST, asked).context["table"]
    return [row.record.display_name for row in table.paginated_rows]


def empty_parts(**more):
    """The management lines of a person's form whose parts are empty, with ``more`` on top."""
    counts = {f"{part}-TOTAL_FORMS": 0 for part in ("names", "posts", "channels", "addresses", "forms_of_address")}
    return counts | {key.replace("TOTAL", "INITIAL"): 0 for key in counts} | more


def test_list_asks_as_many_queries_for_three_as_for_one(browser):
    mayor("Ruiz")
    browser.get(LIST)
    one = queries(browser, LIST)
    mayor("Sanz")
    mayor("Vega")
    assert queries(browser, LIST) == one


def test_list_answers_by_country_city_organization_and_post(browser):
    ritto = CityFactory(slug="ritto-jp", country_id="JP", names={"en": "Ritto"})
    biwa, ruiz = mayor("Biwa", ritto), mayor("Ruiz")
    PostFactory(
        person=PersonFactory(names={NameForm.LATIN: ("Eva", "Moya")}),
        organization=ruiz.posts.get().organization,
        rank="official",
    )
    assert found(browser, country="JP") == ["Ana Biwa"]
    assert found(browser, country="ES") == ["Eva Moya", "Ana Ruiz"]
    assert found(browser, country="JP", city="ritto-jp") == ["Ana Biwa"]
    assert found(browser, organization=biwa.posts.get().organization.slug) == ["Ana Biwa"]
    assert found(browser, country="ES", rank=Rank.MAYOR) == ["Ana Ruiz"]
    assert found(browser, language="ja") == ["Ana Biwa"]


def test_list_knows_who_is_in_office_today(browser):
    mayor("Ruiz")
    mayor("Sanz", end="2020")
    assert found(browser, in_office="yes") == ["Ana Ruiz"]
    assert found(browser, in_office="no") == ["Ana Sanz"]


def test_list_is_sorted_by_precedence_whoever_holds_no_post_last(browser):
    mayor("Second", precedence=2)
    mayor("First", precedence=1)
    PersonFactory(names={NameForm.LATIN: ("Ana", "Postless")})
    assert found(browser, sort="post") == ["Ana First", "Ana Second", "Ana Postless"]
    assert found(browser, sort="-post") == ["Ana Second", "Ana First", "Ana Postless"]
    assert [found(browser, sort="post", per_page=1, page=at) for at in (1, 3)] == [["Ana First"], ["Ana Postless"]]


@pytest.mark.parametrize("column", ["name", "post", "-post"])
def test_every_order_can_be_exported(browser, column):
    mayor("Ruiz")
    assert browser.get(LIST, {"sort": column, "_export": "xlsx"}).status_code == 200


def test_list_finds_a_name_in_any_script(browser):
    PersonFactory(names={NameForm.CHINESE: ("雪", "林"), NameForm.LATIN: ("Xue", "Lin")})
    PersonFactory()
    assert found(browser, name="林") == found(browser, name="linxue") == found(browser, name="LIN") == ["Xue Lin"]


def test_cities_offered_are_those_of_the_country_also_while_asking(browser):
    mayor("Biwa", CityFactory(slug="ritto-jp", country_id="JP", names={"en": "Ritto"}))
    mayor("Ruiz", CityFactory(slug="guadalajara-es", names={"en": "Guadalajara"}))
    page = browser.get(LIST, {"country": "JP"}, headers={"HX-Request": "true"})
    offered = [value for value, _label in page.context["filter"].form.fields["city"].widget.choices]
    assert offered == ["", "ritto-jp"]
    assert b"<html" not in page.content
    assert page.content.count(b'hx-swap-oob="true"') == 2


def test_of_many_cities_only_the_one_chosen_stands_in_the_page(browser, monkeypatch):
    monkeypatch.setattr("crm.choosing.records.FEW", 0)
    city = CityFactory(slug="alba-es")
    mayor("Ruiz", city)
    mayor("Sanz", CityFactory(country_id="PT", slug="faro-pt"))
    page = browser.get(LIST, {"country": "ES", "city": "alba-es"})
    form = page.context["filter"].form
    assert "faro-pt" not in page.content.decode()
    assert [value for value, _label in form["city"].field.widget.choices] == ["", "alba-es"]
    assert "/choices/placed-city/?of=person&amp;country=ES" in page.content.decode()
    (found,) = browser.get("/choices/placed-city/?of=person&country=PT").json()["options"]
    assert found["value"] == "faro-pt"


def test_writer_ticks_people_and_writes_to_them_without_scripts(browser):
    person = mayor("Ruiz")
    page = browser.get(LIST).content.decode()
    assert f'name="person" value="{person.pk}" form="write-to"' in page
    assert f'<form id="write-to" method="get" action="{reverse("letter-write-many")}"' in page


def test_reader_ticks_nobody(client_of, reader):
    mayor("Ruiz")
    page = client_of(reader).get(LIST).content.decode()
    assert "Ana Ruiz" in page
    assert "write-to" not in page


def test_excel_file_has_what_the_list_shows(browser):
    mayor("Biwa", CityFactory(country_id="JP", names={"en": "Ritto"}), titles={"en": "Mayor of Ritto"})
    sheet = load_workbook(BytesIO(browser.get(LIST, {"_export": "xlsx"}).content)).active
    header, row = sheet.values
    assert header[1:7] == ("Name", "Post today", "Organization", "City", "Country or region", "Language of letters")
    assert (*row[1:3], *row[4:7]) == ("Ana Biwa", "Mayor of Ritto", "Ritto", "Japan", "Japanese")


def test_list_that_finds_nobody_says_what_to_do(browser):
    assert "Nothing matches. Widen the filters, or add the person." in browser.get(LIST).content.decode()


def test_page_shows_posts_channels_addresses_and_forms_of_address(browser):
    person = mayor("Ruiz", titles={"en": "Mayor of Alba"})
    PostFactory(person=person, rank=Rank.OFFICIAL, titles={"en": "Councillor"}, start="2011", end="2015-06")
    ChannelFactory(person=person, value="ana@example.org")
    PostalAddressFactory(person=person)
    FormOfAddressFactory(person=person)
    page = browser.get(person.get_absolute_url()).content.decode()
    for words in ("Mayor of Alba", "Councillor", "2015-06", "mailto:ana@example.org", "Plaza Mayor 1", "SPAIN 西班牙"):
        assert words in page
    assert "Excma. Sra. Alcaldesa:" in page
    assert page.count("SPAIN") == 1
    assert "Nothing is left open." in page


def test_page_asks_as_many_queries_for_three_posts_as_for_one(browser):
    person = mayor("Ruiz")
    browser.get(person.get_absolute_url())
    one = queries(browser, person.get_absolute_url())
    PostFactory(person=person, organization__city=CityFactory(), end="2015")
    PostFactory(person=person, organization__city=CityFactory(), end="2016")
    assert queries(browser, person.get_absolute_url()) == one


def test_reader_sees_no_buttons(client_of, reader):
    page = client_of(reader).get(mayor("Ruiz").get_absolute_url()).content.decode()
    assert "Write a letter" not in page
    assert "Add a post" not in page


def test_person_is_added_with_a_name_and_a_channel(browser):
    name = {"form": "latin", "family": "Ruiz", "given": "Ana"}
    typed = empty_parts(country="ES", **{f"names-0-{field}": value for field, value in name.items()})
    typed |= {
        "names-TOTAL_FORMS": 1,
        "channels-TOTAL_FORMS": 1,
        "channels-0-kind": "email",
        "channels-0-value": "a@b.es",
    }
    answer = browser.post(reverse("person-add"), typed)
    person = Person.objects.get()
    assert answer.url == person.get_absolute_url()
    assert (str(person), person.sort_key, str(person.channels.get())) == ("Ana Ruiz", "ruiz ana", "a@b.es")


def test_somebody_of_ours_abroad_is_ticked_and_told(browser):
    person = PersonFactory()
    address = reverse("person-edit", args=[person.pk])
    sent = Filled(browser.get(address).content.decode()).data
    browser.post(address, {**sent, "ours_abroad": "on"})
    person.refresh_from_db()
    assert person.ours_abroad is True
    assert "one of ours abroad" in browser.get(person.get_absolute_url()).content.decode()


def test_person_without_a_name_is_not_saved_and_nothing_typed_is_lost(browser):
    page = browser.post(reverse("person-add"), empty_parts(note="met in Oslo"))
    assert "At least one line is needed here." in page.content.decode()
    assert "met in Oslo" in page.content.decode()
    assert not Person.objects.exists()


def typed_name(place, form, family, given, order="", **more):
    """What the form sends of a line of names."""
    line = {"form": form, "family": family, "given": given, "family_first": order, **more}
    return {f"names-{place}-{field}": value for field, value in line.items()}


def test_an_order_nobody_said_is_that_of_the_country_and_one_that_was_said_stays(browser):
    lines = typed_name(0, "own", "김", "영희", language="ko") | typed_name(1, "latin", "Kim", "Young-hee", "False")
    browser.post(reverse("person-add"), empty_parts(country="KR") | lines | {"names-TOTAL_FORMS": 2})
    person = Person.objects.get()
    assert [name.full for name in person.names.order_by("pk")] == ["김영희", "Young-hee Kim"]
    keys = [
        {f"names-{n}-id": name.pk, f"names-{n}-person": person.pk} for n, name in enumerate(person.names.order_by("pk"))
    ]
    asked = empty_parts() | lines | typed_name(0, "own", "김", "영희", "True", language="ko") | keys[0] | keys[1]
    added = typed_name(2, "chinese", "金", "英姬") | {"names-TOTAL_FORMS": 3, "names-INITIAL_FORMS": 2}
    browser.post(reverse("person-edit", args=[person.pk]), asked | added)
    assert [name.full for name in person.names.order_by("pk")] == ["김영희", "Young-hee Kim", "金英姬"]


def test_the_form_shows_the_order_that_was_decided(browser):
    person = PersonFactory()
    page = browser.get(reverse("person-edit", args=[person.pk]))
    form = page.context["inlines"][0].forms[0]
    assert [(str(value), label) for value, label in form.fields["family_first"].widget.choices] == [
        ("", "As usual there"),
        ("True", "Family name first"),
        ("False", "Given name first"),
    ]
    assert '<option value="False" selected>' in str(form["family_first"])


def test_two_forms_of_address_for_one_language_are_refused(browser):
    person = PersonFactory()
    name = person.names.get()
    typed = empty_parts(**{"names-0-id": name.pk, "names-0-form": "latin", "names-0-family": "Ruiz"})
    typed |= {"names-TOTAL_FORMS": 1, "names-INITIAL_FORMS": 1, "forms_of_address-TOTAL_FORMS": 2}
    typed |= {f"forms_of_address-{row}-language": "es" for row in (0, 1)}
    page = browser.post(reverse("person-edit", args=[person.pk]), typed).content.decode()
    assert "There are two lines for one language: keep one." in page


def test_city_of_another_country_is_refused(browser):
    city = CityFactory(country_id="JP", names={"en": "Ritto"})
    page = browser.post(reverse("person-add"), empty_parts(country="ES", city=city.pk)).content.decode()
    assert "Ritto is in another country or region." in page


def test_post_is_added_with_its_titles(browser):
    person, organization = PersonFactory(), OrganizationFactory()
    typed = {"organization": organization.pk, "rank": "mayor", "start": "2019-06", "precedence": 1}
    typed |= {"titles-TOTAL_FORMS": 1, "titles-INITIAL_FORMS": 0}
    typed |= {"titles-0-language": "es", "titles-0-text": "Alcaldesa"}
    answer = browser.post(reverse("post-add", args=[person.pk]), typed)
    post = Post.objects.get()
    assert answer.url == person.get_absolute_url()
    assert (post.person, post.title_in("es"), str(post.start)) == (person, "Alcaldesa", "2019-06")


def test_post_that_ends_before_it_began_is_refused(browser):
    post = mayor("Ruiz").posts.get()
    typed = {"organization": post.organization_id, "rank": "mayor", "start": "2019", "end": "2018", "precedence": 1}
    typed |= {"titles-TOTAL_FORMS": 0, "titles-INITIAL_FORMS": 0}
    page = browser.post(reverse("post-edit", args=[post.pk]), typed).content.decode()
    assert "A post cannot end before it began." in page


def test_post_ends_and_stays_in_the_history(browser):
    person = mayor("Ruiz", titles={"en": "Mayor"})
    post = person.posts.get()
    page = browser.post(reverse("post-end", args=[post.pk]), {"end": "2023-06"}, follow=True).content.decode()
    post.refresh_from_db()
    assert str(post.end) == "2023-06"
    assert "The post has ended: Mayor" in page
    assert "None on record" in page
    assert "2023-06" in page


def test_post_that_has_ended_is_not_ended_again_and_the_date_typed_stays(browser):
    post = mayor("Ruiz", end="2020").posts.get()
    page = browser.post(reverse("post-end", args=[post.pk]), {"end": "2023-06"}).content.decode()
    post.refresh_from_db()
    assert str(post.end) == "2020"
    assert "This post ended on 2020." in page
    assert 'value="2023-06"' in page


@pytest.mark.parametrize("name", ["person-edit", "post-add"])
def test_reader_changes_nobody(client_of, reader, name):
    assert client_of(reader).get(reverse(name, args=[PersonFactory().pk])).status_code == 403


def test_ambassador_of_ours_is_written_to_in_chinese(browser):
    organization = OrganizationFactory(kind=OrganizationKind.OWN_MISSION, country_id="NO")
    person = PersonFactory(names={NameForm.CHINESE: ("先良", "易")})
    PostFactory(person=person, organization=organization, rank=Rank.AMBASSADOR)
    mayor("Ruiz")
    assert found(browser, language="zh-hans") == [person.display_name]


def test_two_lines_that_exchange_their_forms_are_refused_in_a_sentence(browser):
    lines = typed_name(0, "own", "Kim", "A") | typed_name(1, "latin", "Kim", "B")
    browser.post(reverse("person-add"), empty_parts() | lines | {"names-TOTAL_FORMS": 2})
    names = list(Person.objects.get().names.order_by("pk"))
    keys = {f"names-{place}-id": name.pk for place, name in enumerate(names)}
    exchanged = {"names-0-form": "latin", "names-1-form": "own", "names-TOTAL_FORMS": 2, "names-INITIAL_FORMS": 2}
    page = browser.post(reverse("person-edit", args=[names[0].person_id]), empty_parts() | lines | keys | exchanged)
    assert "Two lines exchange what only one of them may have." in page.content.decode()
    assert [name.form for name in Person.objects.get().names.order_by("pk")] == ["own", "latin"]


@pytest.mark.parametrize("by_city", [True, False])
def test_somebody_in_office_is_added_with_the_post_from_the_page_of_the_place_and_leads_back(browser, by_city):
    office = OrganizationFactory(kind=OrganizationKind.CITY_GOVERNMENT, city=CityFactory(country_id="ES"))
    where, asked = (office.city, f"city={office.city.slug}") if by_city else (office, f"organization={office.slug}")
    address = f"{reverse('person-add')}?{asked}"
    assert address in browser.get(where.get_absolute_url()).content.decode()
    page = browser.get(address)
    form, posts = page.context["form"], page.context["inlines"][1]
    assert (form["city"].value(), form["country"].value()) == (office.city.pk, office.city.country_id)
    assert posts.forms[0]["organization"].value() == office.pk
    named = empty_parts() | typed_name(0, "own", "Amtmann", "Carla") | {"names-TOTAL_FORMS": 1}
    post = {"organization": office.pk, "rank": "mayor", "title_zh": "市长", "title_own": "Alcaldesa", "start": "2019"}
    sent = named | {f"posts-0-{name}": value for name, value in post.items()} | {"posts-TOTAL_FORMS": 1}
    assert browser.post(address, sent).url == where.get_absolute_url()
    held = Person.objects.get().posts.get()
    assert (held.organization, held.rank, str(held.start)) == (office, "mayor", "2019")
    assert {title.language: title.text for title in held.titles.all()} == {"zh-hans": "市长", "es": "Alcaldesa"}


def test_somebody_in_no_office_is_added_though_the_address_names_one(browser):
    office = OrganizationFactory(kind=OrganizationKind.CITY_GOVERNMENT, city=CityFactory())
    address = f"{reverse('person-add')}?organization={office.slug}"
    sent = empty_parts() | typed_name(0, "own", "Amtmann", "Carla") | {"names-TOTAL_FORMS": 1}
    browser.post(address, sent | {"posts-TOTAL_FORMS": 1, "posts-0-organization": ""})
    assert Person.objects.get().posts.count() == 0
