"""An office that begins with nothing: its first account, two partners, what they gave, and a letter to each."""

import pytest
from django.core.management import call_command
from django.urls import reverse

from correspondence.models import Letter
from crm.models import City, Gift, Person
from crm.welcome import make_key
from tests.browser.windows import Window

PASSWORD = "taihu-2026-lake"
HEAD = {
    "username": "zhao",
    "full_name": "赵敏",
    "password1": PASSWORD,
    "password2": PASSWORD,
    "office_name": "无锡市人民政府外事办公室",
    "number_prefix": "锡外函",
}
JAPAN = {
    "city": {"country": "JP", "names-0-language": "zh-hans", "names-0-text": "明石市"},
    "name": {"names-1-language": "ja", "names-1-text": "明石市"},
    "person": {"names-0-form": "own", "names-0-family": "丸谷", "names-0-given": "聡子", "gender": "f"},
    "typed": {"Name of “Wuxi” in Japanese": "無錫市"},
    "ticked": ["明石市役所", "丸谷聪子", "無錫市人民政府"],
    "addressee": "明石市長　丸谷　聡子　様",
    "said": "無錫市人民政府として、また無錫市民を代表し、貴職をはじめ貴市民の皆様に厚く御礼申し上げます。",
    "chinese": "我们收到了日本国明石市捐赠的口罩3000只。",
}
CHILE = {
    "city": {"country": "CL", "names-0-language": "zh-hans", "names-0-text": "瓦尔迪维亚市"},
    "name": {"names-1-language": "es", "names-1-text": "Valdivia"},
    "person": {"names-0-form": "own", "names-0-family": "Amtmann", "names-0-given": "Carla", "gender": "f"},
    "typed": {
        "Name of Carla Amtmann in Chinese: family name": "阿姆特曼",
        "Name of Carla Amtmann in Chinese: given name": "卡拉",
    },
    "ticked": ["Municipalidad de Valdivia", "Wuxi", "Gobierno Popular Municipal de Wuxi"],
    "addressee": "Sra. Carla Amtmann\nAlcaldesa de Valdivia\nMunicipalidad de Valdivia",
    "said": "En nombre del Gobierno Popular Municipal de Wuxi y de los habitantes de Wuxi, le expresamos",
    "chinese": "我们收到了智利共和国瓦尔迪维亚市捐赠的口罩3000只。",
}


@pytest.fixture
def window(transactional_db, live_server, chromium):
    """The first window on an empty house."""
    call_command("load_letter_templates", verbosity=0)
    window = Window(chromium, live_server.url, "en", 1280)
    yield window
    assert window.faults == []
    window.context.close()


def test_an_office_that_begins_with_nothing_thanks_two_partners_in_their_languages(window):
    window.page.goto(window.site + reverse("welcome", args=[make_key()]))
    window.fill(**HEAD)
    look_our_city_up(window)
    window.press("Open the office")
    for partner in (JAPAN, CHILE):
        put_on_record(window, partner)
        thank(window, partner)
    assert (City.objects.count(), Person.objects.count(), Gift.objects.count()) == (3, 2, 2)


def look_our_city_up(window):
    """Looks Wuxi up in the form that has all else already; the passwords stay as they were typed."""
    window.page.get_by_label("Name of the place").fill("无锡")
    window.press("Look up")
    window.page.get_by_label("Wuxi 无锡市 · Jiangsu").check()
    window.press("Fill in the form from it")
    window.page.get_by_text("Filled in from: Wuxi").wait_for()
    assert window.violations() == []
    boxes = ("password1", "password2", "city_zh", "city_latin")
    assert [window.page.input_value(f"[name={box}]") for box in boxes] == [PASSWORD, PASSWORD, "无锡市", "Wuxi"]


def put_on_record(window, partner):
    """Adds the city, its mayor and what it gave, each from the page before."""
    window.page.goto(f"{window.site}/cities/add/")
    window.fill(**partner["city"])
    window.press("Add a line")
    window.fill(**partner["name"])
    window.press("Save")
    city = window.page.url
    window.page.get_by_role("link", name="Add a person").click()
    window.fill(**partner["person"], **{"posts-0-rank": "mayor"})  # of the government that the city came with
    window.press("Save")
    window.page.goto(city)
    window.page.get_by_role("link", name="Record a gift").click()
    gift = {"direction": "received", "day": "2026-11-20", "lines-0-item": "masks", "lines-0-quantity": "3000"}
    window.fill(**gift)
    window.press("Save")


def thank(window, partner):
    """Writes thanks for what is on record, with the words that the letter lacks."""
    window.page.get_by_role("link", name="Write thanks").click()
    for label, text in partner["typed"].items():
        window.page.get_by_label(label).fill(text)
    for proposal in partner["ticked"]:
        tick(window, proposal)
    window.press("Draft the letter")
    letter = Letter.objects.outgoing().latest("pk")
    foreign = "\n".join(paragraph.body for paragraph in letter.foreign_text.paragraphs.all())
    assert partner["chinese"] in "\n".join(paragraph.body for paragraph in letter.chinese_text.paragraphs.all())
    assert partner["said"] in foreign
    assert letter.foreign_text.addressee == partner["addressee"]
    assert window.violations() == []


def tick(window, proposal):
    """Ticks a proposal; one that hangs on a word just typed stands on the page that asks again."""
    box = window.page.get_by_label(f"“{proposal}” is right", exact=True)
    if not box.count():
        window.press("Draft the letter")
    box.check()
