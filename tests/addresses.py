"""Every address of the site, filled in from the demonstration: for tests that walk all pages."""

from datetime import date

from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import get_resolver, reverse

from correspondence.actions import drafting, lifecycle
from correspondence.actions.afterwards import enter_sent_letter
from correspondence.jobs import print_letters_together
from correspondence.models import Letter
from correspondence.texts.proposing import propose_brief
from crm.dates import parse_partial_date
from crm.jobs.asking import ask
from crm.models import City, Gift, IssuingIdentity, ItemKind, LedgerEntry, Occasion, Person, Post, User
from tests.factories import (
    ClosingFactory,
    FormOfAddressFactory,
    HandOverItemFactory,
    PaperFactory,
    SavedQuestionFactory,
)


def named_patterns(resolver, above=()):
    """The name of every pattern below a resolver with the names of its values."""
    for pattern in resolver.url_patterns:
        values = (*above, *pattern.pattern.converters)
        if hasattr(pattern, "url_patterns"):
            yield from named_patterns(pattern, values)
        else:
            yield pattern.name, values


ALL = dict(named_patterns(get_resolver()))


def fill_addresses() -> dict[str, str]:
    """The address of every pattern by its name, filled in from the demonstration's records and some made here."""
    guadalajara = City.objects.get(slug="guadalajara-es")
    clerk = User.objects.get(username="clerk")
    letter = drafting.draft_letter(by=clerk, brief=propose_brief(kind="thanks", on=date(2020, 4, 20), city=guadalajara))
    scan = lifecycle.enclose(by=clerk, letter=letter, file=SimpleUploadedFile("scan.pdf", b"%PDF-1.4\n%%EOF"))
    entered = enter_sent_letter(
        by=clerk,
        number="衡政函〔2019〕8号",
        day=parse_partial_date("2019"),
        sent_on=parse_partial_date("2019-05"),
        means="letter",
        kind="thanks",
        organization=guadalajara.organizations.first(),
        language="es",
        identity=IssuingIdentity.objects.first(),
        words="Gracias.",
    )
    planned = Gift.objects.create(direction="given", state="planned", day="2020-05")
    entry = LedgerEntry.objects.filter(gift__isnull=True).first() or LedgerEntry.objects.first()
    known = {
        "city": {"slug": guadalajara.slug},
        "partnership": {"slug": guadalajara.slug},
        "person": {"pk": Person.objects.first().pk},
        "post": {"pk": Post.objects.first().pk},
        "post-add": {"person": Person.objects.first().pk},
        "organization": {"slug": guadalajara.organizations.first().slug},
        "gift": {"pk": planned.pk},
        "gift-correct": {"pk": Gift.objects.filter(state="received").first().pk},
        "occasion": {"slug": Occasion.objects.first().slug},
        "ledger": {"pk": entry.pk},
        "form-of-address": {"pk": FormOfAddressFactory(person=Person.objects.first(), salutation="x").pk},
        "help-reopen": {"pk": ClosingFactory().pk},
        "ledger-entry-answers": {"pk": LedgerEntry.objects.given().help().first().pk},
        "identity": {"code": IssuingIdentity.objects.first().code},
        "user": {"pk": clerk.pk},
        "country": {"code": "ES"},
        "hand": {"pk": HandOverItemFactory(hand_over__giver=clerk).hand_over_id},
        "hand-over-add": {"pk": clerk.pk},
        "item": {"code": ItemKind.objects.first().code},
        "paper": {"pk": PaperFactory().pk},
        "letter-correct": {"pk": Letter.objects.incoming().first().pk},
        "letter-correct-sent": {"pk": entered.pk},
        "letter-kind-edit": {"code": "thanks"},
        "number": {"code": IssuingIdentity.objects.first().code},
        "letter": {"pk": letter.pk, "number": 1, "enclosure": scan.pk, "kind": "thanks", "language": "es"},
        "choices": {"kind": "city"},
        "letter-choices": {"kind": "letter"},
        "job": {"key": ask(print_letters_together, by=clerk, letters=[letter.pk], on="2020-04-20")},
        "saved": {"pk": SavedQuestionFactory().pk},
        "welcome": {"key": "wrong"},
    }
    filled = {}
    for name, values in ALL.items():
        record = {**known.get(name.split("-")[0], {}), **known.get(name, {})}
        filled[name] = reverse(name, kwargs={value: record[value] for value in values})
    return filled
