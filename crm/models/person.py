"""People and their names in several scripts."""

from datetime import date

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from crm.fields import LanguageField
from crm.folding import fold, pinyin
from crm.languages import CHINESE, letter_languages, name_languages
from crm.models.common import Declined, Keyed, LanguageTagged
from crm.models.merging import Mergeable, MergeableQuerySet, not_itself
from crm.models.post import Post, held_on
from crm.name_orders import MIDDLE_PARTS, Part, arrange, custom_of, propose_order, separator


class Gender(models.TextChoices):
    """Grammatical gender, for languages that cannot address a reader without it."""

    UNKNOWN = "", _("Not known")
    FEMALE = "f", _("Female")
    MALE = "m", _("Male")


class PersonQuerySet(MergeableQuerySet):
    """People by the posts they hold."""

    def in_office(self, on: date):
        """Those who hold a post on a day."""
        return self.filter(pk__in=Post.objects.held(on).values("person"))

    def out_of_office(self, on: date):
        """Those who hold no post on a day."""
        return self.exclude(pk__in=Post.objects.held(on).values("person"))

    def by_posts(self, on: date, **asked):
        """Those who hold a post on a day, each once: ``posts`` is that of the highest precedence, and as asked."""
        before = Q(precedence__lt=OuterRef("posts__precedence")) | Q(
            precedence=OuterRef("posts__precedence"), pk__lt=OuterRef("posts__pk")
        )
        others = Post.objects.held(on).filter(before, person=OuterRef("pk"))
        return self.filter(held_on(on, "posts__"), ~Exists(others), posts__isnull=False, **asked)

    def first_by_posts(self, on: date, number: int, *, descending: bool = False):
        """Those, in the order of their posts' precedence, whose post is among the first ``number`` or beside these."""
        order, reach = ("-", "gte") if descending else ("", "lte")
        held = Post.objects.held(on).order_by(f"{order}precedence").values_list("precedence", flat=True)
        for edge in held[number - 1 : number]:
            people = self.by_posts(on, **{f"posts__precedence__{reach}": edge})
            return people.order_by(f"{order}posts__precedence", "sort_key", "pk")
        return self.none()

    def with_posts(self):
        """People with their posts, and what a page says of these."""
        posts = Post.objects.select_related("organization__country", "organization__city__country")
        named = ("posts__titles", "posts__organization__names", "posts__organization__city__names")
        return self.prefetch_related(models.Prefetch("posts", posts), *named)

    def in_place(self, *, country=None, city=None, organization=None, rank="", on: date | None = None):
        """People by one and the same post: in a country or city, at an organization, of a rank, held on a day.

        Where only a place is asked for, those whose own record names it are found too.
        """
        asked = {
            "organization__country": country,
            "organization__city": city,
            "organization": organization,
            "rank": rank,
        }
        asked = {field: value for field, value in asked.items() if value}
        posts = Post.objects.held(on) if on else Post.objects.all()
        if not asked:
            return self.in_office(on) if on else self
        found = posts.filter(**asked).order_by().values("person")
        if organization or rank or on:
            return self.filter(pk__in=found)
        there = [Q(city=city)] if city else [Q(country=country), Q(city__country=country)]
        people = self.model._base_manager.order_by()
        homes = (people.filter(home).values("pk") for home in there)
        return self.filter(pk__in=found.union(*homes))  # each by its index; asked at once, databases read all people


class Person(Mergeable):
    """A contact person; names, posts, channels and forms of address are rows of their own."""

    gender = models.CharField(_("gender"), max_length=1, blank=True, choices=Gender, default=Gender.UNKNOWN)
    country = models.ForeignKey(
        "crm.Country", models.PROTECT, null=True, blank=True, verbose_name=_("country or region"), related_name="people"
    )
    city = models.ForeignKey(
        "crm.City",
        models.PROTECT,
        null=True,
        blank=True,
        verbose_name=_("city"),
        related_name="people",
        help_text=_("Where they live, if no post says it."),
    )
    letter_language = LanguageField(
        _("language of letters"),
        blank=True,
        choices=letter_languages,
        help_text=_("Left empty, that of the post's organization, the city or the country."),
    )
    liaison = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, verbose_name=_("our liaison"), related_name="+"
    )
    ours_abroad = models.BooleanField(
        _("one of ours abroad"),
        default=False,
        help_text=_("Somebody of our own country there: what they give is thanked, and no answer to it is owed."),
    )
    note = models.TextField(_("note"), blank=True)
    archived = models.BooleanField(_("archived"), default=False)

    objects = PersonQuerySet.as_manager()
    indexed_as = 2

    class Meta:
        ordering = ["sort_key", "pk"]
        verbose_name = _("person")
        verbose_name_plural = _("people")
        indexes = [  # a page of the list, and their number, read no more
            models.Index(fields=["sort_key", "id", "archived", "merged_into"], name="person_by_name")
        ]
        constraints = [not_itself("person_not_merged_into_itself")]

    def get_absolute_url(self):
        return reverse("person", args=[self.pk])

    def clean(self):
        """Who lives in a city lives in its country."""
        super().clean()
        if self.city_id and self.country_id and self.city.country_id != self.country_id:
            raise ValidationError({"city": _("%(city)s is in another country or region.") % {"city": self.city}})

    def name_of(self, *forms: str) -> "PersonName | None":
        """The first of the named forms (own, latin, chinese) that is on record, else any name."""
        known = {name.form: name for name in self.names.all()}
        return next((known[form] for form in forms if form in known), next(iter(known.values()), None))

    def name_for(self, language: str) -> "PersonName | None":
        """The name as a letter in that language writes it: as kept for it, else Chinese, own script or Latin."""
        for name in self.names.all():
            if name.form == NameForm.OTHER and name.language == language:
                return name
        if language.startswith("zh"):
            return self.name_of(NameForm.CHINESE, NameForm.OWN)
        own = self.name_of(NameForm.OWN)
        if own and own.form == NameForm.OWN and own.language.split("-")[0] == language.split("-")[0]:
            return own
        return self.name_of(NameForm.LATIN, NameForm.OWN)

    @property
    def display_name(self) -> str:
        """The name for the reader of the page, with the own-script one where it differs."""
        return str(self.name_for(get_language() or "en") or "—")

    @property
    def own_language(self) -> str:
        """The language of the name in its own script, or "" where none is on record."""
        return next((name.language for name in self.names.all() if name.form == NameForm.OWN), "")

    @property
    def home_country(self) -> str:
        """The code of the country whose names people there have: where they live, else where their post is."""
        if country := self.country_id or (self.city and self.city.country_id):
            return country
        post = next(iter(self.posts.all()), None) if self.pk else None
        return post.organization.home_country if post else ""

    def sorted_by(self) -> str:
        """Family name first; Latin letters, own script if it is Latin, else pinyin."""
        own = self.name_of(NameForm.OWN)
        in_latin = own is not None and fold(own.family).isascii()
        name = self.name_of(NameForm.LATIN, NameForm.OWN if in_latin else NameForm.CHINESE)
        return fold(pinyin(f"{name.family} {name.given}"))[:200] if name else ""

    @property
    def open_post(self) -> "Post | None":
        """The post of highest precedence that has no end on record."""
        posts = [post for post in self.posts.all() if post.end is None]
        return min(posts, key=lambda post: (post.precedence, post.pk), default=None)

    def post_on(self, on: date) -> "Post | None":
        """The post of highest precedence held on a day."""
        held = [post for post in self.posts.all() if post.is_held(on)]
        return min(held, key=lambda post: (post.precedence, post.pk)) if held else None


