from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("correspondence", "0017_kinds_of_other_letters"),
        ("crm", "0031_lists_latest_first"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AddIndex(model_name="letter", index=models.Index(fields=["-day", "-id"], name="letter_latest_first"))
    ]
