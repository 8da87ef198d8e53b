"""Ranks: one closed list, whose usual precedence has one truth."""

from datetime import date

import pytest
from django.urls import reverse

from crm.models import Post, Rank, usual_precedence
from crm.models.post import HEAD_RANKS
from tests.factories import OrganizationFactory, PersonFactory, PostFactory

CLOSED = """mayor deputy_mayor governor deputy_governor county_head district_head town_head village_head prefect
    council_president minister ambassador consul_general consul charge_d_affaires rector bishop royal judge prosecutor
    committee_chair party_secretary director association_head official"""


def test_the_list_is_closed():
    assert Rank.values == CLOSED.split()


@pytest.mark.parametrize(
    ("rank", "place"),
    [
        *((rank, 1) for rank in ("mayor", "governor", "ambassador", "consul_general", "rector", "party_secretary")),
        *((rank, 2) for rank in ("council_president", "charge_d_affaires")),
        *((rank, 3) for rank in ("deputy_mayor", "deputy_governor", "consul")),
        *(("director", 5), ("official", 10)),
    ],
)
def test_a_post_ranks_as_usual_unless_somebody_says_otherwise(db, rank, place):
    assert (usual_precedence(rank), PostFactory(rank=rank).precedence) == (place, place)
    assert PostFactory(rank=rank, precedence=7).precedence == 7


def test_the_form_leaves_precedence_to_the_rank(client_of, clerk):
    person, organization = PersonFactory(), OrganizationFactory()
    parts = {f"titles-{name}_FORMS": 0 for name in ("TOTAL", "INITIAL")}
    typed = {"organization": organization.pk, "rank": "deputy_mayor", "precedence": "", **parts}
    client_of(clerk).post(reverse("post-add", args=[person.pk]), typed)
    assert Post.objects.get().precedence == 3


def test_the_ambassador_heads_a_mission_before_its_consul(db):
    organization = OrganizationFactory(kind="embassy", country_id="ES")
    consul = PostFactory(organization=organization, rank=Rank.CONSUL)
    assert organization.posts.head_on(date(2020, 4, 20)) == consul
    ambassador = PostFactory(organization=organization, rank=Rank.AMBASSADOR)
    PostFactory(organization=organization, rank=Rank.CHARGE_D_AFFAIRES)
    assert organization.posts.head_on(date(2020, 4, 20)) == ambassador


def test_nobody_heads_by_deputising():
    assert {Rank.DEPUTY_MAYOR, Rank.DEPUTY_GOVERNOR, Rank.DIRECTOR, Rank.OFFICIAL, Rank.ROYAL} & set(
        HEAD_RANKS
    ) == set()
