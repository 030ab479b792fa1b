"""Whatever happens to content, in whatever order: is exactly what must be public public?"""

from __future__ import annotations

import os
from collections.abc import Callable

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from tests.publishing.oracle.doors import EVENTS, Event

SEQUENCES = st.lists(
    st.tuples(st.sampled_from(EVENTS), st.integers(0, 30), st.integers(0, 30)), min_size=4, max_size=12
)


@settings(
    max_examples=int(os.environ.get("ORACLE_SEQUENCES", "14")),
    phases=[Phase.explicit, Phase.generate],
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(events=SEQUENCES)
def test_any_sequence_of_events(run: Callable[[list[Event]], None], events: list[Event]) -> None:
    run(events)
