"""The partner that an address names."""

from crm.forms.choices import read_keys
from crm.models import City, Organization, Person

KINDS = (("city", City, "slug"), ("organization", Organization, "slug"), ("person", Person, "pk"))


def keys_of(whose: dict) -> dict[str, list[int]]:
    """Return the keys of some records by name, as what a question offers is narrowed by."""
    return {name: [record.pk] for name, record in whose.items()}


def partner_asked_for(request) -> dict:
    """Return the partner that ?city=, ?organization= or ?person= names, as {kind: record}; {} where there is none."""
    for kind, model, key in KINDS:
        if asked := request.GET.getlist(kind):
            record = model.objects.filter(**{f"{key}__in": asked if key == "slug" else read_keys(asked)}).first()
            return {kind: record} if record else {}
    return {}
