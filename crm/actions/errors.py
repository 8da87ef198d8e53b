"""Why an action is refused."""


class WrongState(Exception):
    """What was asked for is not possible now; the message says why, in the user's language."""


class GiftFixed(WrongState):
    """The gift has left its giver: its entry stands in the ledger."""


class NotAllowed(WrongState):
    """Whoever asked may not; the security log has it."""
