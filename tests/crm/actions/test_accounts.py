"""One's own password and sessions."""

import pytest

from crm.actions.accounts import change_password, end_other_sessions, end_session
from crm.actions.errors import WrongState
from crm.sessions import sessions_of
from tests.factories import UserFactory

pytestmark = pytest.mark.django_db
PAGE = "/office/"


def test_a_new_password_is_ones_own_and_ends_the_other_sessions(client_of):
    li = UserFactory(must_change_password=True)
    here, there = client_of(li), client_of(li)
    change_password(by=li, password="quiet-harbour-7", keep=here.session.session_key)
    li.refresh_from_db()
    assert (li.check_password("quiet-harbour-7"), li.must_change_password) == (True, False)
    assert [session.key for session in sessions_of(li)] == [here.session.session_key]
    assert there.get(PAGE).status_code == 302


def test_one_session_is_ended_by_its_name(client_of, clerk):
    here, there = client_of(clerk), client_of(clerk)
    [name] = [session.name for session in sessions_of(clerk) if session.key == there.session.session_key]
    assert end_session(by=clerk, name=name).name == name
    assert [here.get(PAGE).status_code, there.get(PAGE).status_code] == [200, 302]
    with pytest.raises(WrongState, match="has ended already"):
        end_session(by=clerk, name=name)


def test_nobody_ends_somebody_elses_session(client_of, clerk, head):
    browser = client_of(head)
    [session] = sessions_of(head)
    with pytest.raises(WrongState):
        end_session(by=clerk, name=session.name)
    assert browser.get(PAGE).status_code == 200


def test_all_others_are_ended(client_of, clerk):
    here = client_of(clerk)
    [client_of(clerk) for _turn in range(2)]
    assert end_other_sessions(by=clerk, keep=here.session.session_key) == 2
    assert here.get(PAGE).status_code == 200
