"""Writes people and the posts they hold."""

from django.db import transaction
from django.utils.translation import gettext as _

from crm.actions.errors import WrongState
from crm.dates import PartialDate
from crm.models.post import Post


@transaction.atomic
def end_post(*, by, post: Post, end: PartialDate) -> Post:
    """Ends a post and keeps it in the history; raises WrongState where it has ended or would end before it began."""
    post = Post.objects.select_for_update().get(pk=post.pk)
    if post.end:
        raise WrongState(_("This post ended on %(day)s.") % {"day": post.end})
    if post.start and end.last < post.start.first:
        raise WrongState(_("A post cannot end before it began."))
    post.end = end
    post.save(update_fields=["end"])
    return post
