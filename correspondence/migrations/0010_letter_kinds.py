"""What letters are for becomes a table; the five shipped kinds are its first rows."""

from django.db import migrations, models

SHIPPED = (
    ("notification", "通报函", "Notification"),
    ("condolence", "慰问函", "Condolence"),
    ("thanks", "感谢函", "Thanks"),
    ("reciprocal_support", "回馈支援函", "Reciprocal support"),
    ("congratulation", "祝贺函", "Congratulation"),
)


def load_kinds(apps, schema_editor):
    """Adds the shipped kinds under the codes that letters bear already."""
    LetterKind = apps.get_model("correspondence", "LetterKind")
    for order, (code, name_zh, name_en) in enumerate(SHIPPED, 1):
        LetterKind.objects.get_or_create(code=code, defaults={"name_zh": name_zh, "name_en": name_en, "order": order})


class Migration(migrations.Migration):
    dependencies = [("correspondence", "0009_languages")]

    operations = [
        migrations.CreateModel(
            name="LetterKind",
            fields=[
                (
                    "code",
                    models.SlugField(
                        editable=False, max_length=40, primary_key=True, serialize=False, verbose_name="code"
                    ),
                ),
                ("name_zh", models.CharField(max_length=60, verbose_name="Chinese name")),
                ("name_en", models.CharField(max_length=60, verbose_name="English name")),
                ("order", models.PositiveSmallIntegerField(default=0, verbose_name="order")),
                (
                    "archived",
                    models.BooleanField(
                        default=False,
                        help_text="No new letter is written of it; those there are stay.",
                        verbose_name="archived",
                    ),
                ),
            ],
            options={
                "verbose_name": "kind of letter",
                "verbose_name_plural": "kinds of letters",
                "ordering": ["order", "code"],
            },
        ),
        migrations.RunPython(load_kinds, migrations.RunPython.noop),
    ]
