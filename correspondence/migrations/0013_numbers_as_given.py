"""Numbers that were put together from the present prefix at each reading are written down."""

import unicodedata

from django.db import migrations

SIGNS = str.maketrans("〔〕[]{}【】〖〗號", "()()()()()号")


def fold(number):
    """As numbers were compared when this step was written."""
    folded = unicodedata.normalize("NFKC", number).translate(SIGNS).casefold()
    return "".join(c for c in folded if not (c.isspace() or unicodedata.category(c) == "Cf"))


def write_numbers(apps, schema_editor):
    """Writes each issued letter's number; of two that fold alike the later is not compared by."""
    Letter, taken = apps.get_model("correspondence", "Letter"), set()
    issued = Letter.objects.filter(number_serial__isnull=False).select_related("identity").order_by("pk")
    for letter in issued.iterator():
        letter.number = f"{letter.identity.number_prefix}〔{letter.number_year}〕{letter.number_serial}号"
        folded = fold(letter.number)
        letter.number_folded = "" if folded in taken else folded
        taken.add(folded)
        letter.save(update_fields=["number", "number_folded"])


class Migration(migrations.Migration):
    dependencies = [("correspondence", "0012_titles_seals_numbers")]

    operations = [migrations.RunPython(write_numbers, migrations.RunPython.noop)]
