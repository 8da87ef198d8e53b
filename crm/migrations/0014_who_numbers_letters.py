"""Who gives the numbers of an identity's letters: counted here, given elsewhere, or none."""

import django.core.validators
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("crm", "0013_hand_overs")]

    operations = [
        migrations.AddField(
            model_name="issuingidentity",
            name="numbering",
            field=models.CharField(
                choices=[
                    ("ours", "Counted here"),
                    ("given", "Given elsewhere, typed when the letter is issued"),
                    ("none", "Letters bear no number"),
                ],
                default="ours",
                max_length=5,
                verbose_name="numbering",
            ),
        ),
        migrations.AlterField(
            model_name="issuingidentity",
            name="number_prefix",
            field=models.CharField(
                blank=True,
                help_text="The word before the year: 衡外函 in 衡外函〔2020〕12号.",
                max_length=20,
                null=True,
                unique=True,
                validators=[django.core.validators.RegexValidator("^[^〔〕\\s]+$", "No spaces or brackets.")],
                verbose_name="number series",
            ),
        ),
        migrations.AddConstraint(
            model_name="issuingidentity",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("numbering", "ours"), _negated=True), ("number_prefix__isnull", False), _connector="OR"
                ),
                name="identity_counts_by_its_prefix",
            ),
        ),
    ]
