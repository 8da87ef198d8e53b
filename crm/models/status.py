"""What a courtesy is on the day it is read for: thanked, answered, or still owed."""


class Status:
    """What a courtesy read ``with_status`` is on its day, as a mixin of it."""

    @property
    def asks(self) -> bool:
        """Whether it is help received that counts."""
        return self.counts and self.direction == "received" and self.is_help

    @property
    def thanked(self) -> bool:
        """Whether a letter of ours has thanked for it."""
        return self.asks and self.thanks_linked

    @property
    def answered(self) -> bool:
        """Whether help of ours has answered it."""
        return self.asks and self.answer_linked

    @property
    def no_thanks_due(self) -> bool:
        """Whether nobody thanked for it, and nobody need."""
        return self.asks and not self.thanks_linked and self.thanks_closed

    @property
    def no_answer_due(self) -> bool:
        """Whether nothing answered it, and nothing need."""
        return self.asks and not self.answer_linked and self.answer_closed

    @property
    def owes_thanks(self) -> bool:
        """Whether we owe thanks for it."""
        return self.asks and not (self.thanks_linked or self.thanks_closed)

    @property
    def owes_answer(self) -> bool:
        """Whether we owe an answer to it."""
        return self.asks and not (self.answer_linked or self.answer_closed)

    @property
    def shared(self) -> bool:
        """Whether it names several partners."""
        return len(self.partners.all()) > 1
