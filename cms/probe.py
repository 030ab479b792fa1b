"""Does the web server in this container answer? The image's health check: ``python -m cms.probe``."""

import http.client
import sys

from cms.settings.env import env


def main() -> int:
    """Ask the liveness address, under a host name that Django accepts. Returns the exit code."""
    connection = http.client.HTTPConnection("127.0.0.1", env.port, timeout=5)
    host = env.allowed_hosts[0].lstrip(".") if env.allowed_hosts else "localhost"
    try:
        connection.request("GET", "/health/live/", headers={"Host": host})
        return 0 if connection.getresponse().status == http.client.OK else 1
    except OSError:
        return 1
    finally:
        connection.close()


if __name__ == "__main__":
    sys.exit(main())
