"""What becomes of letters when a correspondent is merged or one of ours hands over, in the words of crm/moves.py."""

from crm.moves import Move

MERGE = {
    "correspondence.Letter.city": Move.MOVES,
    "correspondence.Letter.organization": Move.MOVES,
    "correspondence.Letter.person": Move.MOVES,
    "correspondence.LetterCopy.city": Move.JOINS,
    "correspondence.LetterCopy.organization": Move.JOINS,
    "correspondence.LetterCopy.person": Move.JOINS,
}

HAND_OVER = {
    "correspondence.Letter.drafter": Move.MOVES_OPEN,
    "correspondence.Letter.assigned_to": Move.MOVES_OPEN,
    # who did something did it
    "correspondence.Letter.issued_by": Move.KEEPS,
    "correspondence.Approval.user": Move.KEEPS,
    "correspondence.Approval.recorded_by": Move.KEEPS,
    "correspondence.Dispatch.sent_by": Move.KEEPS,
    "correspondence.SealUse.recorded_by": Move.KEEPS,
    "correspondence.Enclosure.added_by": Move.KEEPS,
    "correspondence.PenChanges.entered_by": Move.KEEPS,
    "correspondence.PenChanges.confirmed_by": Move.KEEPS,
    "correspondence.UnfinishedWords.user": Move.KEEPS,
    "correspondence.Version.made_by": Move.KEEPS,
}
