from django.db import migrations, models

INDEXES = {
    "city": [models.Index(fields=["country", "sort_key", "id"], name="city_by_name")],
    "gift": [models.Index(fields=["occasion", "-day", "-id"], name="gift_of_occasion")],
    "organization": [models.Index(fields=["country", "sort_key", "id"], name="organization_by_name")],
    "person": [models.Index(fields=["sort_key", "id"], name="person_by_name")],
}


class Migration(migrations.Migration):
    dependencies = [("crm", "0033_search_words_anew")]

    operations = [migrations.AddIndex(model, index) for model, indexes in INDEXES.items() for index in indexes]
