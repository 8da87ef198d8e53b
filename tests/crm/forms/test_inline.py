"""The lines of a record's part: what two people do to them at once, and how many there may be."""

from crm.forms.inline import InlineRows
from crm.models import City
from tests.pages import Filled, record_views


def test_a_line_that_another_removed_stays_removed(two, city):
    first, second, address, opened = two
    first.post(address, opened | {"names-0-DELETE": ["on"]})
    left = [(name.language, name.text) for name in city.names.order_by("pk")]
    page = second.post(address, opened | {"note": ["mine"]}, follow=True).content.decode()
    assert [(name.language, name.text) for name in city.names.order_by("pk")] == left
    assert City.objects.get(pk=city.pk).note == "mine"
    assert "and it stays: Names: a line removed" in page


def test_a_line_that_i_changed_and_another_removed_is_asked_about(two, city):
    first, second, address, opened = two
    first.post(address, opened | {"names-0-DELETE": ["on"]})
    page = second.post(address, opened | {"names-0-text": ["Ours"]})
    assert "Somebody else removed a line while you were changing it." in page.content.decode()
    assert city.names.filter(text="Ours").count() == 0
    assert second.post(address, Filled(page.content.decode()).data).status_code == 302
    assert city.names.filter(text="Ours").count() == 1


def test_a_line_that_another_changed_is_not_deleted_unseen(two, city):
    first, second, address, opened = two
    first.post(address, opened | {"names-0-text": ["Theirs"]})
    page = second.post(address, opened | {"names-0-DELETE": ["on"]})
    assert "Somebody else changed a line that you delete." in page.content.decode()
    again = Filled(page.content.decode()).data
    assert (again["names-0-text"], "names-0-DELETE" in again) == (["Theirs"], False)
    second.post(address, again | {"names-0-DELETE": ["on"]})
    assert city.names.filter(text="Theirs").count() == 0


def test_lines_that_two_add_both_stay(two, city):
    first, second, address, opened = two
    new = next(name for name in opened if name.endswith("-text") and opened[name] == [""])
    number = new.split("-")[1]
    for client, language in ((first, "de"), (second, "it")):
        client.post(address, opened | {f"names-{number}-language": [language], new: [f"name in {language}"]})
    assert sorted(city.names.filter(language__in=["de", "it"]).values_list("language", flat=True)) == ["de", "it"]


def test_every_part_has_lines_of_this_kind():
    parts = [rows for view in record_views() for rows in view.inline_classes]
    assert len(parts) > 15
    assert [rows.__qualname__ for rows in parts if not issubclass(rows, InlineRows) or rows.max_num > 200] == []


def test_two_lines_of_one_language_are_refused_by_the_names_of_the_boxes(two, city):
    client, _other, address, opened = two
    new = next(name for name in opened if name.endswith("-text") and opened[name] == [""])
    taken = city.names.order_by("pk").first().language
    page = client.post(
        address, opened | {f"names-{new.split('-')[1]}-language": [taken], new: ["again"]}
    ).content.decode()
    assert "Only one line may have the same: Language. Empty one, or remove it." in page
    assert "Another line has the same." in page
    assert city.names.filter(text="again").count() == 0
