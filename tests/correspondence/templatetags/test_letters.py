"""What the pages say of letters, in words and marks."""

import pytest

from correspondence.templatetags.letters import said


@pytest.mark.parametrize(
    ("fact", "mark", "words"), [(True, "✓", "yes"), (False, "–", "no"), (None, "", "nothing to do")]
)
def test_a_fact_is_said_by_a_mark_and_in_words(fact, mark, words):
    html = said(fact)
    assert f'<span class="visually-hidden">{words}</span>' in html
    assert (f'<span aria-hidden="true">{mark}</span>' in html) is bool(mark)
