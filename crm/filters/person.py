"""Questions to the list of people."""

from django.conf import settings
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django_filters import ChoiceFilter, ModelChoiceFilter

from crm.filters.base import NamedFilter, name_filter
from crm.filters.place import bodies_asked, cities_asked, narrow
from crm.models import Country, Person, PostKind


class PersonFilter(NamedFilter):
    """People by country first, then city, body, kind of post, in office or not, language and name."""

    country = ModelChoiceFilter(
        queryset=lambda request: Country.objects.all(),
        method="in_country",
        label=_("Country or region"),
        empty_label=_("All"),
    )
    city = ModelChoiceFilter(queryset=cities_asked, method="in_city", label=_("City"), empty_label=_("All"))
    body = ModelChoiceFilter(queryset=bodies_asked, method="by_post", label=_("Body"), empty_label=_("All"))
    post = ChoiceFilter(choices=PostKind.choices, method="by_post", label=_("Kind of post"), empty_label=_("All"))
    in_office = ChoiceFilter(
        choices=[("yes", _("In office")), ("no", _("Not in office"))],
        method="by_post",
        label=_("In office today"),
        empty_label=_("All"),
    )
    language = ChoiceFilter(
        choices=settings.LETTER_LANGUAGES, method="in_language", label=_("Language of letters"), empty_label=_("All")
    )
    name = name_filter()

    class Meta:
        model = Person
        fields = ["country", "city", "body", "post", "in_office", "language", "name"]

    def __init__(self, data=None, *args, **kwargs):
        super().__init__(narrow(data), *args, **kwargs)

    def in_country(self, queryset, name, value):
        return queryset.of_country(value)

    def in_city(self, queryset, name, value):
        return queryset.of_city(value)

    def in_language(self, queryset, name, value):
        return queryset.reading(value, timezone.localdate())

    def by_post(self, queryset, name, value):
        """Body, kind and in office are one question about one post: ``filter_queryset`` asks it."""
        return queryset

    def filter_queryset(self, queryset):
        asked = self.form.cleaned_data
        return (
            super()
            .filter_queryset(queryset)
            .with_post(
                timezone.localdate(),
                body=asked["body"],
                kind=asked["post"],
                in_office={"yes": True, "no": False}.get(asked["in_office"]),
            )
        )
