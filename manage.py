#!/usr/bin/env python
"""How is the project commanded? Django's entry point, with the embedded database held while it runs."""

import os
import signal
import sys
from contextlib import nullcontext

WITHOUT_DATABASE = {"compile_catalogues", "stop", "help", "version", "--version", "--help"}


def main() -> None:
    """Run the command in ``sys.argv``; without ``DATABASE_URL`` the embedded PostgreSQL is up meanwhile."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "cms.settings.development")
    from django.core.management import execute_from_command_line

    from cms import database
    from cms.database_home import EmbeddedDatabaseError
    from cms.settings.env import env

    command = sys.argv[1] if len(sys.argv) > 1 else "help"
    needless = env.database_url or command in WITHOUT_DATABASE
    # Ended by a signal too, the process lets go of the database.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(128 + signal.SIGTERM))
    try:
        with nullcontext() if needless else database.hold():
            execute_from_command_line(sys.argv)
    except EmbeddedDatabaseError as reason:
        sys.exit(str(reason))
    except KeyboardInterrupt:
        sys.exit(128 + signal.SIGINT)


if __name__ == "__main__":
    main()
