"""How do the figures look, side by side?"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from statistics import median

from tests.performance.addresses import Scenario
from tests.performance.measuring import Run
from tests.performance.servers import Contender

HEADS = ("to base", "CPU to base", "requests/s", "p99 ms", "CPU ms", "of it DB")

Runs = Mapping[tuple[str, Contender], Sequence[Run]]


def lines(asked: Sequence[Scenario], runs: Runs) -> Iterator[str]:
    """Yield the lines of the table.

    Figures are medians of the rounds; ratios are medians of the ratios within each round. The base of each
    scenario is the contender with 1.0000.
    """
    yield f"{'':38}" + "".join(f"{head:>12}" for head in HEADS)
    for scenario in asked:
        yield scenario.name
        base = runs[scenario.name, scenario.base]
        for contender in scenario.addresses:
            own = runs[scenario.name, contender]
            yield f"  {contender.name:36}" + "".join(f"{cell:>12}" for cell in _cells(own, base))
            if scenario.documents != 1:
                each_second = median(run.per_second for run in own) * scenario.documents
                yield f"  {'':36}{each_second:>36.0f} documents/s"


def _cells(own: Sequence[Run], base: Sequence[Run]) -> tuple[str, ...]:
    rounds = list(zip(own, base, strict=True))
    return (
        f"{median(run.per_second / other.per_second for run, other in rounds):.4f}",
        f"{median(other.cost / run.cost for run, other in rounds):.4f}",
        f"{median(run.per_second for run in own):.0f}",
        f"{median(run.p99 for run in own):.1f}",
        f"{median(run.cost for run in own):.3f}",
        f"{median(run.database_cost for run in own):.3f}",
    )
