"""The nouns of the study."""

from correspondence.models.letter import (
    Approval,
    Decision,
    Dispatch,
    Enclosure,
    Letter,
    LetterCopy,
    LetterDirection,
    LetterParagraph,
    LetterState,
    LetterText,
    Means,
    NumberSeries,
    Openness,
    Urgency,
    Version,
)
from correspondence.models.template import LetterKind, LetterTemplate, LetterTemplateText

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
