"""The people of a folder and their posts; their names: test_people_names.py."""

import pytest

from correspondence.office_folder.people import INVENTED, note_of
from correspondence.office_folder.table import Table
from crm.models import Person, Post
from tests.factories import PersonFactory

NAMES = 'names = { own = ["nb", "Solbakken", "Ingrid", false] }\n'


def person(text: str = "", names: str = NAMES) -> str:
    """people.toml with one person."""
    return f"[[person]]\n{names}{text}\n"


def written_names() -> dict:
    """The names of the one person, by form and language: (family, given, middle, prefix, family first)."""
    rows = Person.objects.get().names.all()
    return {(row.form, row.language): (row.family, row.given, row.middle, row.prefix, row.family_first) for row in rows}


def test_somebody_in_office_has_what_is_written(load):
    load(
        people=person("""
key = "mayor"
gender = "f"
organization = "bodo-kommune-no"
rank = "mayor"
start = 2019-10-01
end = "2023"
acting = true
precedence = 2
ours_abroad = true
note = "…"
titles = { nb = "Ordfører", uk = { text = "Мер", dative = "Меру" } }
salutation = { nb = "Kjære ordfører," }
envelope = { nb = "Ordføreren\\nBodø kommune" }
closing = { en = "Yours sincerely" }
""")
    )
    who, post = Person.objects.get(), Post.objects.get()
    assert (who.gender, who.country_id, who.note, who.letter_language) == ("f", "NO", "…", "")
    assert (post.organization.slug, post.rank, str(post.start), str(post.end)) == (
        "bodo-kommune-no",
        "mayor",
        "2019-10-01",
        "2023",
    )
    assert who.ours_abroad is True
    assert (post.acting, post.precedence, post.title_in("nb")) == (True, 2, "Ordfører")
    assert post.titles.get(language="uk").cases == {"dative": "Меру"}
    kept = post.forms_of_address.get(language="nb")
    assert (kept.salutation, kept.envelope) == ("Kjære ordfører,", "Ordføreren\nBodø kommune")
    assert post.forms_of_address.get(language="en").closing == "Yours sincerely"


@pytest.mark.parametrize("written", ["rank", "kind"])
def test_rank_and_kind_are_one(load, written):
    load(people=person(f'organization = "bodo-kommune-no"\n{written} = "charge_d_affaires"\n'))
    assert Post.objects.get().rank == "charge_d_affaires"


def test_the_old_name_of_the_organization_is_read_and_a_rank_may_be_missing(load):
    load(people=person('body = "rode-kors-no"\n'))
    assert (Post.objects.get().organization.slug, Post.objects.get().rank) == ("rode-kors-no", "official")


@pytest.mark.parametrize(
    ("written", "country", "city"),
    [("", None, None), ('country = "Norway"', "NO", None), ('city = "bodo-no"', "NO", "bodo-no")],
)
def test_people_may_have_no_post(load, written, country, city):
    load(people=person(f'{written}\nsalutation = {{ nb = "Kjære Ingrid," }}\n'))
    who = Person.objects.get()
    assert (who.country_id, who.city and who.city.slug, who.posts.count()) == (country, city, 0)
    assert who.forms_of_address.get().salutation == "Kjære Ingrid,"


@pytest.mark.parametrize(("written", "gender"), [("m", "m"), ("Female", "f"), ("男", "m"), ("", "")])
def test_a_gender_is_read_in_words_too(load, written, gender):
    load(people=person(f'gender = "{written}"\n'))
    assert Person.objects.get().gender == gender


def test_loading_again_knows_people_by_key_or_by_what_is_written(load):
    two = person('key = "mayor"\norganization = "bodo-kommune-no"\nrank = "mayor"\n') + person('country = "NO"\n')
    load(people=two)
    first, second = Person.objects.order_by("pk")
    first.names.update(family="Hansen")
    load(people=two)
    assert list(Person.objects.order_by("pk")) == [first, second]
    assert first.names.get().family == "Hansen"


def test_two_of_one_name_without_a_key_are_two(load):
    load(people=person() * 2)
    assert Person.objects.count() == 2
    load(people=person() * 2)
    assert Person.objects.count() == 2


def test_somebody_entered_by_hand_in_the_same_post_is_not_doubled(load):
    load(people=person('organization = "bodo-kommune-no"\nrank = "mayor"\n'))
    who = Person.objects.get()
    load(people=person('key = "mayor"\norganization = "bodo-kommune-no"\nrank = "mayor"\n'))
    assert Person.objects.get() == who


def test_who_has_been_merged_is_who_they_are_now(load):
    load(people=person('key = "mayor"\n'))
    other = PersonFactory()
    Person.objects.exclude(pk=other.pk).update(merged_into=other)
    load(people=person('key = "mayor"\n'), courtesies='[[gift]]\npartner = { person = "mayor" }\nlines = ["mask"]\n')
    assert other.current == other
    assert [
        row.person for gift in other._meta.apps.get_model("crm.Gift").objects.all() for row in gift.partners.all()
    ] == [other]


