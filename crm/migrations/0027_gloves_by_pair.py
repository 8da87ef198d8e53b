"""Gloves may be counted by the pair or one by one, mixed supplies one by one; the words shipped before said it all."""

from django.db import migrations

# The shipped words that said "pair of gloves" and "set of supplies" for one of them; the loader brings the new ones.
SHIPPED = {
    "gloves": {
        "en": {"bulk": "gloves", "one": "pair of gloves", "other": "pairs of gloves"},
        "es": {"bulk": "guantes", "one": "par de guantes", "other": "pares de guantes", "gender": "m"},
        "fil": {"bulk": "guwantes", "bare": "mga guwantes", "measure": "pares"},
        "ja": {"bulk": "手袋", "measure": "双"},
        "ko": {"bulk": "장갑", "measure": "켤레"},
        "nb": {"bulk": "hansker", "one": "par hansker", "other": "par hansker"},
        "ro": {"bulk": "mănuși", "one": "pereche de mănuși", "other": "perechi de mănuși"},
        "uk": {
            "bulk": "рукавичок",
            "bare": "рукавички",
            "one": "пару рукавичок",
            "few": "пари рукавичок",
            "many": "пар рукавичок",
            "other": "пари рукавичок",
        },
        "zh-hans": {"bulk": "手套", "measure": "双"},
    },
    "protective_supplies": {
        "en": {
            "bulk": "protective supplies",
            "one": "set of protective supplies",
            "other": "sets of protective supplies",
        },
        "es": {
            "bulk": "material de protección",
            "one": "lote de material de protección",
            "other": "lotes de material de protección",
            "gender": "m",
        },
        "fil": {"bulk": "kagamitang pamproteksiyon", "bare": "mga kagamitang pamproteksiyon", "measure": "set"},
        "ja": {"bulk": "防護用品", "measure": "組"},
        "ko": {"bulk": "방역 물품", "measure": "세트"},
        "nb": {"bulk": "verneutstyr", "one": "sett verneutstyr", "other": "sett verneutstyr"},
        "ro": {
            "bulk": "materiale de protecție",
            "one": "set de materiale de protecție",
            "other": "seturi de materiale de protecție",
        },
        "uk": {
            "bulk": "засобів захисту",
            "bare": "засоби захисту",
            "one": "комплект засобів захисту",
            "few": "комплекти засобів захисту",
            "many": "комплектів засобів захисту",
            "other": "комплекту засобів захисту",
        },
        "zh-hans": {"bulk": "防疫物资", "measure": "批"},
    },
}


def count_gloves_by_pair(apps, schema_editor):
    """Gloves on record were pairs, as their words said on every page and letter."""
    lines = apps.get_model("crm", "GiftLine").objects.filter(item__code="gloves", unit="piece")
    lines.update(unit="pair")
    apps.get_model("crm", "Disposal").objects.filter(line__item__code="gloves", unit="piece").update(unit="pair")


def drop_shipped_words(apps, schema_editor):
    """Words that nobody edited or read are loaded anew."""
    words = apps.get_model("crm", "ItemWord").objects.filter(kind__code__in=SHIPPED, reviewed_by="")
    for word in words.select_related("kind"):
        shipped = dict(SHIPPED[word.kind.code].get(word.language, {}))
        if {"bulk": word.bulk, **word.forms} == shipped:
            word.delete()


class Migration(migrations.Migration):
    dependencies = [("crm", "0026_words_true_for_any_office")]

    operations = [
        migrations.RunPython(count_gloves_by_pair, migrations.RunPython.noop),
        migrations.RunPython(drop_shipped_words, migrations.RunPython.noop),
    ]
