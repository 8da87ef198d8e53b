"""Keeps the questions of a list under a name, for one or for everybody, and removes them."""

from django.utils.translation import gettext as _

from crm.actions.door import door
from crm.actions.errors import NotAllowed
from crm.models import SavedQuestion


@door
def keep_questions(*, by, page: str, query: str, name: str, everybodys: bool = False) -> SavedQuestion:
    """Keep what a list was asked; for everybody only where ``by`` may write.

    Raises NotAllowed, and ValidationError for no name or one that is taken.
    """
    if everybodys and not by.may_write:
        raise NotAllowed(_("Only clerks and heads keep questions for everybody."))
    kept = SavedQuestion(page=page, query=query, name=name.strip(), owner=None if everybodys else by, kept_by=by)
    kept.full_clean()
    kept.save()
    return kept


@door
def remove_questions(*, by, kept: SavedQuestion) -> None:
    """Remove saved questions; raises NotAllowed for those of others, and of everybody's for all but heads."""
    if not kept.may_be_removed_by(by):
        raise NotAllowed(_("These questions are everybody's: whoever kept them, or a head, removes them."))
    kept.delete()
