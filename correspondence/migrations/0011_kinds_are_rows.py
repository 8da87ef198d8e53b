"""Letters and letter texts refer to the row of their kind; the codes in their columns stay."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("correspondence", "0010_letter_kinds")]

    operations = [
        migrations.AlterModelOptions(
            name="lettertemplate",
            options={"ordering": ["kind"], "verbose_name": "letter text", "verbose_name_plural": "letter texts"},
        ),
        migrations.RenameIndex(
            model_name="letter", new_name="corresponde_kind_id_69dbb2_idx", old_name="corresponde_kind_ef3dd5_idx"
        ),
        migrations.AlterField(
            model_name="letter",
            name="kind",
            field=models.ForeignKey(
                db_index=False,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="letters",
                to="correspondence.letterkind",
                verbose_name="kind",
            ),
        ),
        migrations.AlterField(
            model_name="lettertemplate",
            name="kind",
            field=models.OneToOneField(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="template",
                to="correspondence.letterkind",
                verbose_name="kind",
            ),
        ),
    ]
