"""Edit forms that several people have open at once: what one of them changed is joined, what two changed is asked."""

import json
from collections.abc import Iterator
from contextlib import suppress
from decimal import Decimal
from hashlib import sha256

from django import forms
from django.core.exceptions import ValidationError
from django.utils.html import format_html
from django.utils.translation import gettext as _

from crm.picking import FIND

OPENED, CHOICE = "opened", "choice-"  # the hidden field of hashes; the question about a field that two changed
NEW, ASKED = "new", "?"  # the page was opened to add a record; which questions the page asks
THEIRS, MINE = "theirs", "mine"


def plain(field: forms.Field, value) -> str | list[str]:
    """Return a field's value as text, alike for what is stored and for what a browser sends back of it untouched."""
    if isinstance(field, forms.ModelMultipleChoiceField | forms.MultipleChoiceField):
        return sorted(str(field.prepare_value(one)) for one in value or ())
    if isinstance(field, forms.ModelChoiceField):
        value = field.prepare_value(value)
        return "" if value is None else str(value)
    with suppress(ValidationError):  # a wrong value is what was typed
        value = field.to_python(value)
    if isinstance(value, Decimal):
        value = f"{value.normalize():f}"
    return "" if value in (None, False) else str(value).replace("\r\n", "\n").strip()


def short_hash(value: str | list[str]) -> str:
    """Return eight hexadecimal digits that tell one value from another."""
    return sha256(json.dumps(value).encode()).hexdigest()[:8]


def words_for(field: forms.Field, value: str | list[str]) -> str:
    """Return what ``plain`` gave in the reader's words, as the page shows it; a dash where there is nothing."""
    if isinstance(field, forms.BooleanField):
        return _("Yes") if value else _("No")
    if isinstance(field, forms.ChoiceField | forms.ModelChoiceField):
        values = [one for one in (value if isinstance(value, list) else [value]) if one]
        return _(", ").join(labels_of(field, values)) or "—"
    return value or "—"


def labels_of(field: forms.Field, values: list[str]) -> list[str]:
    """What a field calls some of its choices; what it does not know stands as it was typed."""
    if hasattr(field, "words_for"):  # it offers records, which are many
        return field.words_for(values)
    labels = {str(key): str(label) for key, label in field.choices}
    return [labels.get(one, one) for one in values]


def both_words(label: str, value: str) -> str:
    """One of two values side by side, under what it is."""
    return format_html('<b>{}</b> <span class="value">{}</span>', label, value)


def put(data, name: str, value: str | list[str], widget: forms.Widget) -> None:
    """Put into a copy of the data sent what ``plain`` gave, as a browser would send it."""
    data.pop(f"{name}-{FIND}", None)
    if isinstance(value, list):
        data.setlist(name, value)
    elif isinstance(widget, forms.CheckboxInput) and not value:
        data.pop(name, None)
    else:
        data[name] = value


