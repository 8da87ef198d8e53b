"""Records for tests: ``CityFactory(names={"en": "Ritto"}, country_id="JP")``. Partial dates are written as ISO text.

A letter is a draft in Chinese and Spanish: ``LetterFactory(state="issued")`` is taken on by the office's own actions.
"""

from datetime import date

import factory
from django.core.files.uploadedfile import SimpleUploadedFile
from factory.django import DjangoModelFactory, Password

from correspondence.actions import lifecycle, outgoing
from correspondence.models import (
    Approval,
    Decision,
    Dispatch,
    Enclosure,
    Letter,
    LetterCopy,
    LetterKind,
    LetterParagraph,
    LetterTemplate,
    LetterTemplateText,
    LetterText,
    NumberSeries,
    PenChanges,
    RegisterSeries,
    SealUse,
    UnfinishedWords,
    Version,
)
from crm.actions.ledger import close_help, record_courtesy
from crm.actions.papers import keep_paper
from crm.dates import parse_partial_date
from crm.models import (
    Channel,
    ChannelKind,
    City,
    CityName,
    Closing,
    Consignment,
    Disposal,
    FormOfAddress,
    Gift,
    GiftLine,
    GiftPartner,
    HandOver,
    HandOverItem,
    IssuingIdentity,
    ItemKind,
    ItemWord,
    LedgerEntry,
    NameForm,
    Occasion,
    OccasionKind,
    OccasionName,
    Office,
    Organization,
    OrganizationKind,
    OrganizationName,
    Paper,
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
    SavedQuestion,
    SecurityEvent,
    Signatory,
    StepKind,
    User,
)
from crm.models.partner import place
from crm.search.writing import index


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
        index(record)
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
        names={"zh-hans": "衡阳市", "en": "Hengyang", "es": "Hengyang"},
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
        names={
            "zh-hans": "衡阳市人民政府外事办公室",
            "en": "Foreign Affairs Office of Hengyang",
            "es": "Oficina de Asuntos Exteriores de Hengyang",
        },
    )


class SignatoryFactory(DjangoModelFactory):
    """Whoever signs for an identity."""

    class Meta:
        model = Signatory

    identity = factory.SubFactory(IdentityFactory)
    post = factory.SubFactory("tests.factories.PostFactory")


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


class ConsignmentFactory(DjangoModelFactory):
    """A consignment of a gift of ours."""

    class Meta:
        model = Consignment

    gift = factory.SubFactory(GiftFactory, direction="given")
    carrier = "顺丰国际 / SF International"


class DisposalFactory(DjangoModelFactory):
    """A gift of others that went to hospitals."""

    class Meta:
        model = Disposal

    gift = factory.SubFactory(GiftFactory)
    beneficiary = "hospitals"


class SecurityEventFactory(DjangoModelFactory):
    """A clerk who signed in from an address of a documentation network."""

    class Meta:
        model = SecurityEvent

    kind = "sign_in"
    account = "clerk"
    address = "192.0.2.7"


class HandOverFactory(DjangoModelFactory):
    """A hand-over from one clerk to another, with no lines yet."""

    class Meta:
        model = HandOver

    giver = factory.SubFactory(UserFactory)
    taker = factory.SubFactory(UserFactory)
    day = date(2020, 4, 20)
    recorded_by = factory.SelfAttribute("giver")


class HandOverItemFactory(DjangoModelFactory):
    """A line of the list: a city that the giver was the liaison of."""

    class Meta:
        model = HandOverItem

    hand_over = factory.SubFactory(HandOverFactory)
    relation = "crm.City.liaison"
    key = factory.LazyFunction(lambda: CityFactory().pk)
    text = "瓜达拉哈拉市"
    detail = "西班牙"


class CourtesyFactory(DjangoModelFactory):
    """A service received from ``partner``, written by the ledger's action: an entry with its partner."""

    class Meta:
        model = LedgerEntry

    partner = factory.SubFactory(CityFactory)
    direction = "received"
    kind = "service"
    day = "2020-02-05"
    by = None

    @classmethod
    def _create(cls, model_class, *, partner, day, **facts):
        return record_courtesy(partners=[partner], day=parse_partial_date(day), **facts)


