"""How does a kept connection find out that the server is gone, without asking it before every request?"""

from __future__ import annotations

import select
from typing import Any

import psycopg
from django.db.backends.postgresql import base


class DatabaseWrapper(base.DatabaseWrapper):
    """Django's, but for the health check of ``CONN_HEALTH_CHECKS``.

    Django sends ``SELECT 1`` before the first statement of each request (a fifth of what a page costs the
    database: docs/performance.md).
    """

    connection: Any

    def is_usable(self) -> bool:
        """Say whether the connection still works.

        The server sends nothing over an idle connection except its farewell. So only if there is something to
        read is it asked. A server that vanished without one is found out by the statement itself, as it would
        have been by the check.
        """
        if self.connection is None or self.connection.closed:
            return False
        waiting = select.poll()
        try:
            waiting.register(self.connection.fileno(), select.POLLIN)
        except psycopg.OperationalError:
            return False
        return not waiting.poll(0) or super().is_usable()
