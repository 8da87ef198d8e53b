"""What tests of letters share."""

import pytest


@pytest.fixture
def texts(demo):
    """The shipped letter texts and item words."""
