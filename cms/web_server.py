"""How is the web server started? ``python -m cms.web_server`` is Granian with the application, everywhere.

On Linux the application is loaded once, before the workers are forked: what none of them changes lies in
memory once, and a worker that is replaced answers at once. Elsewhere processes that fork are not safe, and
each worker loads it for itself.
"""

from __future__ import annotations

import gc
import importlib
import multiprocessing
import sys

from granian.constants import Interfaces
from granian.log import LogLevels
from granian.server import Server

from cms.places import PROJECT_DIR
from cms.settings.env import env

# Requests that one worker process answers at the same time. Each thread keeps a database connection;
# Granian's own default of 256 would use up what the database allows.
THREADS = 4
# Requests that wait in a worker; further ones wait in the kernel.
WAITING = 64


def command_line() -> list[str]:
    """Return the command line of the web server; address and number of workers come from the environment."""
    return [sys.executable, "-m", "cms.web_server"]


def serve(application: str = "cms.wsgi:application") -> None:
    """Serve until a signal ends it.

    Args:
        application: another WSGI application to serve in the same way; the bench compares with some.
    """
    server = Server(
        application,
        address=env.host,
        port=env.port,
        interface=Interfaces.WSGI,
        workers=env.web_workers,
        blocking_threads=THREADS,
        backpressure=WAITING,
        working_dir=PROJECT_DIR,
        respawn_failed_workers=True,
        log_level=LogLevels.warning,
    )
    if sys.platform != "linux":
        server.serve()
        return
    # From Python 3.14 on that has to be said.
    multiprocessing.set_start_method("fork")
    module, _colon, name = application.partition(":")
    loaded = getattr(importlib.import_module(module), name)
    # What is there now stays: the collector would only write into memory that is shared.
    gc.collect()
    gc.freeze()
    server.serve(target_loader=lambda: loaded, wrap_loader=False)


if __name__ == "__main__":
    serve(*sys.argv[1:])