class JoinedForm:
    """An edit form that carries a hash of each field as it was opened, and so tells my changes from others'.

    ``others`` are the fields that only others changed: their values take the place of what the page had. ``disputed``
    are those that both changed: the form is refused, and asks of each which value shall stay. ``opened`` is the name
    of the hidden field; two forms on one page need two.
    """

    opened = OPENED

    def __init__(self, *args, **kwargs):
        self.others, self.disputed, self.joined = [], [], False
        super().__init__(*args, **kwargs)
        self.fields[self.opened] = forms.CharField(required=False, widget=forms.HiddenInput, initial=self.write_opened)
        self.fields[self.opened].has_changed = lambda initial, data: False

    @property
    def is_edit(self) -> bool:
        """Whether the form changes something that is on record."""
        return getattr(self, "instance", None) is None or self.instance.pk is not None

    def compared(self) -> Iterator[tuple[str, forms.Field]]:
        """The fields that two may have changed: without files, and what a formset puts into its rows."""
        for name, field in self.fields.items():
            passing = isinstance(field, forms.FileField) or field.widget.is_hidden
            if not passing and name != "DELETE" and not name.startswith(CHOICE):
                yield name, field

    def stored(self, name: str, field: forms.Field) -> str | list[str]:
        """What is on record now."""
        return plain(field, self.get_initial_for_field(field, name))

    def typed(self, name: str, field: forms.Field) -> str | list[str]:
        """What was sent."""
        return plain(field, field.widget.value_from_datadict(self.data, self.files, self.add_prefix(name)))

    def write_opened(self, asked: tuple[str, ...] = ()) -> str:
        """Return the hash of each field as it is on record, and which questions the page asks."""
        if not self.is_edit:
            return NEW
        hashes = {name: short_hash(self.stored(name, field)) for name, field in self.compared()}
        return json.dumps({**hashes, **({ASKED: list(asked)} if asked else {})}, separators=(",", ":"))

    def read_opened(self) -> dict:
        """The hashes as the page had them; of an empty form where it was opened to add; {} where it sent none."""
        sent = self.data.get(self.add_prefix(self.opened), "")
        if sent == NEW:
            return {name: short_hash(plain(field, field.initial)) for name, field in self.compared()}
        try:
            opened = json.loads(sent or "{}")
        except ValueError:
            return {}
        return opened if isinstance(opened, dict) else {}

    def full_clean(self):
        if self.is_bound and self.is_edit and not self.joined:
            self.joined = True
            self.join(self.read_opened())
        super().full_clean()
        for name in [name for name in self.fields if name == self.opened or name.startswith(CHOICE)]:
            getattr(self, "cleaned_data", {}).pop(name, None)
        for name in self.disputed:
            self.errors.pop(CHOICE + name, None)  # asked now, and so not left out
            self.add_error(name, _("Somebody else changed this too while the page was open. Choose which one stays."))

    def join(self, opened: dict) -> None:
        """Take over what others changed since the page was opened, and ask where they changed what I did."""
        asked = [name for name in opened.get(ASKED, ()) if isinstance(name, str) and name in self.fields]
        for name in asked:
            self.ask(name)
            if self.data.get(self.add_prefix(CHOICE + name)) == THEIRS:
                self.take_over(name)
        for name, field in self.compared():
            was, now, mine = opened.get(name), self.stored(name, field), self.typed(name, field)
            if was is None or short_hash(now) == was or mine == now:
                continue
            (self.others if short_hash(mine) == was else self.disputed).append(name)
        for name in self.others:
            self.take_over(name)
        if self.others or self.disputed:
            self.reopen([*asked, *self.disputed])

    def reopen(self, asked: list[str]) -> None:
        """Have the page that is shown again begin from what is on record now."""
        self.data = self.data.copy()
        for name in self.disputed:
            self.ask(name)
            self.data.pop(self.add_prefix(CHOICE + name), None)
        self.data[self.add_prefix(self.opened)] = self.write_opened(tuple(dict.fromkeys(asked)))

    def take_over(self, name: str) -> None:
        """Put what is on record in the place of what was sent."""
        field, self.data = self.fields[name], self.data.copy()
        put(self.data, self.add_prefix(name), self.stored(name, field), field.widget)

    def ask(self, name: str) -> None:
        """Put the question after a field that two changed, with both values."""
        field, order = self.fields[name], list(self.fields)
        choices = [
            (THEIRS, both_words(_("On record now"), words_for(field, self.stored(name, field)))),
            (MINE, both_words(_("Typed here"), words_for(field, self.typed(name, field)))),
        ]
        self.fields[CHOICE + name] = forms.ChoiceField(
            label=_("Which one stays: %(field)s") % {"field": field.label}, choices=choices, widget=forms.RadioSelect
        )
        order.insert(order.index(name) + 1, CHOICE + name)
        self.order_fields(order)

    def told(self) -> list[str]:
        """What others changed while the page was open, in the reader's words."""
        return self.labels(self.others)

    def labels(self, names: list[str]) -> list[str]:
        """What the page calls some fields."""
        return [str(self[name].label) for name in names]
