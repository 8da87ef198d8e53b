"""A sample of every language's trial letters has no fault; by --thorough, no letter has."""

import pytest

from correspondence.languages import CODES
from correspondence.trial.drafting import try_texts

SAMPLE = 8  # of each kind


@pytest.mark.slow
@pytest.mark.parametrize("code", CODES)
def test_no_letter_of_a_language_has_a_fault(code, texts, request):
    sample = 0 if request.config.getoption("thorough") else SAMPLE
    faults = [
        f"{situation.kind} {situation}: {fault}"
        for situation, drafted in try_texts(code, sample=sample)
        for fault in drafted.faults
    ]
    assert faults == []
