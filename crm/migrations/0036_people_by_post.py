from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("crm", "0035_national_days")]

    operations = [
        migrations.RemoveIndex(model_name="person", name="person_by_name"),
        migrations.AddIndex(
            model_name="person",
            index=models.Index(fields=["sort_key", "id", "archived", "merged_into"], name="person_by_name"),
        ),
        *(
            migrations.AddIndex(
                model_name="post", index=models.Index(fields=[first, "person"], name=f"post_by_{first}")
            )
            for first in ("precedence", "rank", "organization")
        ),
    ]
