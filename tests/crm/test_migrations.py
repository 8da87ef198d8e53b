"""Migrations that move data, there and back, on rows as an office has them."""

import json

import pytest

from tests.installation import Installation

pytestmark = pytest.mark.slow

BEFORE, AFTER = "0007_record_keys", "0009_word_forms"
# Run by manage.py shell: the models as they are at a migration.
MODELS = """
import json
from django.db import connection
from django.db.migrations.loader import MigrationLoader
model = MigrationLoader(connection).project_state(("crm", "{at}")).apps.get_model
"""
WORDS = """
kind = model("crm", "ItemKind").objects.create(code="shield")
words = model("crm", "ItemWord").objects
words.create(kind=kind, language="uk", bulk="щитків", bare="щитки", one="щиток", few="щитки", many="щитків")
words.create(kind=kind, language="es", bulk="pantallas", one="pantalla", other="pantallas", gender="f")
"""
POSTS = """
mission = model("crm", "Organization").objects.create(slug="mission", kind="embassy", country_id="ES")
mission.names.create(language="es", text="Consulado General de España")
for language, title in {titles}:
    holder = model("crm", "Person").objects.create(note=title)
    post = mission.posts.create(person=holder, rank="ambassador", precedence=1)
    if title:
        post.titles.create(language=language, text=title)
"""
RANKS = {
    ("en", "Consul General in Guangzhou"): "consul_general",
    ("ja", "総領事"): "consul_general",
    ("uk", "Почесний консул України"): "consul",
    ("es", "Embajadora"): "ambassador",
    ("en", "Chargé d'affaires a.i."): "ambassador",
    ("", ""): "consul_general",
}


@pytest.fixture
def office(tmp_path):
    """An installation whose tables are as they were before."""
    office = Installation(tmp_path / "var")
    office.folder.mkdir()
    move(office, BEFORE)
    return office


def ask(office, at: str, code: str) -> list:
    """What a piece of code prints of the models as they are at a migration."""
    printed = office.must("shell", "--no-imports", "--command", MODELS.format(at=at) + code)
    return json.loads(printed or "[]")


def move(office, to: str):
    """Brings the tables to a migration."""
    office.must("migrate", "--verbosity=0", "crm", to)


def test_a_words_forms_move_from_columns_and_back(office):
    rows = 'print(json.dumps(list(model("crm", "ItemWord").objects.order_by("language").values())))'
    ask(office, BEFORE, WORDS)
    columns = ask(office, BEFORE, rows)
    move(office, AFTER)
    assert [(row["language"], row["bulk"], row["forms"]) for row in ask(office, AFTER, rows)] == [
        ("es", "pantallas", {"one": "pantalla", "other": "pantallas", "gender": "f"}),
        ("uk", "щитків", {"bare": "щитки", "one": "щиток", "few": "щитки", "many": "щитків"}),
    ]
    move(office, BEFORE)
    assert ask(office, BEFORE, rows) == columns


def test_consuls_get_ranks_of_their_own_and_lose_them_again(office):
    rows = 'print(json.dumps(list(model("crm", "Post").objects.order_by("pk").values_list("person__note", "rank"))))'
    ask(office, BEFORE, POSTS.format(titles=list(RANKS)))
    move(office, AFTER)
    assert ask(office, AFTER, rows) == [[title, rank] for (_language, title), rank in RANKS.items()]
    move(office, BEFORE)
    assert ask(office, BEFORE, rows) == [[title, "ambassador"] for _language, title in RANKS]


def test_addresses_on_record_stay_as_typed_and_countries_get_official_names(office):
    before, after = "0018_issue_days", "0020_official_country_names"
    move(office, before)
    make = """
hall = model("crm", "Organization").objects.create(slug="hall", kind="company", country_id="JP")
for town in ("栗東市", "Ritto"):
    hall.addresses.create(country_id="JP", town=town, record_key=__import__("uuid").uuid4())
model("crm", "Country").objects.filter(pk="KR").update(name_en="Korea (ROK)")
"""
    ask(office, before, make)
    move(office, after)
    rows = """
addresses = model("crm", "PostalAddress").objects.order_by("pk").values_list("town", "writing", "sorting_code")
names = model("crm", "Country").objects.filter(pk__in=["ES", "KR", "VN"]).order_by("pk")
print(json.dumps([list(addresses), list(names.values_list("name_en", "official_name"))]))
"""
    assert ask(office, after, rows) == [
        [["栗東市", "", ""], ["Ritto", "", ""]],
        [["Spain", ""], ["Korea (ROK)", "Republic of Korea"], ["Vietnam", "Viet Nam"]],
    ]
    move(office, before)


DECOMPOSED = """
person = model("crm", "Person").objects.create(search_text="old")
person.names.create(form="own", language="ko", family="\\u1100\\u1175\\u11b7", given="영희", family_first=True)
person.names.create(form="latin", family="Kim", given="Young-hee", family_first=False)
"""
NAMES = """
from crm.models import Person
person = Person.objects.get()
found = [Person.objects.search(asked).count() for asked in ("김영희", "영희 김", "Young-hee Kim", "old")]
print(json.dumps([*person.names.order_by("pk").values_list("family", "family_first"), found]))
"""


def test_names_are_composed_their_orders_stay_and_the_migration_folds_them_anew(tmp_path):
    office = Installation(tmp_path / "var")
    office.folder.mkdir()
    move(office, "0018_issue_days")
    ask(office, "0018_issue_days", DECOMPOSED)
    office.must("migrate")
    own, latin, found = ask(office, "0023_names_in_order", NAMES)
    assert (own, latin) == (["김", True], ["Kim", False])
    assert found == [1, 1, 1, 0]


GLOVES = """
kinds = {code: model("crm", "ItemKind").objects.create(code=code) for code in ("gloves", "mask", "goggles")}
words = model("crm", "ItemWord").objects
gloves = {"one": "pair of gloves", "other": "pairs of gloves"}
words.create(kind=kinds["gloves"], language="en", bulk="gloves", forms=gloves)
words.create(kind=kinds["gloves"], language="ja", bulk="手ぶくろ", forms={"measure": "双"})
words.create(kind=kinds["mask"], language="nb", bulk="munnbind", forms={"one": "munnbind", "other": "munnbind"})
words.create(kind=kinds["goggles"], language="nb", bulk="våre briller", forms={"one": "par", "other": "par"})
gift = model("crm", "Gift").objects.create(direction="received", state="received", day="2020")
for kind in kinds.values():
    gift.lines.create(item=kind, quantity=2, unit="piece")
"""
UNITS = 'print(json.dumps(dict(model("crm", "GiftLine").objects.values_list("item__code", "unit"))))'
FORMS = 'print(json.dumps(list(model("crm", "ItemWord").objects.order_by("pk").values_list("bulk", "forms"))))'


def test_gloves_become_pairs_and_shipped_words_gain_forms_while_own_words_stay(tmp_path):
    office = Installation(tmp_path / "var")
    office.folder.mkdir()
    move(office, "0026_words_true_for_any_office")
    ask(office, "0026_words_true_for_any_office", GLOVES)
    latest = "0029_words_gain_forms"
    move(office, latest)
    assert ask(office, latest, UNITS) == {"gloves": "pair", "mask": "piece", "goggles": "piece"}
    assert ask(office, latest, FORMS) == [
        ["手ぶくろ", {"measure": "双"}],
        ["munnbind", {"one": "munnbind", "other": "munnbind", "gender": "n"}],
        ["våre briller", {"one": "par", "other": "par"}],
    ]
