"""Handing over what one of ours holds."""

import dataclasses
from datetime import date

import pytest
from django.utils import translation

from correspondence.actions import drafting, incoming, lifecycle, outgoing
from correspondence.actions.staff import hand_over
from correspondence.models import Letter
from correspondence.texts.proposing import propose_brief
from crm.actions.errors import WrongState
from crm.actions.office import save_account
from crm.history import changes_of
from crm.models import City, HandOver, Organization, Person, Role
from tests.factories import UserFactory

ON = date(2020, 4, 20)
pytestmark = pytest.mark.django_db


@pytest.fixture
def taker(demo):
    return UserFactory(username="taker", full_name="Li Na")


@pytest.fixture
def draft(guadalajara, clerk):
    return drafting.draft_letter(by=clerk, brief=propose_brief(kind="thanks", on=ON, city=guadalajara))


@pytest.fixture
def received(clerk):
    letter = Letter.objects.incoming().first()
    Letter.objects.filter(pk=letter.pk).update(state="received", assigned_to=None)
    return incoming.assign_letter(by=clerk, letter=letter, to=clerk)


def in_hands(user) -> dict:
    """What names somebody as holder."""
    return {
        "drafted": {*Letter.objects.filter(drafter=user)},
        "assigned": {*Letter.objects.filter(assigned_to=user)},
        "liaison": {*City.objects.filter(liaison=user), *Organization.objects.filter(liaison=user)}
        | {*Person.objects.filter(liaison=user)},
    }


def test_all_that_is_held_goes_over_and_nothing_else(clerk, head, taker, draft, received, guadalajara):
    for model in (City, Organization, Person):
        model.objects.update(liaison=None)
    city, other = City.objects.exclude(pk=guadalajara.pk)[:2]
    organization, person = Organization.objects.first(), Person.objects.first()
    for record, liaison in ((guadalajara, clerk), (city, clerk), (other, head), (organization, clerk), (person, clerk)):
        type(record).objects.filter(pk=record.pk).update(liaison=liaison)
    sent = Letter.objects.create(
        direction="out",
        kind_id="thanks",
        state="sent",
        day="2020",
        identity=draft.identity,
        person=person,
        drafter=clerk,
    )
    heads = Letter.objects.create(
        direction="out", kind_id="thanks", day="2020", identity=draft.identity, person=person, drafter=head
    )
    Letter.objects.exclude(pk__in=[draft.pk, received.pk, sent.pk, heads.pk]).update(drafter=None, assigned_to=None)

    done = hand_over(by=head, giver=clerk, taker=taker, on=ON)

    assert in_hands(taker) == {
        "drafted": {draft},
        "assigned": {received},
        "liaison": {guadalajara, city, organization, person},
    }
    assert in_hands(clerk) == {"drafted": {sent}, "assigned": set(), "liaison": set()}
    assert in_hands(head) == {"drafted": {heads}, "assigned": set(), "liaison": {other}}
    assert [(holding.relation, {*records}) for holding, records in done.moved] == [
        ("correspondence.Letter.drafter", {draft}),
        ("correspondence.Letter.assigned_to", {received}),
        ("crm.City.liaison", {guadalajara, city}),
        ("crm.Organization.liaison", {organization}),
        ("crm.Person.liaison", {person}),
    ]
    listed = [(item.relation, item.key) for item in done.hand_over.items.all()]
    assert listed == [(holding.relation, record.pk) for holding, records in done.moved for record in records]
    assert dataclasses.is_dataclass(done)
    with pytest.raises(dataclasses.FrozenInstanceError):
        done.moved = ()


@pytest.mark.parametrize("state", ["draft", "submitted", "approved", "issued"])
def test_a_letter_goes_over_as_long_as_it_waits_for_its_drafter(clerk, head, taker, draft, state):
    if state == "issued":
        lifecycle.submit_letter(by=clerk, letter=draft)
        lifecycle.approve_letter(by=head, letter=draft, on=ON)
        outgoing.issue_letter(by=clerk, letter=draft, on=ON, read_by="Ana")
    else:
        Letter.objects.filter(pk=draft.pk).update(state=state)
    hand_over(by=head, giver=clerk, taker=taker, on=ON)
    draft.refresh_from_db()
    assert (draft.state, draft.drafter) == (state, taker)


