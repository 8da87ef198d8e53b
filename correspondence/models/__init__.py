"""The nouns of the study."""

from correspondence.models.approval import Approval, Decision
from correspondence.models.dispatch import Dispatch, Means
from correspondence.models.enclosure import Enclosure
from correspondence.models.letter import Letter, LetterCopy, LetterDirection, LetterState, Openness, Urgency
from correspondence.models.numbering import NumberSeries
from correspondence.models.template import LetterKind, LetterTemplate, LetterTemplateText
from correspondence.models.text import LetterParagraph, LetterText
from correspondence.models.version import Version

__all__ = [
    "Approval",
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
    "Urgency",
    "Version",
]
