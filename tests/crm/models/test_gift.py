"""The parts of a gift are fixed once it stands in the ledger; through whom it went, and its lines' packing."""

import pytest
from django.db import IntegrityError, transaction
from django.utils import translation

from crm.actions.gifts import correct_gift, enter_gift
from crm.models import Gift, GiftLine, GiftState
from crm.models.append_only import AppendOnlyError
from tests.factories import GiftFactory, OrganizationFactory, PersonFactory

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("part", ["lines", "partners"])
@pytest.mark.parametrize("corrected", [False, True])
def test_parts_of_an_entered_gift_are_neither_changed_nor_deleted(part, corrected):
    gift = GiftFactory()
    enter_gift(by=None, gift=gift)
    if corrected:
        correct_gift(by=None, gift=gift, reason="400, not 4,000")
    row = getattr(gift, part).get()
    for doing in (row.save, row.delete):
        with pytest.raises(AppendOnlyError):
            doing()


def test_parts_of_a_planned_gift_and_of_a_correction_are_changed():
    gift = GiftFactory()
    enter_gift(by=None, gift=gift)
    for planned in (GiftFactory(state="planned"), correct_gift(by=None, gift=gift, reason="400, not 4,000")):
        line = planned.lines.get()
        line.quantity = 400
        line.save()
        planned.partners.get().delete()
        assert ([int(row.quantity) for row in planned.lines.all()], list(planned.partners.all())) == ([400], [])


def test_corrections_are_followed_one_after_the_other():
    gifts = [GiftFactory(), GiftFactory()]
    enter_gift(by=None, gift=gifts[0])
    line = [gifts[0]]
    for reason in ("400", "500"):
        latest = correct_gift(by=None, gift=Gift.objects.get(pk=line[-1].pk), reason=reason)
        latest.state = GiftState.SENT
        latest.save()
        enter_gift(by=None, gift=latest)
        line.append(latest)
    assert list(Gift.objects.filter(pk=gifts[0].pk).and_corrections().order_by("pk")) == line
    assert line[-1].lineage == line[::-1]


def test_a_gift_goes_through_an_organization_or_a_person_or_neither():
    association, ambassador = OrganizationFactory(), PersonFactory()
    gifts = GiftFactory(via_organization=association), GiftFactory(via_person=ambassador), GiftFactory()
    assert [gift.via for gift in gifts] == [association, ambassador, None]
    with pytest.raises(IntegrityError), transaction.atomic():
        GiftFactory(via_organization=association, via_person=ambassador)


def test_through_whom_and_from_where_is_said_after_it_has_left_too():
    gift = GiftFactory(direction="given", state="sent")
    enter_gift(by=None, gift=gift)
    gift.source, gift.via_person = "donated", PersonFactory()
    gift.save()
    assert Gift.objects.get().get_source_display() == "Donated by our people and firms"


@pytest.mark.parametrize("field", ["packages", "pieces_per_package"])
def test_cartons_and_the_pieces_in_them_are_counted_from_one(field):
    line = GiftFactory(state="planned").lines.get()
    line.packages, line.pieces_per_package, line.lot = 15, 2000, "20200301"
    line.save()
    setattr(line, field, 0)
    with pytest.raises(IntegrityError), transaction.atomic():
        line.save()
    kept = GiftLine.objects.get()
    assert (kept.packages, kept.pieces_per_package, kept.lot) == (15, 2000, "20200301")


@pytest.mark.parametrize(
    ("direction", "english", "chinese"),
    [("given", "Received by them", "对方已收到"), ("received", "Received", "已收到")],
)
def test_who_has_received_it_is_said_of_what_we_gave(direction, english, chinese):
    gift = Gift(direction=direction, state="received")
    for language, said in (("en", english), ("zh-hans", chinese)):
        with translation.override(language):
            assert gift.get_state_display() == said


def test_a_gift_with_a_name_is_called_by_it():
    with translation.override("zh-hans"):
        assert str(GiftFactory(title="南岳春色", day="2020-02")) == "2020-02 《南岳春色》"
