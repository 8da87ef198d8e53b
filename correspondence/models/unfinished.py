"""What somebody has typed into a letter's words and not saved."""

from django.conf import settings
from django.db import models
from django.http import QueryDict


class UnfinishedWords(models.Model):
    """The boxes of the editor as one user left them; private, of the moment, and no part of the letter.

    It is no version, marks no twin and ends no approval; saving the letter's words takes it away.
    """

    in_backup = False  # nor in the history, which registers what a backup keeps

    letter = models.ForeignKey("correspondence.Letter", models.CASCADE, related_name="+")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    sent = models.JSONField()  # {box: [values]}, with the hashes of what was on record when the page was opened
    at = models.DateTimeField(auto_now=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["letter", "user"], name="unfinished_words_once")]

    def __str__(self):
        return f"{self.letter_id}/{self.user_id}"

    @property
    def data(self) -> QueryDict:
        """What the page sent, as a form takes it."""
        sent = QueryDict(mutable=True)
        for name, values in self.sent.items():
            sent.setlist(name, values)
        return sent
