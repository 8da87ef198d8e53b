"""System checks: what is wrong with this deployment or with a declaration, in a sentence each."""

import os

from django.conf import settings
from django.core.checks import Error, Tags, register
from django.core.exceptions import FieldError
from django.urls import get_resolver
from django_filters import FilterSet
from django_filters.utils import get_model_field, resolve_field


@register(Tags.security, deploy=True)
def check_data_dir(app_configs, **kwargs):
    """The data folder is writable and the secret key is nobody else's to read."""
    key = settings.DATA_DIR / "secret_key"
    problems = []
    if not os.access(settings.DATA_DIR, os.W_OK):
        problems.append(Error(f"The data folder {settings.DATA_DIR} is not writable.", id="crm.E001"))
    if key.exists() and key.stat().st_mode & 0o077:
        problems.append(Error(f"The secret key {key} can be read by others; set its mode to 600.", id="crm.E002"))
    return problems


@register("filters")
def check_filters(app_configs, **kwargs):
    """Every filter that a list shows is asked."""
    _ = get_resolver().url_patterns  # the views name the FilterSets, and are loaded with the addresses
    return [problem for filterset in below(FilterSet) for problem in [*dead_loop(filterset), *dead_filters(filterset)]]


def below(cls):
    """All subclasses of a class, at any depth."""
    for subclass in cls.__subclasses__():
        yield subclass
        yield from below(subclass)


def dead_loop(filterset):
    """An error where a FilterSet replaces the loop that asks its filters."""
    for name in ("filter_queryset", "qs"):
        if getattr(filterset, name) is not getattr(FilterSet, name):
            yield Error(
                f"{filterset.__qualname__} overrides {name}: filters declared in it would be shown and ignored.",
                hint="Give a filter that needs others' answers a method= that reads self.form.cleaned_data.",
                id="crm.E003",
            )


def dead_filters(filterset):
    """An error for each filter whose method, field or lookup does not exist."""
    model = filterset._meta.model
    for name, declared in filterset.base_filters.items():
        where = f"The filter “{name}” of {filterset.__qualname__}"
        if declared.method:
            if not callable(declared.method) and not callable(getattr(filterset, declared.method, None)):
                yield Error(f"{where} names the method {declared.method}, which is not there.", id="crm.E004")
        elif model is None:
            yield Error(f"{where} names a field, but its Meta names no model.", id="crm.E005")
        elif (field := get_model_field(model, declared.field_name)) is None:
            yield Error(
                f"{where} names {declared.field_name}, which is no field of {model.__name__}.",
                hint="Give it a field_name= of the model, or a method= of the FilterSet.",
                id="crm.E005",
            )
        elif not has_lookup(field, declared.lookup_expr):
            yield Error(
                f"{where} asks {declared.field_name} by “{declared.lookup_expr}”, which it does not know.",
                id="crm.E006",
            )


def has_lookup(field, lookup: str) -> bool:
    """Whether a model's field can be asked by a lookup (``exact``, ``year__gte``)."""
    try:
        resolve_field(field, lookup)
    except FieldError:
        return False
    return True
