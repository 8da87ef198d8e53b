"""Keeps papers with what they belong to, and takes them away again."""

import hashlib
from functools import partial

from django.db import transaction

from crm.actions.door import door
from crm.models.paper import Paper


@door
def keep_paper(*, by, owner, file, what: str = "") -> Paper:
    """Keep a checked upload (with ``content_type`` set by its content) with a step, a gift or a person."""
    content = file.read()
    file.seek(0)
    return Paper.objects.create(
        **{owner_name(owner): owner},
        what=what.strip(),
        file=file,
        name=file.name[:200],
        content_type=file.content_type,
        sha256=hashlib.sha256(content).hexdigest(),
        added_by=by,
    )


@door
def remove_paper(*, by, paper: Paper) -> None:
    """Take a paper away, its file too once that is certain; the history tells that it was there."""
    transaction.on_commit(partial(paper.file.storage.delete, paper.file.name))
    paper.delete()


def owner_name(owner) -> str:
    """By which field a paper names its owner."""
    name = owner._meta.model_name
    return "step" if name == "partnershipstep" else name
