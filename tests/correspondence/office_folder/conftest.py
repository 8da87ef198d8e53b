"""A small folder that tests change: ``load(people="…")`` writes that file over the usual one and loads them all."""

from datetime import date

import pytest

from correspondence.office_folder import Mistake, OfficeFolder, load_folder
from crm.models import ItemKind

ON = date(2026, 3, 16)
USUAL = {
    "office": 'name = "无锡市外办"\ncity = "wuxi-cn"\n',
    "cities": """
[wuxi-cn]
names = { zh-hans = "无锡市", en = "Wuxi" }
[bodo-no]
names = { zh-hans = "博德市", en = "Bodø", nb = "Bodø" }
[akashi-jp]
names = { zh-hans = "明石市", en = "Akashi", ja = "明石市" }
""",
    "organizations": """
[wuxi-government-cn]
kind = "city_government"
city = "wuxi-cn"
names = { zh-hans = "无锡市人民政府" }
[bodo-kommune-no]
kind = "city_government"
city = "bodo-no"
names = { nb = "Bodø kommune" }
[saltfjord-no]
kind = "company"
city = "bodo-no"
names = { nb = "Saltfjord Sjømat AS" }
[rode-kors-no]
names = { nb = "Norges Røde Kors" }
""",
    "people": """
[[person]]
key = "mayor"
organization = "bodo-kommune-no"
rank = "mayor"
names = { own = ["nb", "Solbakken", "Ingrid", false] }
[[person]]
key = "citizen"
country = "NO"
names = { own = ["nb", "Brekke", "Olav", false] }
""",
}


@pytest.fixture
def few_things(db, monkeypatch):
    """A few kinds of things in place of all shipped words and texts, which take a second to load each time."""
    monkeypatch.setattr("correspondence.office_folder.loading.call_command", lambda *_command, **_options: None)
    for code in ("book", "gloves", "mask"):
        ItemKind.objects.create(code=code).words.create(language="en", bulk=code)
    ItemKind.objects.create(code="money", is_money=True)


@pytest.fixture
def load(few_things, tmp_path):
    """Writes a folder, of the usual files and those given, and loads it; None leaves a file out."""

    def load(on=ON, **files):
        for name, text in (USUAL | files).items():
            path = tmp_path / f"{name}.toml"
            path.unlink(missing_ok=True)
            if text is not None:
                path.write_text(text, encoding="utf-8")
        return load_folder(OfficeFolder(tmp_path, on))

    return load


@pytest.fixture
def refused(load):
    """Loads what is wrong, and returns the sentence that says so."""

    def refused(**files) -> str:
        with pytest.raises(Mistake) as mistake:
            load(**files)
        return str(mistake.value)

    return refused
