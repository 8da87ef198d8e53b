"""A number of ours is borne once, however it is written; a letter entered afterwards has one without a PDF."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("correspondence", "0013_numbers_as_given")]

    operations = [
        migrations.AddConstraint(
            model_name="letter",
            constraint=models.UniqueConstraint(
                condition=models.Q(("direction", "out"), models.Q(("number_folded", ""), _negated=True)),
                fields=("number_folded",),
                name="letter_of_ours_number_once",
            ),
        ),
        migrations.AddConstraint(
            model_name="letter",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        ("issued_at__isnull", True),
                        ("number_serial__isnull", True),
                        ("pdf_sha256", ""),
                        models.Q(("number", ""), ("state", "entered"), _connector="OR"),
                    ),
                    models.Q(
                        ("issued_at__isnull", False),
                        models.Q(("pdf_sha256", ""), _negated=True),
                        models.Q(("state", "entered"), _negated=True),
                    ),
                    _connector="OR",
                ),
                name="letter_issued_with_pdf",
            ),
        ),
        migrations.AddConstraint(
            model_name="letter",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("number_serial__isnull", True), ("number_year__isnull", True)),
                    models.Q(
                        ("number_serial__isnull", False),
                        ("number_year__isnull", False),
                        models.Q(("number", ""), _negated=True),
                    ),
                    _connector="OR",
                ),
                name="letter_counted_with_number",
            ),
        ),
        migrations.AddConstraint(
            model_name="letter",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        ("direction", "out"),
                        ("identity__isnull", False),
                        (
                            "state__in",
                            ("draft", "submitted", "approved", "issued", "sent", "closed", "cancelled", "entered"),
                        ),
                    ),
                    models.Q(
                        ("direction", "in"),
                        ("received_on__isnull", False),
                        ("state__in", ("received", "assigned", "answered", "no_answer")),
                        models.Q(("means", ""), _negated=True),
                    ),
                    _connector="OR",
                ),
                name="letter_state_fits_direction",
            ),
        ),
    ]
