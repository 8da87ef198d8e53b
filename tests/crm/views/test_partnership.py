"""Our partnership with a city: made, changed, refused."""

import pytest
from django.urls import reverse

from crm.models import Office, Partnership, StepKind
from tests.factories import CityFactory, OfficeFactory, PartnershipFactory

pytestmark = pytest.mark.django_db


def typed(*steps, first=0, **fields):
    """What the browser sends: the partnership's fields and its steps."""
    data = {"kind": "sister", "confirmed": "on", "steps-TOTAL_FORMS": len(steps), "steps-INITIAL_FORMS": first}
    for number, step in enumerate(steps):
        data |= {f"steps-{number}-{name}": value for name, value in step.items()}
    return data | fields


@pytest.fixture
def city():
    """A partner city, beside our office."""
    OfficeFactory()
    return CityFactory(slug="ritto-jp", country_id="JP", names={"en": "Ritto"})


def test_first_save_makes_the_partnership_with_our_city_and_its_steps(client_of, clerk, city):
    url = reverse("partnership-edit", args=["ritto-jp"])
    data = typed({"kind": "signed", "day": "1992-08-15", "place": "Hengyang"}, {"kind": "filed", "day": ""})
    response = client_of(clerk).post(url, data)
    assert (response.status_code, response.url) == (302, "/cities/ritto-jp/")
    partnership = Partnership.objects.get()
    assert (partnership.city, partnership.partner, partnership.kind) == (Office.get().city, city, "sister")
    assert [(step.kind, str(step.day or "")) for step in partnership.steps.all()] == [
        ("filed", ""),
        ("signed", "1992-08-15"),
    ]


def test_second_save_changes_the_same_partnership(client_of, clerk, city):
    partnership = PartnershipFactory(partner=city, steps=[(StepKind.INTENT, "2019")])
    page = client_of(clerk).get(reverse("partnership-edit", args=["ritto-jp"])).content.decode()
    assert "<h1>Our partnership with Ritto</h1>" in page
    assert 'value="2019"' in page
    step = partnership.steps.get()
    data = typed({"id": step.pk, "kind": "signed", "day": "2019-10"}, first=1, kind="friendly")
    client_of(clerk).post(reverse("partnership-edit", args=["ritto-jp"]), data)
    partnership.refresh_from_db()
    assert (Partnership.objects.count(), partnership.kind, str(partnership.steps.get().day)) == (
        1,
        "friendly",
        "2019-10",
    )


def test_an_unconfirmed_partnership_without_source_is_refused_and_nothing_typed_is_lost(client_of, clerk, city):
    data = typed({"kind": "contact", "day": "2018"}, confirmed="", note="Heard at a fair")
    page = client_of(clerk).post(reverse("partnership-edit", args=["ritto-jp"]), data).content.decode()
    assert Partnership.objects.count() == 0
    assert "Heard at a fair" in page
    assert 'value="2018"' in page
    assert 'id="error_1_id_source"' in page


def test_our_own_city_has_no_partnership_with_itself(client_of, clerk, city):
    response = client_of(clerk).get(reverse("partnership-edit", args=["hengyang-cn"]))
    assert (response.status_code, response.url) == (302, "/cities/hengyang-cn/")


def test_without_an_office_the_page_leads_to_it(client_of, clerk):
    CityFactory(slug="ritto-jp")
    response = client_of(clerk).get(reverse("partnership-edit", args=["ritto-jp"]))
    assert (response.status_code, response.url) == (302, "/office/")


def test_a_reader_is_refused(client_of, reader, city):
    assert client_of(reader).get(reverse("partnership-edit", args=["ritto-jp"])).status_code == 403
