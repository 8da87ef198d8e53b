"""How many days back or ahead a letter may be dated when it is issued, as the office sets."""

import django.core.validators
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("crm", "0017_signing_in")]

    operations = [
        migrations.AddField(
            model_name="office",
            name="issue_days_back",
            field=models.PositiveSmallIntegerField(
                default=60,
                help_text=(
                    "When it is issued; the slip then says so. A letter that went out long ago is entered as sent."
                ),
                validators=[django.core.validators.MaxValueValidator(366)],
                verbose_name="days a letter may be dated back",
            ),
        ),
        migrations.AddField(
            model_name="office",
            name="issue_days_ahead",
            field=models.PositiveSmallIntegerField(
                default=60,
                help_text="Congratulations, and kinds that are marked so under Letter texts; condolences never.",
                validators=[django.core.validators.MaxValueValidator(366)],
                verbose_name="days a letter may be dated ahead",
            ),
        ),
    ]