def signed_slip() -> SimpleUploadedFile:
    """The scan of a slip as a checked upload."""
    return SimpleUploadedFile("发文稿纸.pdf", b"%PDF-1.4\n%%EOF", content_type="application/pdf")


class PaperFactory(DjangoModelFactory):
    """A paper kept with a person, by the action."""

    class Meta:
        model = Paper

    person = factory.SubFactory("tests.factories.PersonFactory")
    by = None

    @classmethod
    def _create(cls, model_class, *, by, person=None, step=None, gift=None, what=""):
        return keep_paper(by=by, owner=person or step or gift, file=signed_slip(), what=what)


class ClosingFactory(DjangoModelFactory):
    """An answer said not to be due for a courtesy received, by the ledger's action."""

    class Meta:
        model = Closing

    entry = factory.SubFactory(CourtesyFactory)
    duty = "answer"
    reason = "Long ago"
    on = date(2020, 5, 1)
    by = None

    @classmethod
    def _create(cls, model_class, *, entry, duty, **facts):
        return close_help(entries=[entry.pk], duties=[duty], **facts)[0]


# The states of a letter of ours in their order, with the action that leads to each.
LETTER_DAY = date(2020, 4, 20)
WAY = {
    "draft": lambda letter: letter,
    "submitted": lambda letter: lifecycle.submit_letter(by=letter.drafter, letter=letter),
    "approved": lambda letter: lifecycle.approve_on_paper(
        by=letter.drafter, letter=letter, name="陈明远", post="市长", on=LETTER_DAY, file=signed_slip()
    ),
    "issued": lambda letter: outgoing.issue_letter(by=letter.drafter, letter=letter, on=LETTER_DAY, read_by="王译"),
    "sent": lambda letter: outgoing.send_letter(
        by=letter.drafter, letter=letter, means="letter", on=LETTER_DAY, without_seal=True
    ),
    "closed": lambda letter: lifecycle.close_letter(by=letter.drafter, letter=letter),
}


class LetterFactory(RecordFactory):
    """A letter of thanks in Chinese and Spanish to an organization, taken to its ``state`` by the office's actions.

    ``texts`` are the paragraphs by language and key; ``thanks_for`` and ``announces`` are gifts.
    """

    class Meta:
        model = Letter

    class Params:
        placement = factory.LazyAttribute(lambda o: place(o.person or o.organization, LETTER_DAY))

    _parts = ("texts", "state", "thanks_for", "announces")
    kind_id = "thanks"
    day = LETTER_DAY.isoformat()
    language = "es"
    person = None
    organization = factory.Maybe("person", None, factory.SubFactory(OrganizationFactory))
    city = factory.SelfAttribute("placement.city")
    country = factory.SelfAttribute("placement.country")
    group = factory.SelfAttribute("placement.group")
    identity = factory.LazyFunction(lambda: IssuingIdentity.objects.first() or IdentityFactory())
    drafter = factory.SubFactory(UserFactory)
    texts = {"zh-hans": {"thanks": "感谢贵市。", "wish": "祝好。"}, "es": {"thanks": "Gracias.", "wish": "Salud."}}
    state = "draft"

    @classmethod
    def add_parts(cls, record, texts, state, thanks_for=(), announces=()):
        record.thanks_for.set(thanks_for)
        record.announces.set(announces)
        for language, paragraphs in texts.items():
            said = {"addressee": "A", "salutation": "B:", "closing": "C", "signature": "D"}
            text = LetterText.objects.create(letter=record, language=language, **said)
            for position, (key, body) in enumerate(paragraphs.items()):
                LetterParagraph.objects.create(text=text, position=position, key=key, body=body)
        lifecycle.keep_version(letter=record, by=record.drafter, step=record.state)
        for reached, take_on in WAY.items():
            record = take_on(record)
            if reached == state:
                break


class ReceivedLetterFactory(RecordFactory):
    """A letter of theirs that has no courtesy in the ledger."""

    class Meta:
        model = Letter

    direction = "in"
    state = "received"
    kind_id = "thanks"
    day = "2020-03-01"
    received_on = "2020-03-10"
    means = "email"
    language = "es"
    organization = factory.SubFactory(OrganizationFactory)


