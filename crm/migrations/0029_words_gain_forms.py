"""Languages that write small numbers as words, or count pairs and sets, ask for forms that older words have not."""

from django.db import migrations

# By language and kind of item: the shipped word in bulk, and the forms that it gained.
GAINED = {
    "ja": {"protective_suit": ("防護服", {"set": "着"}), "goggles": ("ゴーグル", {"pair": "個"})},
    "ko": {"protective_suit": ("방호복", {"set": "벌"}), "goggles": ("고글", {"pair": "개"})},
    "nb": {
        "mask": ("munnbind", {"gender": "n"}),
        "protective_suit": ("vernedrakter", {"gender": "f"}),
        "goggles": ("vernebriller", {"gender": "f"}),
        "thermometer": ("termometre", {"gender": "n"}),
        "ventilator": ("respiratorer", {"gender": "m"}),
        "disinfectant": ("desinfeksjonsmiddel", {"gender": "f"}),
        "book": ("bøker", {"gender": "f"}),
    },
    "ro": {
        "mask": ("măști", {"gender": "f"}),
        "protective_suit": ("combinezoane de protecție", {"gender": "n"}),
        "goggles": ("ochelari de protecție", {"gender": "f"}),
        "thermometer": ("termometre", {"gender": "n"}),
        "ventilator": ("ventilatoare mecanice", {"gender": "n"}),
        "disinfectant": ("dezinfectant", {"gender": "n"}),
        "book": ("cărți", {"gender": "f"}),
    },
    "uk": {
        "mask": ("масок", {"gender": "f"}),
        "protective_suit": ("захисних костюмів", {"gender": "m"}),
        "goggles": ("захисних окулярів", {"gender": "f"}),
        "thermometer": ("термометрів", {"gender": "m"}),
        "ventilator": ("апаратів ШВЛ", {"gender": "m"}),
        "disinfectant": ("дезінфекційних засобів", {"gender": "m"}),
        "book": ("книг", {"gender": "f"}),
    },
    "zh-hans": {"goggles": ("护目镜", {"pair": "副"})},
}
# Norwegian goggles are counted one by one or by the pair, like gloves.
GOGGLES = {"one": "par vernebriller", "other": "par vernebriller"}
ONE_BY_ONE = {"one": "vernebrille", "other": "vernebriller"}


def add_forms(apps, schema_editor):
    """Adds a form to a word that is still the shipped one and does not have it; what an office wrote stays."""
    words = apps.get_model("crm", "ItemWord").objects.filter(language__in=GAINED)
    for word in words.select_related("kind"):
        bulk, gained = GAINED[word.language].get(word.kind.code, ("", {}))
        if word.bulk != bulk:
            continue
        forms = {**gained, **word.forms}
        if word.language == "nb" and word.kind.code == "goggles" and GOGGLES.items() <= forms.items():
            forms |= ONE_BY_ONE
        if forms != word.forms:
            word.forms = forms
            word.save(update_fields=["forms"])


class Migration(migrations.Migration):
    dependencies = [("crm", "0028_official_names_in_chinese")]

    operations = [migrations.RunPython(add_forms, migrations.RunPython.noop)]
