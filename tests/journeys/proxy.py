"""How does a test get the real nginx, configured as in docker-compose.yml but for places?"""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Event
from urllib.parse import urlsplit

import httpx

from cms.places import PROJECT_DIR
from cms.programs import nginx
from tests.journeys.running_site import free_port

CONFIGURATION = PROJECT_DIR / "deploy" / "nginx.conf"
# What the image of nginx says around our file.
AROUND = """{user}
pid {folder}/nginx.pid;
error_log {folder}/error.log notice;
daemon off;
worker_processes 1;
events {{ worker_connections 256; }}
http {{
    types {{ text/html html; text/css css; text/javascript js; image/svg+xml svg; image/webp webp; }}
    default_type application/octet-stream;
    access_log off;
    client_body_temp_path {folder}/body;
    proxy_temp_path {folder}/proxy;
    fastcgi_temp_path {folder}/fastcgi;
    uwsgi_temp_path {folder}/uwsgi;
    scgi_temp_path {folder}/scgi;
    include {folder}/site.conf;
}}
"""
# Seconds that nginx may take to start or stop.
PATIENCE = 20


def configuration(origin: str, port: int, folder: Path, static: Path, media: Path) -> str:
    """Return the text of deploy/nginx.conf for this machine.

    Raises:
        AssertionError: it does not name a place that is to be changed.
    """
    text = CONFIGURATION.read_text(encoding="utf-8")
    places = {
        "server web:8000;": f"server 127.0.0.1:{urlsplit(origin).port};",
        "listen 8080;": f"listen 127.0.0.1:{port};",
        "/var/cache/nginx/pages ": f"{folder}/cache ",
        "alias /srv/static/;": f'alias "{static}/";',
        "alias /srv/media/;": f'alias "{media}/";',
        "root /srv/static/maintenance;": f'root "{static}/maintenance";',
    }
    for there, here in places.items():
        assert text.count(there) == 1, there
        text = text.replace(there, here)
    return text


@contextmanager
def proxy(origin: str, folder: Path, static: Path, media: Path) -> Iterator[str]:
    """Run nginx in front of ``origin`` and yield its address. What it keeps is gone when it ends."""
    port = free_port()
    # As root its workers would be another user, who may not read what pytest has made.
    user = "user root;" if os.geteuid() == 0 else ""
    (folder / "nginx.conf").write_text(AROUND.format(user=user, folder=folder), encoding="utf-8")
    (folder / "site.conf").write_text(configuration(origin, port, folder, static, media), encoding="utf-8")
    process = subprocess.Popen([nginx(), "-p", str(folder), "-c", str(folder / "nginx.conf")])
    address = f"http://127.0.0.1:{port}"
    try:
        _wait(f"{address}/proxy-alive", process)
        yield address
    finally:
        process.terminate()
        process.wait(PATIENCE)
    # Nothing went wrong behind the back of those who asked.
    lines = (folder / "error.log").read_text(encoding="utf-8").splitlines()
    assert [line for line in lines if "[emerg]" in line or "[alert]" in line or "[crit]" in line] == []


def _wait(address: str, process: subprocess.Popen[bytes]) -> None:
    pause = Event()
    for _ in range(PATIENCE * 20):
        try:
            if httpx.get(address).status_code == 204:
                return
        except httpx.ConnectError:
            assert process.poll() is None, "nginx has ended."
        pause.wait(0.05)
    raise AssertionError("nginx does not answer.")