@pytest.mark.parametrize("state", ["sent", "closed", "cancelled"])
def test_a_letter_that_is_done_says_who_drafted_it(clerk, head, taker, draft, state, guadalajara):
    City.objects.filter(pk=guadalajara.pk).update(liaison=clerk)
    Letter.objects.filter(pk=draft.pk).update(state=state)
    hand_over(by=head, giver=clerk, taker=taker, on=ON)
    draft.refresh_from_db()
    assert draft.drafter == clerk


def test_history_tells_whose_it_became(clerk, head, taker, draft):
    hand_over(by=head, giver=clerk, taker=taker, on=ON)
    assert next(entry.changes.get("drafter") for entry in changes_of(draft)) == [str(clerk.pk), str(taker.pk)]


@pytest.mark.parametrize("language", ["en", "zh-hans"])
def test_the_list_is_in_chinese_whatever_the_interface_language(clerk, head, taker, draft, guadalajara, language):
    City.objects.filter(pk=guadalajara.pk).update(liaison=clerk)
    with translation.override(language):
        done = hand_over(by=head, giver=clerk, taker=taker, on=ON, note=" 钥匙两把 ").hand_over
    letter, city = (done.items.get(relation__startswith=f"{name}.") for name in ("correspondence", "crm.City"))
    assert (letter.text, letter.detail) == ("致西班牙 哈维尔·穆尼奥斯的感谢函", "2020-04-20 · 拟稿")
    assert (city.text, city.detail) == ("瓜达拉哈拉市", "西班牙")
    assert (done.note, done.day, done.recorded_by) == ("钥匙两把", ON, head)


def test_whoever_leaves_hands_over_himself(clerk, taker, draft):
    assert hand_over(by=clerk, giver=clerk, taker=taker, on=ON).hand_over.recorded_by == clerk


def refused(**facts) -> str:
    """Why a hand-over is refused; nothing is kept of it."""
    with pytest.raises(WrongState) as refusal:
        hand_over(on=ON, **facts)
    assert not HandOver.objects.exists()
    return str(refusal.value)


def test_a_clerk_hands_over_nothing_of_others(clerk, head, taker, draft):
    assert refused(by=taker, giver=clerk, taker=taker) == "Only a head hands over what somebody else holds."


def test_a_reader_hands_over_nothing(reader, taker):
    assert refused(by=reader, giver=reader, taker=taker) == "Only a head hands over what somebody else holds."


def test_nobody_takes_over_from_oneself(clerk, head, draft):
    assert refused(by=head, giver=clerk, taker=clerk) == "Name somebody else who takes it over."


@pytest.mark.parametrize("facts", [{"role": Role.READER}, {"is_active": False}])
def test_whoever_cannot_work_on_it_takes_nothing_over(clerk, head, draft, facts):
    words = "Li Na cannot take it over: the account may not sign in, or not write."
    assert refused(by=head, giver=clerk, taker=UserFactory(full_name="Li Na", **facts)) == words


def test_where_nothing_is_held_nothing_is_handed_over(head, taker):
    idle = UserFactory(full_name="Wang")
    assert refused(by=head, giver=idle, taker=taker) == "Wang holds nothing that could be handed over."


def test_the_account_stays_open_and_is_asked_to_be_closed_until_it_is(clerk, head, taker, draft):
    done = hand_over(by=head, giver=clerk, taker=taker, on=ON).hand_over
    clerk.refresh_from_db()
    assert clerk.is_active
    assert [*HandOver.objects.asking_to_close()] == [done]
    clerk.is_active = False
    save_account(by=head, account=clerk)
    assert [*HandOver.objects.asking_to_close()] == []
    clerk.is_active = True
    save_account(by=head, account=clerk)
    assert [*HandOver.objects.asking_to_close()] == []


def test_whoever_only_changes_duties_keeps_the_account(clerk, head, taker, draft):
    hand_over(by=head, giver=clerk, taker=taker, on=ON, asks_to_close=False)
    assert [*HandOver.objects.asking_to_close()] == []
