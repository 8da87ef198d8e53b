"""Accounts by what they may do."""

import pytest

from crm.models import Role, User
from tests.factories import UserFactory


@pytest.mark.parametrize(("role", "rights"), [("reader", (0, 0)), ("clerk", (1, 0)), ("head", (1, 1))])
def test_each_role_may_what_it_says(role, rights):
    user = User(role=role)
    assert (user.may_write, user.may_approve) == rights


def test_only_those_who_can_sign_in_count(db):
    head, clerk = UserFactory(role=Role.HEAD), UserFactory(role=Role.CLERK)
    UserFactory(role=Role.HEAD, is_active=False)
    UserFactory(role=Role.READER)
    assert set(User.objects.heads()) == {head}
    assert set(User.objects.writers()) == {head, clerk}


def test_an_account_is_found_by_every_word_of_either_name(db):
    user = UserFactory(username="wang", full_name="王译")
    assert list(User.objects.search("WAN 译")) == [user]
    assert list(User.objects.search("wang 李")) == []
    assert (str(user), str(UserFactory(username="li", full_name=""))) == ("王译", "li")
