"""How is the web server started? ``python -m cms.web_server`` becomes Granian, everywhere."""

import os
import sys

from cms.places import PROJECT_DIR
from cms.settings.env import env

# Requests that one worker process answers at the same time. Each thread keeps a database connection;
# Granian's own default of 256 would use up what the database allows.
THREADS = 4


def command_line(application: str = "cms.wsgi:application") -> list[str]:
    """Return the command line of the web server; address and number of workers come from the environment.

    Args:
        application: another WSGI application to serve in the same way; the bench compares with some.
    """
    return [
        *(sys.executable, "-m", "granian", "--interface", "wsgi", application),
        *("--host", env.host, "--port", str(env.port)),
        *("--workers", str(env.web_workers), "--blocking-threads", str(THREADS), "--backpressure", "64"),
        *("--working-dir", str(PROJECT_DIR), "--respawn-failed-workers", "--log-level", "warning"),
    ]


if __name__ == "__main__":
    command = command_line(*sys.argv[1:])
    os.execv(command[0], command)  # noqa: S606  fixed command
