"""The closed list of what a letter text may say: each has words, or nothing is on record for it."""

from correspondence.texts.placeholders import PLACEHOLDERS
from correspondence.texts.proposing import propose_brief
from tests.correspondence.texts.letters import ON, city

# What the demonstration has nothing on record of for the partner of the README's walk.
SILENT = {"arrival_when", "needs", "contact", "tie_since", "facts"}
SILENT |= {"joint_givers", "through", "others_on", "givers", "gifts_of_others"}  # nobody else gave


def test_every_placeholder_says_what_is_on_record(demo):
    brief = propose_brief(kind="reciprocal_support", on=ON, city=city("guadalajara-es"))
    said = {
        name: [entry.words(brief, language) for language in brief.languages] for name, entry in PLACEHOLDERS.items()
    }
    assert {name for name, words in said.items() if not all(words)} == SILENT


def test_every_placeholder_is_explained_with_a_sample():
    assert [name for name, entry in PLACEHOLDERS.items() if not (str(entry.explanation) and entry.sample)] == []
