from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("crm", "0030_people_of_ours_abroad")]

    operations = [
        migrations.RemoveIndex(model_name="ledgerentry", name="crm_ledgere_directi_ca48d9_idx"),
        migrations.AddIndex(model_name="gift", index=models.Index(fields=["-day", "-id"], name="gift_latest_first")),
        migrations.AddIndex(
            model_name="ledgerentry", index=models.Index(fields=["-day", "-id"], name="ledger_latest_first")
        ),
    ]
