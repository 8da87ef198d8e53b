"""Three shipped kinds get the Chinese names that offices use; a name that an office has given stays."""

from django.db import migrations

NAMES = (
    ("notification", "通报函", "情况通报函"),
    ("reciprocal_support", "回馈支援函", "捐赠函（回赠）"),
    ("congratulation", "祝贺函", "贺函"),
)


def name_kinds(apps, schema_editor):
    """Rename each that still bears the name it was shipped with."""
    LetterKind = apps.get_model("correspondence", "LetterKind")
    for code, was, now in NAMES:
        LetterKind.objects.filter(code=code, name_zh=was).update(name_zh=now)


class Migration(migrations.Migration):
    dependencies = [("correspondence", "0019_letters_latest_of_each")]

    operations = [migrations.RunPython(name_kinds, migrations.RunPython.noop)]
