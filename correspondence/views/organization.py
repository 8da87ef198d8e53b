"""An organization's page: who is in office there, how to reach it, what is open, all that passed with it."""

from django.db.models import Q
from django.utils import timezone
from django.views.generic import DetailView

from correspondence.models import Letter
from correspondence.record.holders import MOST_HOLDERS, days_of, held_keys, holders_of, refs_of_posts
from correspondence.record.page import PartnerRecord
from crm.history import changes_asked
from crm.languages import language_name
from crm.local_time import time_at
from crm.models import Organization, Post
from crm.paging import page_of
from crm.views.merged import FollowMerged


class OrganizationDetail(FollowMerged, DetailView):
    """What an organization is, who heads it, what comes next, and all that passed, its people's letters too."""

    template_name = "correspondence/organization.html"

    def get_queryset(self):
        organizations = Organization.objects.select_related("country", "city__country", "liaison")
        return organizations.prefetch_related(
            "names", "city__names", "channels", "addresses__country", "forms_of_address"
        )

    def get_context_data(self, **kwargs):
        organization, today = self.object, timezone.localdate()
        posts = days_of(organization.posts.all())
        held = held_keys(posts, today)
        holders = page_of(held, self.request.GET, "holders", MOST_HOLDERS)
        keys = [post.pk for post in posts]
        record = PartnerRecord(
            self.request.GET,
            today,
            to=f"organization={organization.slug}",
            whose={"organization": organization},
            letters=Letter.objects.filter(Q(organization=organization) | Q(post__in=keys)),
            posts=refs_of_posts(posts),
        )
        return super().get_context_data(
            title=str(organization),
            names=[name for name in organization.names.all() if name.text != str(organization)],
            holders_page=holders,
            holders=holders_of(holders, today, at=organization),
            former=former_posts(set(keys) - set(held)),
            time_there=time_at(organization.city, timezone.now()),
            language=language_name(organization.language),
            forms_of_address=organization.forms_of_address.all(),
            changes=changes_asked(self.request, organization),
            **record.context(),
            **kwargs,
        )


def former_posts(keys: set[int]):
    """Posts no longer or not yet held."""
    posts = Post.objects.filter(pk__in=keys).select_related("person", "organization")
    return posts.prefetch_related("person__names", "titles").by_precedence()