class OfLetterFactory(DjangoModelFactory):
    """A row that hangs on a letter."""

    class Meta:
        abstract = True

    letter = factory.SubFactory(LetterFactory)


class ApprovalFactory(OfLetterFactory):
    """An approval on paper of the letter's words."""

    class Meta:
        model = Approval

    decision = Decision.APPROVED
    paper_name = "陈明远"
    day = LETTER_DAY
    words_hash = factory.LazyAttribute(lambda o: o.letter.words_hash())
    recorded_by = factory.SelfAttribute("letter.drafter")


class DispatchFactory(OfLetterFactory):
    """A sending by post."""

    class Meta:
        model = Dispatch

    means = "letter"
    day = LETTER_DAY.isoformat()


class UnfinishedWordsFactory(OfLetterFactory):
    """A closing that somebody typed and did not save."""

    class Meta:
        model = UnfinishedWords

    user = factory.SelfAttribute("letter.drafter")
    sent = factory.LazyFunction(lambda: {"es-closing": ["Con afecto,"]})


class PenChangesFactory(OfLetterFactory):
    """A closing changed by pen, typed and not yet confirmed."""

    class Meta:
        model = PenChanges

    letter = factory.SubFactory(LetterFactory, state="approved")
    approval = factory.LazyAttribute(lambda o: o.letter.approvals.last())
    words = factory.LazyFunction(lambda: {"es-closing": "Con afecto,"})
    words_hash = factory.LazyAttribute(lambda o: o.letter.words_hash())
    entered_by = factory.SelfAttribute("letter.drafter")


class SealUseFactory(OfLetterFactory):
    """A use of the seal on two copies."""

    class Meta:
        model = SealUse

    seal = "衡阳市人民政府"
    allowed_by = "陈明远"
    copies = 2
    day = LETTER_DAY
    recorded_by = factory.SelfAttribute("letter.drafter")


class EnclosureFactory(OfLetterFactory):
    """A scan, kept on disk."""

    class Meta:
        model = Enclosure

    file = factory.django.FileField(filename="scan.pdf", data=b"%PDF-1.4\n%%EOF")
    name = "scan.pdf"
    content_type = "application/pdf"
    sha256 = "0" * 64


class LetterCopyFactory(OfLetterFactory):
    """A copy to a city."""

    class Meta:
        model = LetterCopy

    city = factory.SubFactory(CityFactory)


class VersionFactory(OfLetterFactory):
    """The words as they are, kept a second time."""

    class Meta:
        model = Version

    number = factory.LazyAttribute(lambda o: o.letter.versions.count() + 1)
    step = "submitted"
    words = factory.LazyAttribute(lambda o: o.letter.words_in_order())
    words_hash = factory.LazyAttribute(lambda o: o.letter.words_hash())


class SavedQuestionFactory(DjangoModelFactory):
    """Questions to the list of cities that are everybody's."""

    class Meta:
        model = SavedQuestion

    page = "city-list"
    query = "country=JP"
    name = factory.Sequence(lambda n: f"questions {n}")
    kept_by = factory.SubFactory(UserFactory)


class RegisterSeriesFactory(DjangoModelFactory):
    """The register of letters received in a year."""

    class Meta:
        model = RegisterSeries

    direction = "in"
    year = 2020


class NumberSeriesFactory(DjangoModelFactory):
    """The series of an identity's year, of which nothing has been given."""

    class Meta:
        model = NumberSeries

    identity = factory.SubFactory(IdentityFactory)
    year = LETTER_DAY.year


class LetterKindFactory(DjangoModelFactory):
    """A kind of letter that the office has added."""

    class Meta:
        model = LetterKind

    code = factory.Sequence(lambda n: f"greeting-{n}")
    name_zh = "贺年函"
    name_en = "Greeting"


class LetterTemplateFactory(DjangoModelFactory):
    """The template of a kind that has no text yet."""

    class Meta:
        model = LetterTemplate

    kind = factory.SubFactory(LetterKindFactory)


class LetterTemplateTextFactory(DjangoModelFactory):
    """A text of one paragraph in Spanish."""

    class Meta:
        model = LetterTemplateText

    template = factory.SubFactory(LetterTemplateFactory)
    language = "es"
    source = "## greeting\nFeliz año."
