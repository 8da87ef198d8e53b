"""The models of correspondence, a noun a file."""

from correspondence.models.approval import Approval, Decision
from correspondence.models.commitment import Commitment
from correspondence.models.copy import LetterCopy
from correspondence.models.dispatch import Dispatch, Means
from correspondence.models.enclosure import Enclosure
from correspondence.models.kind import LetterKind
from correspondence.models.letter import Letter, Openness, Urgency
from correspondence.models.numbering import NumberSeries
from correspondence.models.pen_changes import PenChanges
from correspondence.models.register import RegisterSeries
from correspondence.models.seal import SealUse
from correspondence.models.states import TRANSITIONS, LetterDirection, LetterState
from correspondence.models.template import LetterTemplate, LetterTemplateText
from correspondence.models.text import LetterParagraph, LetterText
from correspondence.models.unfinished import UnfinishedWords
from correspondence.models.version import Version

__all__ = [
    "TRANSITIONS",
    "Approval",
    "Commitment",
    "Decision",
    "Dispatch",
    "Enclosure",
    "Letter",
    "LetterCopy",
    "LetterDirection",
    "LetterKind",
    "LetterParagraph",
    "LetterState",
    "LetterTemplate",
    "LetterTemplateText",
    "LetterText",
    "Means",
    "NumberSeries",
    "Openness",
    "PenChanges",
    "RegisterSeries",
    "SealUse",
    "UnfinishedWords",
    "Urgency",
    "Version",
]
