"""A city's page: its partnership, who holds office, what is open, the picture of help, all that passed."""

from django.utils import timezone
from django.views.generic import DetailView

from correspondence.models import Letter
from correspondence.record.feed import refs_of_steps
from correspondence.record.holders import MOST_HOLDERS, days_of, held_keys, holders_of, refs_of_posts
from correspondence.record.page import PartnerRecord
from crm.history import changes_asked
from crm.ladder import ladder_of
from crm.local_time import time_at
from crm.models import City, Office, Post
from crm.paging import page_of
from crm.views.merged import FollowMerged


class CityDetail(FollowMerged, DetailView):
    """A record one likes to open: who they are, how far we are with them, what comes next, and all that passed."""

    template_name = "correspondence/city.html"

    def get_queryset(self):
        cities = City.objects.select_related("country", "liaison", "part_of")
        return cities.prefetch_related("names", "part_of__names", "partnerships__steps__papers")

    def get_context_data(self, **kwargs):
        city, today, office = self.object, timezone.localdate(), Office.get()
        partnership = city.partnership_with(office.city) if office else None
        posts = days_of(Post.objects.filter(organization__city=city))
        held = page_of(held_keys(posts, today), self.request.GET, "holders", MOST_HOLDERS)
        record = PartnerRecord(
            self.request.GET,
            today,
            to=f"city={city.slug}",
            whose={"city": city},
            letters=Letter.objects.to_or_from(city=city),
            posts=refs_of_posts(posts),
            steps=refs_of_steps(partnership),
        )
        return super().get_context_data(
            title=str(city),
            is_ours=bool(office and office.city_id == city.pk),
            own_name=own_name(city),
            other_names=other_names(city),
            partnership=partnership,
            standing=partnership.standing(today) if partnership else None,
            since=partnership.since(today) if partnership else None,
            ladder=ladder_of(partnership, today) if partnership else [],
            time_there=time_at(city, timezone.now()),
            distance=city.distance_from(office.city) if office and office.city_id != city.pk else None,
            holders_page=held,
            holders=holders_of(held, today, at=city),
            changes=changes_asked(self.request, city, *([partnership] if partnership else [])),
            **record.context(),
            **kwargs,
        )


def own_name(city: City):
    """The city's own name, where the page's heading is another."""
    name = city.own_name
    return name if name and name.text != str(city) else None


def other_names(city: City) -> list:
    """The names that stand neither in the heading nor beside it, what two languages share once."""
    shown = {str(city), getattr(city.own_name, "text", "")}
    names = {name.text: name for name in city.names.all()}
    return [name for text, name in names.items() if text not in shown]
