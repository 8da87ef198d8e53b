"""The choices of languages and ranks become callables; a consul's post has a rank of its own, no ambassador's."""

import re

from django.db import migrations, models

import crm.fields
import crm.languages
import crm.models.post

CONSUL = re.compile("c[oó]nsul|konsul|консул|领事|領事|영사", re.IGNORECASE)
GENERAL = re.compile("general|heneral|генеральн|总领事|総領事|총영사", re.IGNORECASE)
CONSULS = ("consul_general", "consul")


def letters_in(verbose_name="language", **kwargs):
    return crm.fields.LanguageField(choices=crm.languages.letter_languages, verbose_name=verbose_name, **kwargs)


def names_in(**kwargs):
    return crm.fields.LanguageField(choices=crm.languages.name_languages, verbose_name="language", **kwargs)


def written_in(help_text):
    return letters_in("language of letters", blank=True, help_text=help_text)


FIELDS = (
    ("city", "letter_language", written_in("Left empty, the country's.")),
    ("cityname", "language", names_in()),
    (
        "country",
        "letter_language",
        written_in("Left empty, the official language, or English where we have no texts in it."),
    ),
    ("formofaddress", "language", letters_in()),
    ("itemword", "language", letters_in()),
    ("letterhead", "language", names_in()),
    ("occasionname", "language", names_in()),
    ("organization", "letter_language", written_in("Left empty, the city's or the country's.")),
    ("organizationname", "language", names_in()),
    ("person", "letter_language", written_in("Left empty, that of the post's organization, the city or the country.")),
    ("personname", "language", names_in(blank=True)),
    ("posttitle", "language", names_in()),
    ("post", "rank", models.CharField(choices=crm.models.post.ranks, max_length=20, verbose_name="rank")),
    (
        "post",
        "precedence",
        models.PositiveSmallIntegerField(
            blank=True,
            help_text="1 comes first in lists of persons in office. Left empty, as usual for the rank.",
            verbose_name="precedence",
        ),
    ),
)


def tell_consuls(apps, schema_editor):
    """Gives posts of ambassadors whose titles, else the organization's names, show a consul the rank that is theirs."""
    posts = apps.get_model("crm", "Post").objects.filter(rank="ambassador")
    for post in posts.prefetch_related("titles", "organization__names"):
        rows = post.titles.all() or post.organization.names.all()
        words = " ".join(row.text for row in rows)
        if CONSUL.search(words):
            post.rank = "consul_general" if GENERAL.search(words) else "consul"
            post.save(update_fields=["rank"])


def tell_no_consuls(apps, schema_editor):
    """Files consuls under ambassadors again, as "ambassador or consul general" was one rank."""
    apps.get_model("crm", "Post").objects.filter(rank__in=CONSULS).update(rank="ambassador")


class Migration(migrations.Migration):
    dependencies = [("crm", "0007_record_keys")]

    operations = [
        *(migrations.AlterField(model, name, field) for model, name, field in FIELDS),
        migrations.RunPython(tell_consuls, tell_no_consuls),
    ]
