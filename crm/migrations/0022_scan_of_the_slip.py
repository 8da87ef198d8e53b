from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("crm", "0021_security_log")]

    operations = [
        migrations.AddField(
            model_name="office",
            name="scan_required",
            field=models.BooleanField(
                default=True,
                help_text="Unticked, a letter may be issued without it, and then says so for good.",
                verbose_name="an approval on paper needs the scan of the signed slip",
            ),
        )
    ]
