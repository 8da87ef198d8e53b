"""Records for tests: ``CityFactory(names={"en": "Ritto"}, country_id="JP")``. Partial dates are written as ISO text."""

import factory
from factory.django import DjangoModelFactory, Password

from crm.models import (
    Channel,
    ChannelKind,
    City,
    CityName,
    FormOfAddress,
    Gift,
    GiftLine,
    GiftPartner,
    IssuingIdentity,
    ItemKind,
    ItemWord,
    NameForm,
    Occasion,
    OccasionKind,
    OccasionName,
    Office,
    Organization,
    OrganizationKind,
    OrganizationName,
    Partnership,
    PartnershipKind,
    PartnershipStep,
    Person,
    PersonName,
    Post,
    PostalAddress,
    PostTitle,
    Rank,
    Role,
    StepKind,
    User,
)
from crm.models.common import Named


class UserFactory(DjangoModelFactory):
    """A clerk whose password is ``secret``."""

    class Meta:
        model = User

    username = factory.Sequence(lambda n: f"user{n}")
    role = Role.CLERK
    password = Password("secret")


class RecordFactory(DjangoModelFactory):
    """A record with its parts; it comes back as the database has it, search text and all."""

    class Meta:
        abstract = True

    @classmethod
    def add_parts(cls, record, **parts):
        """Subclasses make the rows that hang on the record; ``parts`` are the arguments in ``_parts``."""

    _parts = ()

    @classmethod
    def _create(cls, model_class, *args, **kwargs):
        parts = {name: kwargs.pop(name) for name in cls._parts if name in kwargs}
        record = super()._create(model_class, *args, **kwargs)
        cls.add_parts(record, **parts)
        if isinstance(record, Named):
            record.refresh_search()
        return model_class.objects.get(pk=record.pk)


class CityFactory(RecordFactory):
    """A city in Spain unless told otherwise; ``region`` goes with every name."""

    class Meta:
        model = City

    _parts = ("names", "region")
    slug = factory.Sequence(lambda n: f"city-{n}-es")
    country_id = "ES"
    names = factory.Sequence(lambda n: {"en": f"City {n}"})

    @classmethod
    def add_parts(cls, record, names, region=""):
        for language, text in names.items():
            CityName.objects.create(city=record, language=language, text=text, region=region)


class OfficeFactory(DjangoModelFactory):
    """Our office, in Hengyang."""

    class Meta:
        model = Office

    name = "衡阳市人民政府外事办公室"
    city = factory.SubFactory(
        CityFactory,
        slug="hengyang-cn",
        country_id="CN",
        latitude=26.89,
        longitude=112.57,
        names={"zh-hans": "衡阳市", "en": "Hengyang"},
    )


class OrganizationFactory(RecordFactory):
    """The government of a city; any other ``kind`` needs no city but a ``country_id``."""

    class Meta:
        model = Organization

    _parts = ("names",)
    slug = factory.Sequence(lambda n: f"organization-{n}-es")
    kind = OrganizationKind.CITY_GOVERNMENT
    city = factory.Maybe(
        factory.LazyAttribute(lambda o: o.kind == OrganizationKind.CITY_GOVERNMENT),
        factory.SubFactory(CityFactory),
        None,
    )
    country_id = factory.LazyAttribute(lambda o: o.city.country_id if o.city else "ES")
    names = factory.Sequence(lambda n: {"en": f"Organization {n}"})

    @classmethod
    def add_parts(cls, record, names):
        for language, text in names.items():
            OrganizationName.objects.create(organization=record, language=language, text=text)


class IdentityFactory(DjangoModelFactory):
    """An identity we issue letters under; its organization is an organization of our city."""

    class Meta:
        model = IssuingIdentity

    office = factory.SubFactory(OfficeFactory)
    code = factory.Sequence(lambda n: f"identity-{n}")
    number_prefix = factory.Sequence(lambda n: f"衡外函{n}")
    organization = factory.SubFactory(
        OrganizationFactory,
        kind=OrganizationKind.DOMESTIC_OFFICE,
        city=factory.SelfAttribute("..office.city"),
        names={"zh-hans": "衡阳市人民政府外事办公室", "en": "Foreign Affairs Office of Hengyang"},
    )


