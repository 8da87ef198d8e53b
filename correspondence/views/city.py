"""A city's page: standing, office-holders, liaison, the history of help with its letters, and what we owe."""

from django.utils import timezone
from django.views.generic import DetailView

from correspondence.models import Letter
from crm.history import changes_of
from crm.models import City, LedgerEntry, Office, Post
from crm.paging import page_of
from crm.pictures import timeline
from crm.reciprocity import latest_help
from crm.views.merged import FollowMerged


class CityDetail(FollowMerged, DetailView):
    """Key facts on top, then who helped whom."""

    template_name = "correspondence/city.html"

    def get_queryset(self):
        return City.objects.select_related("country", "liaison", "part_of").prefetch_related(
            "names", "part_of__names", "partnerships__steps", "organizations__names"
        )

    def get_context_data(self, **kwargs):
        city, today = self.object, timezone.localdate()
        office = Office.get()
        partnership = city.partnership_with(office.city) if office else None
        entries = LedgerEntry.objects.of(city=city)
        helped = page_of(
            entries.in_force(today).help(),
            self.request.GET,
            "help",
            read=LedgerEntry.objects.with_status(today).with_details(),
        )
        letters = Letter.objects.to_or_from(city=city)
        held = Post.objects.held(today).filter(organization__city=city).by_precedence()
        return super().get_context_data(
            title=str(city),
            today=today,
            names={name.text: name for name in city.names.all()}.values(),  # what two languages share, once
            partnership=partnership,
            standing=partnership.standing(today) if partnership else None,
            since=partnership.since(today) if partnership else None,
            holders=held.select_related("person", "organization").prefetch_related(
                "person__names", "titles", "organization__names"
            ),
            picture=timeline(latest_help(entries, today)),
            help=helped,
            letters=page_of(letters, self.request.GET, "letters", read=Letter.objects.for_list()),
            changes=changes_of(city, *([partnership] if partnership else [])),
            distance=city.distance_from(office.city) if office else None,
            **kwargs,
        )
