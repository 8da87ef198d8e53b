"""Keeps what somebody types into a letter's words until it is saved or given up."""

from django.http import QueryDict

from correspondence.actions.lifecycle import require
from correspondence.models import Letter, UnfinishedWords
from crm.actions.door import door

OF_THE_REQUEST = ("csrfmiddlewaretoken", "form_token", "row")


@door
def keep_unfinished(*, by, letter: Letter, sent: QueryDict) -> UnfinishedWords:
    """Keep the boxes of the page as they are now, for this user alone; raises WrongState where the letter has gone on.

    A second kept state takes the place of the first.
    """
    require(letter, "edit")
    boxes = {name: values for name, values in sent.lists() if name not in OF_THE_REQUEST}
    kept, _new = UnfinishedWords.objects.update_or_create(letter=letter, user=by, defaults={"sent": boxes})
    return kept


@door
def forget_unfinished(*, by, letter: Letter) -> None:
    """Throw away what a user typed and did not save."""
    UnfinishedWords.objects.filter(letter=letter, user=by).delete()
