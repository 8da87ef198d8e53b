from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("crm", "0015_form_tokens")]

    operations = [
        migrations.AddField(
            model_name="gift",
            name="state_before_correction",
            field=models.CharField(
                blank=True,
                choices=[
                    ("planned", "Planned"),
                    ("announced", "Announced"),
                    ("sent", "Under way"),
                    ("received", "Received"),
                    ("corrected", "Corrected by a later entry"),
                ],
                editable=False,
                max_length=10,
                verbose_name="state before it was corrected",
            ),
        )
    ]
