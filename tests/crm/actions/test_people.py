"""People, and the posts they hold."""

import pytest
from django.core.exceptions import ValidationError

from crm.actions.errors import WrongState
from crm.actions.people import end_post, record_person
from crm.dates import parse_partial_date
from tests.factories import PostFactory

pytestmark = pytest.mark.django_db


def test_an_ended_post_stays_and_ends_once():
    post = end_post(by=None, post=PostFactory(start="2019"), end=parse_partial_date("2020-05"))
    assert str(post.person.posts.get().end) == "2020-05"
    with pytest.raises(WrongState, match=r"This post ended on 2020-05\."):
        end_post(by=None, post=post, end=parse_partial_date("2020-06"))


@pytest.mark.parametrize(("end", "possible"), [("2018", False), ("2018-12-31", False), ("2019", True)])
def test_a_post_never_ends_before_it_began(end, possible):
    post = PostFactory(start="2019-06")
    if possible:
        assert str(end_post(by=None, post=post, end=parse_partial_date(end)).end) == end
    else:
        with pytest.raises(WrongState, match="before it began"):
            end_post(by=None, post=post, end=parse_partial_date(end))


@pytest.mark.parametrize("called", ["middle", "patronymic", "second_family"])
def test_files_may_call_a_middle_part_what_it_is(called):
    name = {"form": "own", "language": "uk", "family": "Шевченко", "given": "Тарас", called: "Григорович"}
    assert record_person(by=None, names=[name]).names.get().middle == "Григорович"


def test_a_name_with_two_middle_parts_is_refused():
    name = {"form": "own", "language": "es", "family": "Ruiz", "patronymic": "Ivanovich", "second_family": "Gil"}
    with pytest.raises(ValidationError, match="one middle part"):
        record_person(by=None, names=[name])
