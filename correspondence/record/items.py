"""What the feed and the list of open things say of a row: its day, what it is, its words and where it leads."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from correspondence.models import Letter
from correspondence.record.refs import COURTESY, GIFT, LEFT, LETTER, STEP, Ref, table_of
from crm.models import Gift, LedgerEntry, PartnershipStep
from crm.phrases import in_post, names_of


@dataclass(frozen=True)
class Item:
    """A row of the feed: ``label`` says what it is, ``text`` its words, ``notes`` what else there is to say of it."""

    day: str
    kind: str
    label: str
    text: str
    url: str
    notes: tuple[str, ...] = ()
    owed: tuple[str, ...] = ()
    way: str = ""

    @property
    def sentence(self) -> str:
        """All of it on one line."""
        said = _("%(day)s %(direction)s: %(what)s") % {"day": self.day, "direction": self.label, "what": self.text}
        return _(", ").join([said, *self.owed])


def item_of(ref: Ref, rows: dict, owing: dict) -> Item:
    """The item of a ref; ``owing`` are the courtesies that we owe something for, by key."""
    row = rows[table_of(ref.kind), ref.pk]
    if ref.kind == COURTESY:
        return of_courtesy(ref, row, owing.get(ref.pk))
    if ref.kind == GIFT:
        return of_gift(ref, row)
    if ref.kind == LETTER:
        return of_letter(ref, row)
    return of_step(ref, row) if ref.kind == STEP else of_post(ref, row)


def of_courtesy(ref: Ref, entry: LedgerEntry, owing) -> Item:
    """Help or a visit: who gave, what, on what occasion, and what we owe for it."""
    theirs = entry.direction == "received"
    if entry.is_help:
        label = _("They gave") if theirs else _("We gave")
    else:
        label = _("They visited us") if theirs else _("We visited them")
    return Item(
        ref.day,
        ref.kind,
        label,
        entry.what,
        entry.get_absolute_url(),
        tuple(notes_on(entry)),
        what_is_owed(owing),
        entry.direction,
    )


def notes_on(entry: LedgerEntry):
    """Of a courtesy: who of the place gave or got it, with whom it is shared, and the occasion."""
    partners = entry.partners.all()
    if len(partners) > 1:
        yield _("shared with other partners")
    elif named := [row.partner for row in partners if not row.city_id]:
        yield names_of(named)
    if entry.occasion:
        yield str(entry.occasion)


def what_is_owed(owing) -> tuple[str, ...]:
    """What we owe for a courtesy, in words."""
    if owing is None:
        return ()
    thanks = (_("not thanked yet"),) if owing.owes_thanks else ()
    return (*thanks, _("not answered yet")) if owing.owes_answer else thanks


def of_gift(ref: Ref, gift: Gift) -> Item:
    """A gift that has not left its giver."""
    label = _("They will give") if gift.direction == "received" else _("We will give")
    text = gift.title or _(" + ").join(str(line) for line in gift.lines.all()) or _("contents not on record")
    notes = (gift.get_state_display(), *((str(gift.occasion),) if gift.occasion else ()))
    return Item(ref.day, ref.kind, label, text, gift.get_absolute_url(), notes, way=gift.direction)


def of_letter(ref: Ref, letter: Letter) -> Item:
    """A letter with its number and state."""
    ours = letter.direction == "out"
    label = _("Our letter") if ours else _("Their letter")
    notes = tuple(filter(None, (letter.number or letter.their_number, str(letter.get_state_display()))))
    return Item(
        ref.day, ref.kind, label, str(letter), letter.get_absolute_url(), notes, way="given" if ours else "received"
    )


def of_post(ref: Ref, post) -> Item:
    """Somebody who took or left office."""
    label = _("Left office") if ref.kind == LEFT else _("Took office")
    text = in_post(post.person, post)
    return Item(ref.day, ref.kind, label, text, post.person.get_absolute_url())


def of_step(ref: Ref, step: PartnershipStep) -> Item:
    """A step of the partnership."""
    return Item(
        ref.day, ref.kind, _("Partnership"), str(step), "#partnership", tuple(filter(None, (step.signatories,)))
    )
