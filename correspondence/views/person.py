"""A person's page: the post held today, how to reach and to address them, what is open, all that passed."""

from django.utils import timezone
from django.views.generic import DetailView

from correspondence.models import Letter
from correspondence.record.holders import last_letters, refs_of_posts
from correspondence.record.page import PartnerRecord
from crm.history import changes_asked
from crm.languages import language_name
from crm.local_time import time_at
from crm.models import Person
from crm.models.partner import place
from crm.views.merged import FollowMerged

POSTS = ("posts__titles", "posts__organization__names", "posts__organization__city__names")


class PersonDetail(FollowMerged, DetailView):
    """Who somebody is, what comes next, and all that passed."""

    template_name = "correspondence/person.html"

    def get_queryset(self):
        people = Person.objects.select_related("country", "city__country", "liaison")
        of_posts = (*POSTS, "posts__organization__city__country", "posts__organization__country")
        return people.prefetch_related("names", "city__names", *of_posts, "channels", "addresses__country")

    def get_context_data(self, **kwargs):
        person, today = self.object, timezone.localdate()
        placed, posts, names = place(person, today), person.posts.all(), names_beside(person)
        record = PartnerRecord(
            self.request.GET,
            today,
            to=f"person={person.pk}",
            whose={"person": person},
            letters=Letter.objects.to_or_from(person=person),
            posts=refs_of_posts(posts),
        )
        kept = person.forms_of_address.select_related("post__organization")
        return super().get_context_data(
            title=str(person),
            names=names,
            names_listed=[name for name in person.names.all() if name.middle or name in names[1:]],
            post=person.post_on(today),
            posts=[(post, post.is_held(today)) for post in posts],
            city=placed.city,
            country=placed.country,
            time_there=time_at(placed.city, timezone.now()),
            language=language_name(placed.language),
            last_written=last_letters([person.pk]).get(person.pk),
            forms_of_address=kept.prefetch_related("post__titles", "post__organization__names"),
            changes=changes_asked(self.request, person, *posts),
            **record.context(),
            **kwargs,
        )


def names_beside(person: Person) -> list:
    """The other writings of a person's name than the one in the heading, that in their own script first."""
    others = [name for name in person.names.all() if name.full != str(person)]
    return sorted(others, key=lambda name: (name.form != "own", name.pk))
