"""Choosing of many: a question in whose page stands only what is chosen; the rest is found as one types.

Where no scripts run, a text box stands beside it. What is typed there is found when the form is sent, and the form
comes back with what was found, to choose from.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from functools import cache, cached_property, lru_cache
from urllib.parse import urlencode

from django import forms
from django.forms.utils import flatatt
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.safestring import mark_safe
from django.utils.translation import get_language, override
from django.utils.translation import gettext as _

from crm.folding import fold
from crm.tokens import name_tokens

FEW = 14  # up to so many stand in a plain list
MOST, MOST_SHOWN = 12, 60  # found at once; shown before anything is typed, of what is in memory
FIND, FOUND = "find", "found"  # the boxes beside a question: what was typed, and of which text the page shows finds


@dataclass(frozen=True)
class Option:
    """What may be chosen: the value a form sends, and the line by which namesakes differ."""

    value: str
    line: str
    names: tuple[str, ...] = ()  # by which alone it is meant, where it is the only one found


@dataclass(frozen=True)
class Found:
    """What was found; ``more`` says that there are others."""

    options: list[Option] = field(default_factory=list)
    more: bool = False

    def only(self, text: str) -> Option | None:
        """The one option found, where the text is its name."""
        if len(self.options) != 1 or self.more:
            return None
        option = self.options[0]
        return option if fold(text) in map(fold, (option.line, *option.names)) else None


class Typed(str):
    """What was typed to be found, in place of a choice; ``kept`` is what had been chosen before."""

    kept: tuple[str, ...] = ()

    def __new__(cls, text: str, kept: Iterable[str] = ()):
        typed = super().__new__(cls, text)
        typed.kept = tuple(filter(None, kept))
        return typed


class Offered:
    """What a question offers. ``code`` and ``asked`` name it to the page that finds as one types."""

    def __init__(self, code: str, asked: dict[str, list] | None = None, page: str = "choices"):
        self.code, self.asked, self.page = code, asked or {}, page

    @property
    def address(self) -> str:
        """Where more of it is found."""
        words = urlencode(self.asked, doseq=True)
        return reverse(self.page, args=[self.code]) + (f"?{words}" if words else "")

    @cached_property
    def few(self) -> list[Option] | None:
        """All of it in the order of the page, where that is few; else None."""
        raise NotImplementedError

    def labels(self, values: Iterable[str]) -> dict[str, str]:
        """The lines of some values, of those too that are offered no more."""
        raise NotImplementedError

    def find(self, text: str) -> Found:
        """What a text finds; without one, what may come first."""
        raise NotImplementedError

    def recent(self, values: Iterable[str]) -> list[Option]:
        """Those of some values that are offered still, in their order."""
        raise NotImplementedError


class Listed(Offered):
    """Choices that are all in memory."""

    def __init__(self, code: str, asked: dict[str, list], choices: list[tuple[str, str]], page: str = "choices"):
        super().__init__(code, asked, page)
        self.options = [Option(str(value), str(label)) for value, label in choices if value]

    @property
    def few(self):
        return self.options if len(self.options) <= FEW else None

    def labels(self, values):
        wanted = set(map(str, values))
        return {option.value: option.line for option in self.options if option.value in wanted}

    def find(self, text):
        return found_among(self.options, text)

    def recent(self, values):
        known = {option.value: option for option in self.options}
        return [known[value] for value in values if value in known]


class Words(Listed):
    """Choices that never change while the server runs: languages."""

    def __init__(self, code: str, choices: Callable[[], list[tuple[str, str]]]):
        Offered.__init__(self, code)
        self.choices = choices

    @property
    def options(self) -> list[Option]:
        """All of them, in the interface language."""
        return options_in(self.choices, get_language() or "en")


@cache
def options_in(choices: Callable[[], list[tuple[str, str]]], interface: str) -> list[Option]:
    """Choices that never change while the server runs, in the interface language, found in Chinese and English too."""
    others = []
    for language in ("en", "zh-hans"):
        with override(language):
            others.append({value: str(label) for value, label in choices()})
    return [
        Option(value, str(label), (value, *(names[value] for names in others if value in names)))
        for value, label in choices()
        if value
    ]


def found_among(options: list[Option], text: str) -> Found:
    """Those of some options in whose line or names each word occurs, the nearest first."""
    asked = fold(text)
    words = asked.split()
    found = [one for one in options if all(word in words_of(one.line, *one.names) for word in words)]
    found.sort(key=lambda option: nearness(option, asked))
    most = MOST if words else MOST_SHOWN
    return Found(found[:most], len(found) > most)


def nearness(option: Option, asked: str) -> int:
    """How near an option is to a folded text, 0 the nearest: it is a name of it, begins one, stands in one."""
    names = [fold(name) for name in (option.line, *option.names)]
    return 0 if asked in names else 1 if any(name.startswith(asked) for name in names) else 2


@lru_cache(maxsize=4096)
def words_of(*names: str) -> str:
    """What names are found by: as they are, and Chinese by its readings; folded."""
    return " ".join([*map(fold, names), *name_tokens(names)])


FEW_OF_THEM = '<div class="picker" id="pick_{}"{}>{}</div>'
SELECTED = mark_safe(" selected")
RENEWED = mark_safe(' hx-swap-oob="true"')


class Picker(forms.Select):
    """A list with what is chosen only, and what finds the rest; a plain list where all of it is few.

    ``offered`` is set by the field. ``data-picker`` tells the page's script where to ask.
    """

    offered: Offered | None = None
    empty_label = "---------"
    renewed = False  # by htmx, beside the part of the page that was asked for

    def use_required_attribute(self, initial):
        return False  # a browser would not send a text that is to be found

    def value_from_datadict(self, data, files, name):
        chosen = super().value_from_datadict(data, files, name)
        return self.read_typed(data, name, [chosen]) or chosen

    def read_typed(self, data, name: str, chosen: Iterable[str]) -> Typed | None:
        """What was typed to be found and is not yet chosen from."""
        typed = (data.get(f"{name}-{FIND}") or "").strip()
        asked = typed != (data.get(f"{name}-{FOUND}") or "").strip() or name not in data
        return Typed(typed, chosen) if typed and asked else None

    def typed_in(self, value) -> Typed | None:
        """What was typed, where no choice stands for it yet."""
        return value if isinstance(value, Typed) else None

    def chosen_in(self, value) -> list[str]:
        """The values chosen."""
        typed = self.typed_in(value)
        return [one for one in self.format_value(typed.kept if typed else value) if one]

    def format_value(self, value):
        known = super().format_value(list(value) if isinstance(value, tuple) else value)
        return [] if isinstance(value, Typed) else known

    @property
    def empty(self) -> list[tuple[str, str]]:
        """The choice of nothing."""
        return [] if self.allow_multiple_selected or self.empty_label is None else [("", self.empty_label)]

    def options(self, chosen: list[str]) -> list[tuple[str, str]]:
        """What stands in the list: nothing, the few, and what is chosen though it is none of these."""
        labels = self.offered.labels(chosen)
        few = [(option.value, option.line) for option in self.offered.few or ()]
        known = {value for value, _line in few}
        return [*self.empty, *few, *((one, labels[one]) for one in chosen if one in labels and one not in known)]

    def write_list(self, name: str, value, attrs) -> str:
        """The list in one piece: Django would set each choice by a template of its own."""
        chosen = self.chosen_in(value)
        self.choices = self.options(chosen)
        marked = set(chosen) or {""}
        options = ((one, SELECTED if one in marked else "", line) for one, line in self.choices)
        attrs = self.build_attrs({**self.attrs, "name": name, "multiple": self.allow_multiple_selected}, attrs)
        return format_html(
            "<select{}>{}</select>", flatatt(attrs), format_html_join("", '<option value="{}"{}>{}</option>', options)
        )

    def render(self, name, value, attrs=None, renderer=None):
        if self.offered.few is None or self.typed_in(value):
            return render_to_string("crm/_picker.html", self.picker_context(name, value, attrs))
        select = self.write_list(name, value, attrs)
        return format_html(FEW_OF_THEM, self.id_of(attrs), RENEWED if self.renewed else "", select)

    def id_of(self, attrs) -> str:
        """The id of the list."""
        return self.build_attrs(self.attrs, attrs).get("id", "")

    def picker_context(self, name: str, value, attrs) -> dict:
        """What the page's fragment shows."""
        typed, attrs = self.typed_in(value), {**(attrs or {}), "data-picker": self.offered.address}
        found = self.offered.find(typed) if typed else None
        select = "" if found and found.options else self.write_list(name, value, attrs)
        return {
            "name": name,
            "id": self.id_of(attrs),
            "renewed": self.renewed,
            "typed": typed or "",
            "found": found,
            "select": select,
            "choices": self.choices_found(found, value) if found else [],
            "kind": "checkbox" if self.allow_multiple_selected else "radio",
        }

    def choices_found(self, found: Found, value) -> list[tuple[str, str, bool]]:
        """What was found, before it what was chosen, and none of them: value, line, and whether it is chosen."""
        chosen = self.chosen_in(value)
        lines = self.offered.labels(chosen)
        kept = [(one, lines[one], True) for one in chosen if one in lines]
        new = [(option.value, option.line, False) for option in found.options if option.value not in lines]
        return [*kept, *new, *([] if self.allow_multiple_selected else [("", _("None of these"), False)])]


