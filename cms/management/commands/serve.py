"""Run the whole site on this machine: what ``make run`` does once the Python environment exists."""

import os
import socket
import sys
import urllib.error
import urllib.request
from typing import Any

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError

from cms import database, demo, web_server
from cms.settings.env import env
from cms.supervisor import AlreadyRunning, GaveUp, Supervisor

MANAGE = [sys.executable, str(settings.BASE_DIR / "manage.py")]


class Command(BaseCommand):
    """Prepare the database, then run web server, worker and clock until Ctrl-C."""

    help = "Prepares the database and runs web server, worker and clock until Ctrl-C."
    requires_migrations_checks = False

    def handle(self, *args: Any, **options: Any) -> None:
        """Serve until a signal says stop.

        Raises:
            CommandError: the port is taken, the site already runs here, or a process cannot be kept running.
        """
        commands = {
            "web server": web_server.command_line(),
            "worker": [*MANAGE, "worker", "--no-reload", "--verbosity", "0"],
            "clock": [*MANAGE, "clock"],
        }
        supervisor = Supervisor(settings.STATE_DIR, commands, dict(os.environ), self.stdout.write)
        self.announced = False
        try:
            with supervisor.alone():
                self._require_free_port()
                call_command("prepare", stdout=self.stdout)
                supervisor.run(self._look)
        except AlreadyRunning:
            raise CommandError(
                "Polyclinic already runs from this directory. "
                "Stop it with Ctrl-C in its window or with `make stop`."
            ) from None
        except GaveUp as reason:
            raise CommandError(str(reason)) from None
        self.stdout.write("Polyclinic has stopped.")

    def _require_free_port(self) -> None:
        family = socket.AF_INET6 if ":" in env.host else socket.AF_INET
        with socket.socket(family, socket.SOCK_STREAM) as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                probe.bind((env.host, env.port))
            except OSError as reason:
                raise CommandError(
                    f"The port {env.port} on {env.host} cannot be used ({reason.strerror}). "
                    f"Choose another one, for example: make run PORT={env.port + 1}"
                ) from None

    def _look(self) -> None:
        if not env.database_url:
            database.revive()
        if not self.announced and self._answers():
            self.announced = True
            self._announce()

    def _answers(self) -> bool:
        try:
            with urllib.request.urlopen(f"{self._address()}/health/live/", timeout=2):  # noqa: S310  our own address
                return True
        except (urllib.error.URLError, ConnectionError):
            return False

    def _address(self) -> str:
        return f"http://{'localhost' if env.host in {'127.0.0.1', '0.0.0.0', '::1'} else env.host}:{env.port}"  # noqa: S104

    def _announce(self) -> None:
        address = self._address()
        self.stdout.write(
            "\nPolyclinic is running. Ctrl-C stops it.\n\n"
            f"  Site      {address}/\n"
            f"  Admin     {address}/admin/\n"
            f"  API docs  {address}/api/v1/docs/\n"
        )
        for line in demo.log_ins():
            self.stdout.write(f"  {line}")
