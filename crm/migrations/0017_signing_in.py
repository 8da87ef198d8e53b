"""How long a session may be idle, the sentence on secrets, and first passwords that must be changed."""

import django.core.validators
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("crm", "0016_state_before_correction")]

    operations = [
        migrations.AddField(
            model_name="office",
            name="idle_minutes",
            field=models.PositiveSmallIntegerField(
                default=120,
                help_text="Whoever opens no page for so long signs in again; what was typed is offered afterwards.",
                validators=[
                    django.core.validators.MinValueValidator(10),
                    django.core.validators.MaxValueValidator(720),
                ],
                verbose_name="minutes after which an idle session ends",
            ),
        ),
        migrations.AddField(
            model_name="office",
            name="no_secrets_en",
            field=models.CharField(
                default=(
                    "This system is not for classified material: state secrets and work secrets must not be stored, "
                    "processed or sent in it, and it must not be connected to a classified network."
                ),
                max_length=300,
                verbose_name="sentence on secrets, in English",
            ),
        ),
        migrations.AddField(
            model_name="office",
            name="no_secrets_zh",
            field=models.CharField(
                default="本系统为非涉密系统，不得存储、处理、传输国家秘密和工作秘密，不得接入涉密网。",
                help_text="It stands where one signs in and where a file is uploaded.",
                max_length=300,
                verbose_name="sentence on secrets, in Chinese",
            ),
        ),
        migrations.AddField(
            model_name="user",
            name="must_change_password",
            field=models.BooleanField(
                default=False, editable=False, verbose_name="password to be changed at the next sign-in"
            ),
        ),
    ]
