from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("crm", "0030_people_of_ours_abroad")]

    operations = [
        migrations.AddIndex(model_name="gift", index=models.Index(fields=["-day", "-id"], name="gift_latest_first")),
        migrations.AddIndex(
            model_name="ledgerentry", index=models.Index(fields=["-day", "-id"], name="ledger_latest_first")
        ),
    ]
