"""What somebody does with the own account: a new password, the end of a session."""

from django.contrib.sessions.models import Session
from django.utils.translation import gettext as _

from crm.actions.door import door
from crm.actions.errors import WrongState
from crm.actions.security_log import record_event
from crm.models.security_event import EventKind
from crm.models.user import User
from crm.sessions import OpenSession, end_sessions, sessions_of


@door
def change_password(*, by: User, password: str, keep: str | None = None) -> None:
    """Set one's own password, which then need not be changed, and end one's sessions but the one with key ``keep``."""
    by.set_password(password)
    by.must_change_password = False
    by.save(update_fields=["password", "must_change_password"])
    end_sessions(by, keep=keep)
    record_event(EventKind.PASSWORD_SET, by=by, account=by.username)


@door
def end_session(*, by: User, name: str) -> OpenSession:
    """End one of one's own sessions, by its name, and return it; raises WrongState where it is none, or over."""
    session = next((session for session in sessions_of(by) if session.name == name), None)
    if session is None:
        raise WrongState(_("This session has ended already."))
    Session.objects.filter(session_key=session.key).delete()
    record_event(EventKind.SESSION_ENDED, by=by, where=session.address, began=session.began)
    return session


@door
def end_other_sessions(*, by: User, keep: str) -> int:
    """End one's sessions but the one with key ``keep``; returns how many."""
    ended = end_sessions(by, keep=keep)
    record_event(EventKind.SESSION_ENDED, by=by, sessions=ended)
    return ended
