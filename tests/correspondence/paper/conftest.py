"""What the tests of printing share."""

import pytest

from correspondence.paper.press import Press


@pytest.fixture
def press():
    """A press of the test's own, so that what it breaks is no other's."""
    press = Press()
    yield press
    for pool in filter(None, (press.pool, press.next)):
        pool.executor.shutdown(wait=False, cancel_futures=True)
