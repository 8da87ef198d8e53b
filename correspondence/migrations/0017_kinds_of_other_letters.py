"""Kinds for letters that are no thanks, condolence or support: one of ours by hand, and those that come in."""

from django.db import migrations

KINDS = (
    ("letter", "公务函", "Letter", False),
    ("request", "请求函", "Request", False),
    ("invitation", "邀请函", "Invitation", False),
    ("greeting", "贺卡、问候", "Greeting", True),
    ("message", "致函", "Message", False),
)


def load_kinds(apps, schema_editor):
    """Add them after the kinds there are; a kind of the office's own that has the code already stays as it is."""
    LetterKind = apps.get_model("correspondence", "LetterKind")
    last = max(LetterKind.objects.values_list("order", flat=True), default=0)
    for place, (code, name_zh, name_en, dated_ahead) in enumerate(KINDS, last + 1):
        facts = {"name_zh": name_zh, "name_en": name_en, "order": place, "dated_ahead": dated_ahead}
        LetterKind.objects.get_or_create(code=code, defaults=facts)


class Migration(migrations.Migration):
    dependencies = [("correspondence", "0016_what_a_letter_rests_on")]

    operations = [migrations.RunPython(load_kinds, migrations.RunPython.noop)]
