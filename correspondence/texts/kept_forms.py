"""Kept forms of address beside what would be proposed today, where the record no longer says what they rest on."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Q

from correspondence.errors import LetterRefused
from correspondence.languages import language_rules
from correspondence.models import Letter
from correspondence.texts.addressing import letter_lines
from correspondence.texts.brief import LetterBrief
from correspondence.texts.recipient import addressee_of, asked, kept_form
from crm.models import City, FormOfAddress, Organization, Person, Post
from crm.models.partner import OUR_MISSIONS, place

# The parts of a letter's text by those of a form of address.
PARTS = {"salutation": "salutation", "envelope": "addressee", "closing": "closing"}


@dataclass(frozen=True)
class Recipient:
    """Whom a form of address is kept for, as a letter's brief says it of its recipient."""

    person: Person | None
    post: Post | None
    organization: Organization | None
    city: City | None
    to_own_mission: bool
    on: date
    kind: str = ""
    occasion: None = None
    one_signs: bool = True

    @property
    def addressed_organization(self) -> Organization | None:
        """The organization written to, or that of the post."""
        return self.post.organization if self.post else self.organization

    @property
    def correspondent(self) -> Person | Organization | None:
        """The person or organization it is kept for."""
        return self.person or self.organization


@dataclass(frozen=True)
class FreshForm:
    """What would be proposed on a day in the place of a kept form; ``refusal`` says why nothing can be."""

    kept: FormOfAddress
    salutation: str = ""
    envelope: str = ""
    closing: str = ""
    refusal: str = ""

    @property
    def differs(self) -> bool:
        """Whether other words than those kept would be proposed, or none can be."""
        return bool(self.refusal) or any(kept != proposed for _label, kept, proposed in self.rows)

    @property
    def rows(self) -> list[tuple[str, str, str]]:
        """Each kept part: what it is called, the words kept, those proposed."""
        parts = [part for part in PARTS if getattr(self.kept, part)]
        label = self.kept._meta.get_field
        return [(label(part).verbose_name, getattr(self.kept, part), getattr(self, part)) for part in parts]


def recipient_of(kept: FormOfAddress, on: date) -> Recipient:
    """Whom a form of address is kept for, with the post that a letter of the day would address."""
    post = kept.post or (kept.person.post_on(on) if kept.person else None)
    placed = place(post or kept.person or kept.organization, on)
    return Recipient(kept.person, post, kept.organization, placed.city, placed.group == OUR_MISSIONS, on)


def propose_anew(kept: FormOfAddress, on: date) -> FreshForm:
    """Return what the record and the language propose today for a kept form's recipient."""
    whom, rules = recipient_of(kept, on), language_rules(kept.language)
    try:
        addressee = addressee_of(whom, kept.language)
        lines = asked(rules.envelope, addressee, whom, kept.language)
        envelope = "\n".join(letter_lines(whom, kept.language, lines))
        salutation = asked(rules.salutation, addressee, whom, kept.language)
        return FreshForm(kept, salutation, envelope, asked(rules.closing, addressee, whom, kept.language))
    except LetterRefused as refusal:
        return FreshForm(kept, refusal=str(refusal))


def outdated_for(brief: LetterBrief, on: date) -> list[FreshForm]:
    """Return the kept forms that a letter would take and that may no longer fit, each beside what is proposed now."""
    return doubtful([form for language in brief.languages if (form := kept_form(brief, language)).pk], on)


def outdated_in(letter: Letter, on: date) -> list[FreshForm]:
    """Return the kept forms whose words a letter bears and that may no longer fit, each beside what is proposed now.

    What was issued stays as it is.
    """
    if letter.is_frozen or not letter.is_written_here:
        return []
    forms = letter.correspondent.forms_of_address.filter(Q(post=letter.post_id) | Q(post__isnull=True))
    texts = {text.language: text for text in letter.texts.all()}
    return doubtful([form for form in forms if form.language in texts and bears(texts[form.language], form)], on)


def doubtful(forms: list[FormOfAddress], on: date) -> list[FreshForm]:
    """Return those that may no longer fit and that would be proposed otherwise today."""
    fresh = [propose_anew(form, on) for form in forms if not form.fits]
    return [form for form in fresh if form.differs]


def bears(text, form: FormOfAddress) -> bool:
    """Whether a letter's text has some of the words of a kept form."""
    return any(getattr(form, part) and getattr(form, part) == getattr(text, name) for part, name in PARTS.items())
