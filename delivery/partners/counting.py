"""How many requests has somebody made, in this process and in all others together?

Each process counts for itself, and once a second adds what is new to a table that all share and reads how
much it has become. So counting costs a request no query, and a limit may be overshot: by what the other
processes let through within that second.
"""

from __future__ import annotations

import datetime as dt
from collections import Counter
from dataclasses import dataclass
from threading import Lock

from django.db import connection

_ADD = """
WITH fresh AS (
  SELECT * FROM unnest(%s::text[], %s::int[], %s::timestamptz[], %s::bigint[])
             AS given(who, seconds, start, requests)
), used AS (
  UPDATE delivery_apikey k SET last_used_at = greatest(k.last_used_at, %s)
    FROM (SELECT DISTINCT who FROM fresh ) f WHERE f.who = 'key:' || k.id
)
INSERT INTO delivery_apiuse AS use (who, seconds, start, requests)
SELECT who, seconds, start, requests FROM fresh ORDER BY who, seconds, start
ON CONFLICT (who, seconds, start) DO UPDATE SET requests = use.requests + excluded.requests
RETURNING who, seconds, start, requests
"""
# Who is counted at once, in a process. Beyond that nobody new is: memory is bounded, readers are not refused.
MOST_COUNTED = 50_000


@dataclass(frozen=True, slots=True)
class Limit:
    """So many requests in so many seconds; ``name`` is what it is called in headers."""

    name: str
    seconds: int
    most: int

    def start(self, now: dt.datetime) -> dt.datetime:
        """Return when the stretch of time began that ``now`` lies in (UTC)."""
        passed = int(now.timestamp())
        return dt.datetime.fromtimestamp(passed - passed % self.seconds, dt.UTC)

    def left(self, now: dt.datetime) -> int:
        """Return for how many seconds that stretch of time still goes on, at least 1."""
        return self.seconds - int(now.timestamp()) % self.seconds


@dataclass(frozen=True, slots=True)
class _Window:
    who: str
    seconds: int
    start: dt.datetime


class Counts:
    """What one process knows. Any thread may ask and count."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._shared: dict[_Window, int] = {}
        self._fresh: Counter[_Window] = Counter()

    def take(self, who: str, limits: tuple[Limit, ...], now: dt.datetime) -> tuple[int, ...] | None:
        """Count one request if every limit allows it.

        Returns:
            How many requests each limit still allows; ``None``, and nothing is counted, if one allows none.
        """
        windows = [_Window(who, limit.seconds, limit.start(now)) for limit in limits]
        with self._lock:
            used = [self._shared.get(window, 0) + self._fresh[window] for window in windows]
            if any(count >= limit.most for count, limit in zip(used, limits, strict=True)):
                return None
            if len(self._fresh) < MOST_COUNTED or all(window in self._fresh for window in windows):
                self._fresh.update(windows)
        return tuple(limit.most - count - 1 for count, limit in zip(used, limits, strict=True))

    def exhausted(self, who: str, limits: tuple[Limit, ...], now: dt.datetime) -> Limit:
        """Return the limit that allows no more, the longest where several do not."""
        with self._lock:
            over = [
                limit
                for limit in limits
                if self._shared.get(window := _Window(who, limit.seconds, limit.start(now)), 0)
                + self._fresh[window]
                >= limit.most
            ]
        return max(over or limits, key=lambda limit: limit.seconds)

    def flush(self, now: dt.datetime) -> None:
        """Add what is new to what all share, and read how much that is. One statement, none without cause."""
        with self._lock:
            fresh, self._fresh = self._fresh, Counter()
            self._shared = {window: used for window, used in self._shared.items() if _is_current(window, now)}
            for window, number in fresh.items():
                self._shared[window] = self._shared.get(window, 0) + number
        if not fresh:
            return
        try:
            totals = self._written(fresh, now)
        except Exception:
            with self._lock:
                for window, number in fresh.items():
                    self._shared[window] -= number
                self._fresh.update(fresh)
            raise
        with self._lock:
            self._shared.update(totals)

    def forget(self) -> None:
        """Begin at nothing, as a new process does."""
        with self._lock:
            self._shared, self._fresh = {}, Counter()

    @staticmethod
    def _written(fresh: Counter[_Window], now: dt.datetime) -> dict[_Window, int]:
        whos, seconds, starts = zip(*((one.who, one.seconds, one.start) for one in fresh), strict=True)
        numbers = list(fresh.values())
        with connection.cursor() as cursor:
            cursor.execute(_ADD, [list(whos), list(seconds), list(starts), numbers, now])
            return {_Window(who, long, start): count for who, long, start, count in cursor.fetchall()}


def _is_current(window: _Window, now: dt.datetime) -> bool:
    return window.start + dt.timedelta(seconds=window.seconds) > now


COUNTS = Counts()