class PersonFactory(RecordFactory):
    """A person; ``names`` is (given, family) by form of name: own, latin, chinese."""

    class Meta:
        model = Person

    _parts = ("names",)
    names = factory.Sequence(lambda n: {NameForm.LATIN: ("Ana", f"Ruiz {n}")})

    @classmethod
    def add_parts(cls, record, names):
        for form, (given, family) in names.items():
            chinese = form == NameForm.CHINESE
            PersonName.objects.create(
                person=record, form=form, given=given, family=family, family_first=chinese and len(family) == 1
            )


class PostFactory(RecordFactory):
    """A mayor's post; ``titles`` by language."""

    class Meta:
        model = Post

    _parts = ("titles",)
    person = factory.SubFactory(PersonFactory)
    organization = factory.SubFactory(OrganizationFactory)
    rank = Rank.MAYOR
    titles = factory.LazyFunction(dict)

    @classmethod
    def add_parts(cls, record, titles):
        for language, text in titles.items():
            PostTitle.objects.create(post=record, language=language, text=text)


class PartnershipFactory(RecordFactory):
    """A partnership of ours; ``steps`` are (kind, day) pairs, by default an agreement signed."""

    class Meta:
        model = Partnership

    _parts = ("steps",)
    city = factory.LazyFunction(lambda: (Office.get() or OfficeFactory()).city)
    partner = factory.SubFactory(CityFactory)
    kind = PartnershipKind.SISTER
    steps = ((StepKind.SIGNED, "1992-08-15"),)

    @classmethod
    def add_parts(cls, record, steps):
        for kind, day in steps:
            PartnershipStep.objects.create(partnership=record, kind=kind, day=day)


class ChannelFactory(DjangoModelFactory):
    """An e-mail address; give it a ``person`` or a ``organization``."""

    class Meta:
        model = Channel

    kind = ChannelKind.EMAIL
    value = factory.Sequence(lambda n: f"office{n}@example.org")


class PostalAddressFactory(DjangoModelFactory):
    """A Spanish address; give it a ``person`` or a ``organization``."""

    class Meta:
        model = PostalAddress

    country_id = "ES"
    street = "Plaza Mayor 1"
    town = "Guadalajara"
    postcode = "19001"


class FormOfAddressFactory(DjangoModelFactory):
    """Kept words of politeness; give it a ``person`` or a ``organization``."""

    class Meta:
        model = FormOfAddress

    language = "es"
    salutation = "Excma. Sra. Alcaldesa:"


class OccasionFactory(RecordFactory):
    """An epidemic."""

    class Meta:
        model = Occasion

    _parts = ("names",)
    slug = factory.Sequence(lambda n: f"occasion-{n}-2020")
    kind = OccasionKind.EPIDEMIC
    start = "2020-01"
    names = factory.Sequence(lambda n: {"en": f"Occasion {n}"})

    @classmethod
    def add_parts(cls, record, names):
        for language, text in names.items():
            OccasionName.objects.create(occasion=record, language=language, text=text)


class ItemKindFactory(RecordFactory):
    """A kind of thing; ``words`` are its bulk words by language."""

    class Meta:
        model = ItemKind

    _parts = ("words",)
    code = factory.Sequence(lambda n: f"thing-{n}")
    words = factory.LazyAttribute(lambda o: {"en": f"{o.code}s"})

    @classmethod
    def add_parts(cls, record, words):
        for language, text in words.items():
            ItemWord.objects.create(kind=record, language=language, bulk=text)


class GiftFactory(RecordFactory):
    """A gift received from ``partner`` (any kind) with one line; it has no ledger entry by itself."""

    class Meta:
        model = Gift

    _parts = ("partner", "item", "quantity")
    direction = "received"
    state = "received"
    day = "2020-02-05"
    partner = factory.SubFactory(CityFactory)
    item = factory.SubFactory(ItemKindFactory)
    quantity = 4000

    @classmethod
    def add_parts(cls, record, partner, item, quantity):
        record = Gift.objects.get(pk=record.pk)
        GiftPartner.objects.create(gift=record, **{type(partner).__name__.lower(): partner})
        GiftLine.objects.create(gift=record, item=item, quantity=quantity)
