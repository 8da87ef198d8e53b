"""Room for titles, uses of the seal, numbers as they were given, days of sending as precise as known."""

import django.core.validators
import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import crm.fields


class Migration(migrations.Migration):
    dependencies = [
        ("correspondence", "0011_kinds_are_rows"),
        ("crm", "0014_who_numbers_letters"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="SealUse",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("seal", models.CharField(max_length=120, verbose_name="seal")),
                ("allowed_by", models.CharField(max_length=80, verbose_name="allowed by")),
                (
                    "copies",
                    models.PositiveSmallIntegerField(
                        validators=[django.core.validators.MinValueValidator(1)], verbose_name="copies"
                    ),
                ),
                ("day", models.DateField(verbose_name="day")),
                ("recorded_at", models.DateTimeField(auto_now_add=True)),
            ],
            options={
                "verbose_name": "use of the seal",
                "verbose_name_plural": "uses of the seal",
                "ordering": ["day", "pk"],
            },
        ),
        migrations.AlterModelOptions(
            name="numberseries",
            options={"ordering": ["-year"], "verbose_name": "number series", "verbose_name_plural": "number series"},
        ),
        migrations.RemoveConstraint(model_name="letter", name="letter_issued_with_number_and_pdf"),
        migrations.RemoveConstraint(model_name="letter", name="letter_state_fits_direction"),
        migrations.AddField(
            model_name="letter",
            name="number",
            field=models.CharField(
                blank=True, help_text="As it was given: 衡外函〔2020〕12号.", max_length=80, verbose_name="number"
            ),
        ),
        migrations.AddField(
            model_name="letter",
            name="number_folded",
            field=models.CharField(blank=True, default="", editable=False, max_length=80),
        ),
        migrations.AddField(
            model_name="letter",
            name="title",
            field=models.CharField(
                blank=True,
                help_text="Left empty: its kind and to or from whom it is.",
                max_length=200,
                verbose_name="title",
            ),
        ),
        migrations.AlterField(
            model_name="dispatch", name="day", field=crm.fields.PartialDateField(max_length=10, verbose_name="day")
        ),
        migrations.AlterField(
            model_name="letter",
            name="state",
            field=models.CharField(
                choices=[
                    ("draft", "Draft"),
                    ("submitted", "Submitted"),
                    ("approved", "Approved"),
                    ("issued", "Issued"),
                    ("sent", "Sent"),
                    ("closed", "Closed"),
                    ("cancelled", "Cancelled"),
                    ("entered", "Entered afterwards"),
                    ("received", "Received"),
                    ("assigned", "Assigned"),
                    ("answered", "Answered"),
                    ("no_answer", "No answer needed"),
                ],
                default="draft",
                max_length=10,
                verbose_name="state",
            ),
        ),
        migrations.AlterField(
            model_name="numberseries",
            name="last",
            field=models.PositiveIntegerField(default=0, verbose_name="last number"),
        ),
        migrations.AlterField(
            model_name="numberseries", name="year", field=models.PositiveSmallIntegerField(verbose_name="year")
        ),
        migrations.AlterField(
            model_name="version",
            name="step",
            field=models.CharField(
                choices=[
                    ("draft", "Draft"),
                    ("submitted", "Submitted"),
                    ("approved", "Approved"),
                    ("issued", "Issued"),
                    ("sent", "Sent"),
                    ("closed", "Closed"),
                    ("cancelled", "Cancelled"),
                    ("entered", "Entered afterwards"),
                    ("received", "Received"),
                    ("assigned", "Assigned"),
                    ("answered", "Answered"),
                    ("no_answer", "No answer needed"),
                ],
                max_length=12,
                verbose_name="step",
            ),
        ),
        migrations.AddField(
            model_name="sealuse",
            name="letter",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE, related_name="seal_uses", to="correspondence.letter"
            ),
        ),
        migrations.AddField(
            model_name="sealuse",
            name="recorded_by",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
            ),
        ),
        migrations.AddConstraint(
            model_name="sealuse",
            constraint=models.CheckConstraint(condition=models.Q(("copies__gte", 1)), name="seal_used_on_a_copy"),
        ),
    ]
