"""The tables of what moves are complete: each relation to a user, or to what may be merged, stands in one of them."""

import pytest
from django.apps import apps

import correspondence.moves
import crm.moves
from correspondence.actions.staff import HOLDINGS
from correspondence.paper.hand_over import TITLES
from crm.models import City, Organization, Person, User
from crm.models.append_only import AppendOnly
from crm.moves import Move

TABLES = {
    "MERGE": ({City, Organization, Person}, {Move.MOVES, Move.KEEPS, Move.JOINS}),
    "HAND_OVER": ({User}, {Move.MOVES, Move.KEEPS, Move.MOVES_OPEN}),
}


def relations_to(targets) -> set[str]:
    """All relations of all models to some models, as "app.Model.field"."""
    return {
        f"{model._meta.label}.{field.name}"
        for model in apps.get_models()
        for field in [*model._meta.concrete_fields, *model._meta.many_to_many]
        if field.related_model in targets
    }


@pytest.mark.parametrize("name", TABLES)
def test_every_relation_is_listed_and_nothing_else(name):
    targets, _words = TABLES[name]
    assert {**getattr(crm.moves, name), **getattr(correspondence.moves, name)}.keys() == relations_to(targets)


@pytest.mark.parametrize("name", TABLES)
def test_each_floor_lists_its_own(name):
    theirs = {label.partition(".")[0] for label in getattr(crm.moves, name)}
    assert theirs - {"auditlog"} == {"crm"}
    assert {label.partition(".")[0] for label in getattr(correspondence.moves, name)} == {"correspondence"}


@pytest.mark.parametrize("name", TABLES)
def test_a_table_says_only_what_it_can_mean(name):
    _targets, words = TABLES[name]
    assert {*getattr(crm.moves, name).values(), *getattr(correspondence.moves, name).values()} == words


def test_hand_over_moves_what_the_table_says():
    table = {**correspondence.moves.HAND_OVER, **crm.moves.HAND_OVER}
    moves = {relation: word for relation, word in table.items() if word != Move.KEEPS}
    held = {holding.relation: Move.MOVES_OPEN if holding.while_open else Move.MOVES for holding in HOLDINGS}
    assert held == moves


def test_the_list_names_what_hand_over_moves_in_its_order():
    assert [*TITLES] == [holding.relation for holding in HOLDINGS]


def test_what_is_written_once_never_moves():
    """The database would refuse it; a merged record is an alias through which its rows are found."""
    moving = {
        label: move
        for name in TABLES
        for label, move in {**getattr(crm.moves, name), **getattr(correspondence.moves, name)}.items()
        if issubclass(apps.get_model(label.rpartition(".")[0]), AppendOnly) and move != Move.KEEPS
    }
    assert moving == {}


def test_a_merge_joins_where_a_constraint_may_refuse_a_second_row():
    unique = {
        f"{model._meta.label}.{name}"
        for model in apps.get_models()
        for constraint in model._meta.constraints
        for name in getattr(constraint, "fields", ())
        if model._meta.get_field(name).related_model in TABLES["MERGE"][0]
    }
    table = {**crm.moves.MERGE, **correspondence.moves.MERGE}
    assert {label for label in unique if table[label] != Move.JOINS} == {"crm.Organization.city"}  # of one kind only