@pytest.mark.parametrize(
    ("data", "invented", "note"),
    [({}, True, INVENTED), ({"real": True}, True, ""), ({"note": "…"}, True, "…"), ({}, False, "")],
)
def test_nobody_is_marked_as_invented_but_in_a_demonstration(data, invented, note):
    assert note_of(Table("people.toml", "[[person]] 1", data, None), invented=invented) == note


@pytest.mark.parametrize(
    ("written", "sentence"),
    [
        (person(names=""), "[[person]] 1.names: a person has a name: { own ="),
        (person(names='names = "Ingrid"\n'), "[[person]] 1.names: a person has a name"),
        (
            person(names='names = { first = ["nb", "A", "B"] }\n'),
            "[[person]] 1.names.first: this is no form of a name; write own",
        ),
        (
            person(names='names = { own = "Ingrid" }\n'),
            "[[person]] 1.names.own: write [language, family name, given name",
        ),
        (person(names='names = { own = ["nb"] }\n'), "[[person]] 1.names.own: write [language, family name"),
        (person(names='names = { own = ["nb", "A", 3] }\n'), "texts, and true or false once."),
        (
            person(names='names = { own = ["xx", "A", "B"] }\n'),
            "[[person]] 1.names.own.language: “xx” is no language's code",
        ),
        (person(names='names = { own = ["nb", "", "B"] }\n'), "[[person]] 1.names.own: a name has a family name"),
        (
            person(names='names = { own = { family = "A", first = "B" } }\n'),
            "[[person]] 1.names.own.first: this key is not",
        ),
        (
            person(names=f'names = {{ own = ["nb", "{"A" * 81}", "B"] }}\n'),
            "[[person]] 1.names.own: Ensure this value has at",
        ),
        (
            person(names='names = { other = ["ja", "甲", "乙"] }\nother_names = { ja = ["甲", "乙"] }\n'),
            "[[person]] 1.other_names.ja: the name in this language is written twice",
        ),
        (
            person(names='names = { other = ["", "甲", "乙"] }\n'),
            "[[person]] 1.names.other.language: say which language",
        ),
        (
            person('organization = "nobody-no"'),
            "[[person]] 1.organization: there is no organization “nobody-no”; write one",
        ),
        (
            person('organization = "rode-kors-no"\nbody = "saltfjord-no"'),
            "[[person]] 1.body: it says the same as organizat",
        ),
        (
            person('organization = "rode-kors-no"\nrank = "king"'),
            "[[person]] 1.rank: “king” is not known; write one of: may",
        ),
        (
            person('organization = "rode-kors-no"\nrank = "mayor"\nkind = "judge"'),
            "[[person]] 1.kind: it says the same as ra",
        ),
        (person('rank = "mayor"'), "[[person]] 1.rank: this is of a post; say at which organization"),
        (person('titles = { nb = "Ordfører" }'), "[[person]] 1.titles: this is of a post"),
        (
            person('organization = "rode-kors-no"\nstart = "2020"\nend = "2019"'),
            "[[person]] 1.end: A post cannot end befo",
        ),
        (
            person('organization = "rode-kors-no"\nstart = "1020"'),
            "[[person]] 1.start: “1020” lies outside what is sensible",
        ),
        (person('gender = "x"'), "[[person]] 1.gender: “x” is not known; write one of: m, male, 男, f, female, 女."),
        (person('country = "Atlantis"'), "[[person]] 1.country: “Atlantis” is no country's code"),
        (person('country = "SE"\ncity = "bodo-no"'), "[[person]] 1.city: Bodø is in another country or region."),
        (
            person('prefix = { ko = "x" }'),
            "[[person]] 1.prefix.ko: there is no name in this language; add it under names",
        ),
        (
            person('middle = "A"\npatronymic = "B"'),
            "[[person]] 1.patronymic: it says the same as middle, and something else",
        ),
        (person('envelope = "x"'), "[[person]] 1.envelope: write it per language"),
        (
            person(f'salutation = {{ nb = "{"A" * 201}" }}'),
            "[[person]] 1.salutation.nb: Ensure this value has at most 200",
        ),
        (person('email = "x"'), "[[person]] 1.email: this key is not known here; known are: acting, body, city"),
        (person('key = "a"') * 2, "[[person]] 2 (a).key: “a” is the key of two rows; give each its own."),
    ],
)
def test_a_mistake_names_the_key_and_what_to_write(refused, written, sentence):
    said = refused(people=written)
    assert said.startswith("people.toml: [[person]] ")
    assert sentence in said
    assert not Person.objects.exists()