class NameForm(models.TextChoices):
    """Which writing of a name it is."""

    OWN = "own", _("Own script")
    LATIN = "latin", _("Latin letters")
    CHINESE = "chinese", _("Chinese")
    OTHER = "other", _("As another language writes it")


class MiddlePart(models.TextChoices):
    """What the middle part of a name is; its language says which. Files from outside may call it by these codes."""

    MIDDLE = Part.MIDDLE.value, _("Middle name")
    PATRONYMIC = Part.PATRONYMIC.value, _("Patronymic")
    SECOND_FAMILY = Part.SECOND_FAMILY.value, _("Second family name")


class PersonName(Declined, Keyed, LanguageTagged):
    """One writing of a name; the family name is marked, not guessed."""

    person = models.ForeignKey(Person, models.CASCADE, related_name="names")
    form = models.CharField(_("form"), max_length=8, choices=NameForm)
    language = LanguageField(_("language"), blank=True, choices=name_languages)
    prefix = models.CharField(
        _("prefix"), max_length=40, blank=True, help_text=_("Dr, Prof., Sir, Datuk, Atty.; in Chinese 博士, 教授.")
    )
    family = models.CharField(_("family name"), max_length=80)
    given = models.CharField(_("given name"), max_length=80, blank=True)
    middle = models.CharField(_("patronymic, middle or second family name"), max_length=80, blank=True)
    family_first = models.BooleanField(_("family name first"), default=None)

    class Meta:
        verbose_name = _("name")
        constraints = [
            models.UniqueConstraint(
                fields=["person", "form"], condition=~Q(form="other"), name="person_name_once_a_form"
            ),
            models.UniqueConstraint(fields=["person", "form", "language"], name="person_name_once_a_language"),
        ]

    def __str__(self):
        return self.full

    def clean(self):
        """What another language writes says which language that is."""
        if self.form == NameForm.OTHER and not self.language:
            raise ValidationError({"language": _("Say which language writes the name so.")})

    def prepare(self) -> None:
        """Propose which name comes first where nobody said it; a decided order stays."""
        super().prepare()
        if self.family_first is None:
            self.family_first = propose_order(
                self.form, self.language, self.person.own_language, self.person.home_country
            )

    @property
    def full(self) -> str:
        """The whole name, every part of it, in its own order and its script's spacing."""
        chinese = self.form == NameForm.CHINESE
        custom = self.custom if self.middle or (chinese and self.family_first) else ""
        order = {"family_first": bool(self.family_first), "custom": custom}
        parts = arrange(self.family, self.given, self.middle, **order)
        return separator(parts, chinese=chinese, **order).join(parts)

    @property
    def custom(self) -> str:
        """The language whose custom the name follows: that of the person's name in its own script, else its own."""
        return custom_of(self.form, self.language, self.person.own_language if self.person_id else "")

    @property
    def html_language(self) -> str:
        """The language for a page's ``lang``: as recorded, Chinese for the Chinese form, else unknown."""
        return self.language or (CHINESE if self.form == NameForm.CHINESE else "")

    @property
    def middle_part(self) -> MiddlePart:
        """What ``middle`` is, by the custom that the name follows."""
        return MiddlePart(MIDDLE_PARTS.get(self.custom, Part.MIDDLE).value)

    @property
    def middle_label(self) -> str:
        """What ``middle`` is called on a page."""
        return str(self.middle_part.label)
