"""People and the posts they hold: the list and the forms. The page of one, with letters, is in correspondence."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import FormView

from crm.actions.errors import WrongState
from crm.actions.people import build_people, end_post, insert_people
from crm.filters.person import PersonFilter
from crm.forms.new_post import NewPosts
from crm.forms.person import (
    PersonAddresses,
    PersonChannels,
    PersonForm,
    PersonFormsOfAddress,
    PersonNames,
    PostEndForm,
    PostForm,
    PostTitles,
)
from crm.models import City, OrganizationKind, Person, Post
from crm.tables.person import PersonTable
from crm.views.base import RecordForm, WritersOnly
from crm.views.merged import FollowMerged
from crm.views.outdated import SaysOutdatedForms, say_outdated_forms
from crm.views.partner import partner_asked_for
from crm.views.place import PlacedList

POSTS = (
    "posts__titles",
    "posts__organization__names",
    "posts__organization__city__names",
    "posts__organization__city__country",
)


class PersonList(PlacedList):
    """People, country first; several are ticked and written to at once."""

    template_name = "crm/person_list.html"
    table_class = PersonTable
    filterset_class = PersonFilter
    title = gettext_lazy("People")
    add_url, add_label = "person-add", gettext_lazy("Add a person")
    empty_text = gettext_lazy("Nothing matches. Widen the filters, or add the person.")

    def get_queryset(self):
        people = Person.objects.active().select_related("country", "city__country")
        return people.with_posts().prefetch_related("names", "city__names")

    def ready_questions(self):
        return [(_("Mine"), {"mine": "on"})]

    def get_table_kwargs(self):
        hidden = () if self.request.user.may_write else ("tick",)
        return {**super().get_table_kwargs(), "on": timezone.localdate(), "exclude": hidden}


class PersonEdit(SaysOutdatedForms, FollowMerged, RecordForm):
    """Adds or changes a person with names, channels, addresses and forms of address."""

    model = Person
    form_class = PersonForm
    inline_classes = (PersonNames, PersonChannels, PersonAddresses, PersonFormsOfAddress)
    doors = (build_people, insert_people)
    title_add, title_edit = gettext_lazy("Add a person"), gettext_lazy("Change the person")

    def get_initial(self):
        """Of somebody new in office somewhere, the place is known."""
        where = None if self.kwargs else next(iter(partner_asked_for(self.request).values()), None)
        if where is None:
            return super().get_initial()
        city = where if isinstance(where, City) else getattr(where, "city", None)
        return {**super().get_initial(), "city": city, "country": where.country_id}

    def get_inlines(self):
        inlines = super().get_inlines()
        return inlines if self.object else [inlines[0], self.get_posts(), *inlines[1:]]

    def get_posts(self):
        """The posts of somebody new, opened with the organization that the address names."""
        if self.request.method == "POST":
            return NewPosts(self.request.POST, instance=None, prefix=NewPosts.get_default_prefix())
        organization = organization_asked_for(self.request)
        initial = [{"organization": organization.pk}] if organization else None
        return NewPosts(instance=None, prefix=NewPosts.get_default_prefix(), initial=initial)

    def get_success_url(self):
        """The person's page; of somebody new in office somewhere, the page where that was asked for."""
        where = None if self.kwargs else next(iter(partner_asked_for(self.request).values()), None)
        return where.get_absolute_url() if where else super().get_success_url()


def organization_asked_for(request):
    """The organization that the address names, of a city its government; else None."""
    asked = partner_asked_for(request)
    if city := asked.get("city"):
        return city.organizations.active().filter(kind=OrganizationKind.CITY_GOVERNMENT).first()
    return asked.get("organization")


class PostEdit(SaysOutdatedForms, RecordForm):
    """Adds a post to a person or changes one."""

    model = Post
    form_class = PostForm
    inline_classes = (PostTitles,)
    title_add, title_edit = gettext_lazy("Add a post"), gettext_lazy("Change the post")

    def addressed(self, record):
        return record.person

    @property
    def person(self):
        """Who holds the post."""
        return self.object.person if self.object else get_object_or_404(Person, pk=self.kwargs["person"]).current

    def get_initial(self):
        organization = organization_asked_for(self.request)
        return {**super().get_initial(), **({"organization": organization} if organization else {})}

    def get_form_kwargs(self):
        return {**super().get_form_kwargs(), "instance": self.object or Post(person=self.person)}

    def get_success_url(self):
        return self.person.get_absolute_url()

    def get_context_data(self, **kwargs):
        return super().get_context_data(person=self.person, cancel_url=self.get_success_url(), **kwargs)

    def get_template_names(self):
        return ["crm/post_form.html"]


class PostEnd(WritersOnly, FormView):
    """Ends a post; it stays in the person's history."""

    template_name = "generic/confirm.html"
    form_class = PostEndForm

    def setup(self, request, *args, **kwargs):
        super().setup(request, *args, **kwargs)
        self.post_held = get_object_or_404(Post.objects.select_related("person", "organization"), pk=kwargs["pk"])

    def form_valid(self, form):
        try:
            end_post(by=self.request.user, post=self.post_held, end=form.cleaned_data["end"])
        except WrongState as wrong:
            messages.error(self.request, str(wrong))
            return self.form_invalid(form)
        messages.success(self.request, _("The post has ended: %(post)s") % {"post": self.post_held})
        say_outdated_forms(self.request, self.post_held.person)
        return redirect(self.post_held.person)

    def get_context_data(self, **kwargs):
        words = {"person": self.post_held.person, "post": self.post_held}
        return super().get_context_data(
            title=_("End the post"),
            question=_("When did %(person)s leave the post “%(post)s”? It stays in the history.") % words,
            action=_("End the post"),
            cancel_url=reverse("person", args=[self.post_held.person_id]),
            **kwargs,
        )
