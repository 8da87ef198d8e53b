"""A letter text is read as docs/letter-texts.md says, and what is wrong is told by its line."""

import pytest

from correspondence.errors import UnreadableText
from correspondence.texts.checking import check_source
from correspondence.texts.source import read_source


def test_heading_keys_conditions_and_paragraphs_are_read():
    read = read_source(
        "heading: Dear {their_city}\n\n## thanks [received, not_sister]\nWe thank you.\nTruly.\n\n## wish\nBe well."
    )
    assert read.heading == "Dear {their_city}"
    assert [(block.key, block.conditions, block.body) for block in read.blocks] == [
        ("thanks", ("received", "not_sister"), "We thank you.\nTruly."),
        ("wish", (), "Be well."),
    ]


@pytest.mark.parametrize(
    ("source", "sentence"),
    [
        ("", "no paragraph"),
        ("words", "Line 1: a paragraph stands below"),
        ("\n## Thanks!\nx", "Line 2: write “## key"),
        ("## thanks\n\n", "“thanks” is empty"),
        ("## thanks [rich]\nx", "“rich” is no condition"),
        ("## thanks\n{their_mayor}", "“{their_mayor}” is no placeholder"),
        ("heading: {x}\n## thanks\nx", "“{x}” is no placeholder"),
        ("## thanks\n{their_city", "lone brace"),
    ],
)
def test_what_is_wrong_is_told(source, sentence):
    with pytest.raises(UnreadableText, match=sentence):
        check_source(source)