class PickerMultiple(Picker, forms.SelectMultiple):
    """The same for several: each that is chosen is a chip."""

    def value_from_datadict(self, data, files, name):
        chosen = forms.SelectMultiple.value_from_datadict(self, data, files, name) or []
        typed = self.read_typed(data, name, chosen)
        return [*chosen, typed] if typed else chosen

    def typed_in(self, value):
        return next((one for one in value or () if isinstance(one, Typed)), None)

    def chosen_in(self, value):
        return [str(one) for one in value or () if one not in (None, "") and not isinstance(one, Typed)]

    def format_value(self, value):
        return [str(one) for one in value or ()]


def read_typed_choice(offered: Offered, typed: Typed) -> str:
    """The value of the one that a text names; raises ValidationError with the question which one is meant."""
    found = offered.find(typed)
    if option := found.only(typed):
        return option.value
    sentence = _("Choose which one is meant by “%(text)s”.") if found.options else _("Nothing is found for “%(text)s”.")
    raise forms.ValidationError(sentence, params={"text": typed})


class TypedChoice:
    """Mixin of fields that choose one: what was typed to be found is read as the one that it names."""

    def to_python(self, value):
        return super().to_python(read_typed_choice(self.widget.offered, value) if isinstance(value, Typed) else value)


class ListedField(TypedChoice, forms.ChoiceField):
    """One of choices that are all in memory."""

    widget = Picker

    def offer(self, offered: Listed) -> None:
        """Offer choices."""
        self.choices = [(option.value, option.line) for option in offered.options]
        self.widget.offered = offered
