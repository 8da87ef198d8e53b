"""The page of a city."""

from django.urls import reverse

CITY = reverse("city", args=["guadalajara-es"])


def test_a_name_that_languages_share_stands_once(demo, client_of, clerk):
    names = client_of(clerk).get(CITY).context["names"]
    assert [name.text for name in names] == ["瓜达拉哈拉市", "Guadalajara"]
