"""The rows that hang on a record, as a part of its form."""

import re
from functools import partial

from django import forms
from django.forms import BaseInlineFormSet, inlineformset_factory
from django.utils.functional import cached_property
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from crm.forms.base import RecordModelForm
from crm.forms.choices import Picking
from crm.forms.joining import OPENED, short_hash

MOST = 200  # lines of a part; each costs time, and a request may name any number of them


class SharedChoices:
    """A formset whose lines offer the same records, which are read once for all lines."""

    @cached_property
    def offered(self) -> dict:
        """What each question offers, by name."""
        return {}

    def narrow(self, form) -> None:
        """For subclasses whose lines offer fewer records than there are."""

    def add_fields(self, form, index):
        super().add_fields(form, index)
        self.narrow(form)
        for name, field in form.fields.items():
            if isinstance(field, Picking):
                field.offered = self.offered.setdefault(name, field.offered)
                field.offered.also = partial(self.values, name)

    def values(self, name: str) -> list:
        """What all lines have chosen."""
        known = [form[name].value() for form in self.forms]
        return [one for value in known for one in (value if isinstance(value, list | tuple) else [value])]


class InlineRows(SharedChoices, BaseInlineFormSet):
    """The rows of a record's part, shown by generic/_inline.html under ``title``.

    Rows that others removed while the page was open stay removed, unless I changed them: those are asked about.
    """

    title = ""
    help_text = ""
    needs_one = False

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.removed = self.disputed = 0  # rows that others took away; those among them that I changed
        if self.is_bound:
            self.settle_removed_rows()

    def settle_removed_rows(self) -> None:
        """Drop the rows sent that are no more on record; those I changed go to the end, as new ones."""
        places, key = range(self.initial_form_count()), self.model._meta.pk.name
        known = {str(row.pk) for row in self.get_queryset()}
        gone = [place for place in places if self.data.get(f"{self.prefix}-{place}-{key}") not in known]
        if not gone:
            return
        changed = [place for place in gone if self.is_changed(place)]
        new = [*changed, *range(len(places), self.total_form_count())]
        self.removed, self.disputed = len(gone), len(changed)
        self.data = renumbered(self.data, self.prefix, [place for place in places if place not in gone], new, key)
        del self.management_form

    def is_changed(self, place: int) -> bool:
        """Whether a row that was sent has been changed since the page was opened, and not only ticked away."""
        row = self.form(self.data, self.files, prefix=self.add_prefix(place))
        opened = row.read_opened()
        typed = {name: short_hash(row.typed(name, field)) for name, field in row.compared() if name in opened}
        kept = not self.data.get(row.add_prefix("DELETE"))
        return kept and any(typed[name] != opened[name] for name in typed)

    def get_unique_error_message(self, unique_check):
        """What two lines share that only one may have, by the names of the boxes."""
        names = [name for name in unique_check if name != self.fk.name]
        labels = [str(self.form.base_fields[name].label) for name in names if name in self.form.base_fields]
        return _("Only one line may have the same: %(what)s. Empty one, or remove it.") % {
            "what": gettext(", ").join(labels)
        }

    def get_form_error(self):
        return _("Another line has the same.")

    def told(self) -> list[str]:
        """What others changed of the rows while the page was open, in the reader's words."""
        changed = {label for form in self.initial_forms for label in form.labels(form.others)}
        said = [*sorted(changed), *([_("a line removed")] if self.removed else [])]
        return [f"{self.title}{_(': ')}{_(', ').join(map(str, said))}"] if said else []

    def clean(self):
        super().clean()
        if self.disputed:
            raise forms.ValidationError(REMOVED)
        self.ask_before_deleting()
        kept = (
            [form for form in self.forms if form.cleaned_data and not form.cleaned_data.get("DELETE")]
            if self.is_bound and not any(self.errors)
            else None
        )
        if self.needs_one and kept == []:
            raise forms.ValidationError(_("At least one line is needed here."))

    @property
    def labels(self) -> list[str]:
        """What it asks, as a whole."""
        return [str(self.title)]

    @property
    def has_faults(self) -> bool:
        """Whether something in it was refused."""
        return self.is_bound and (any(self.errors) or bool(self.non_form_errors()))

    def ask_before_deleting(self) -> None:
        """Refuse to delete a row that somebody else changed since the page showed it; the page shows it as it is."""
        for form in self.initial_forms:
            if self._should_delete_form(form) and (form.others or form.disputed):
                form.data.pop(form.add_prefix("DELETE"), None)
                raise forms.ValidationError(CHANGED)


REMOVED = _(
    "Somebody else removed a line while you were changing it. It stands last, as you typed it: save again to add it "
    "anew, or empty it."
)
CHANGED = _("Somebody else changed a line that you delete. It is shown as it is now: tick “Delete” again to delete it.")


def renumbered(data, prefix: str, known: list[int], new: list[int], key: str):
    """Return a copy of what a formset sent, with the rows on record first; the new ones have no key."""
    copy = data.copy()
    for name in [name for name in data if re.match(rf"{re.escape(prefix)}-\d+-", name)]:
        del copy[name]
    for place, was in enumerate([*known, *new]):
        for name in [name for name in data if name.startswith(f"{prefix}-{was}-")]:
            rest = name.removeprefix(f"{prefix}-{was}-")
            if place < len(known) or rest not in (key, OPENED):
                copy.setlist(f"{prefix}-{place}-{rest}", data.getlist(name))
    copy[f"{prefix}-INITIAL_FORMS"] = str(len(known))
    copy[f"{prefix}-TOTAL_FORMS"] = str(len(known) + len(new))
    return copy


def inline(parent, model, fields, *, form=RecordModelForm, base=InlineRows, extra=1, **kwargs):
    """An inline formset class; ``title``, ``help_text`` and ``needs_one`` are its own attributes."""
    own = {name: kwargs.pop(name) for name in ("title", "help_text", "needs_one") if name in kwargs}
    base = type(f"{model.__name__}Rows", (base,), own)
    kwargs = {"extra": extra, "can_delete_extra": False, "max_num": MOST, "validate_max": True, **kwargs}
    kwargs["absolute_max"] = kwargs["max_num"] + 100
    return inlineformset_factory(parent, model, form=form, formset=base, fields=fields, **kwargs)
