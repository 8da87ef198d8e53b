"""The door every write comes through: atomic, with one actor and one correlation id for all that it writes."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import wraps
from uuid import uuid4

from auditlog.cid import correlation_id
from auditlog.context import set_actor
from django.db import transaction

from crm.actions.errors import NotAllowed
from crm.actions.security_log import record_refusal
from crm.files import taking_back_files
from crm.models.security_event import EventKind

_actor: ContextVar = ContextVar("wanglai_actor")


def door(action: Callable) -> Callable:
    """Make an action atomic, and have history name its ``by`` and one correlation id for every row it writes.

    An action called by another joins it: history names the actor of the outer one. Where it fails, the files that it
    kept go as its rows do. Where it is refused because ``by`` may not, the security log says so: after what was begun
    has been taken back.
    """

    @wraps(action)
    def enter(*, by, **facts):
        outermost = _actor.get(None) is None
        try:
            with acting(by), taking_back_files(), transaction.atomic(savepoint=outermost):
                return action(by=by, **facts)
        except NotAllowed as refusal:
            if outermost:
                record_refusal(EventKind.REFUSED, by=by, page=action.__name__, why=refusal)
            raise

    return enter


@contextmanager
def acting(by) -> Iterator[None]:
    """Have history name ``by`` (None: the system) for what is written inside; does nothing inside another door.

    auditlog's own set_actor is entered once at the most: after a nested one, the outer would write without an actor.
    """
    if _actor.get(None) is not None:
        yield
        return
    entered, id_set = _actor.set((by,)), correlation_id.set(str(uuid4()))
    try:
        with set_actor(by):
            yield
    finally:
        correlation_id.reset(id_set)
        _actor.reset(entered)


def current_actor():
    """Return who acts in the door that is open, or None."""
    return _actor.get((None,))[0]
