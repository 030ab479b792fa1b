"""Do the deployment files agree with the code they start?"""

from typing import Any

import yaml
from django.core.management import get_commands

from cms.places import PROJECT_DIR


def compose() -> dict[str, Any]:
    loaded: dict[str, Any] = yaml.safe_load((PROJECT_DIR / "docker-compose.yml").read_text(encoding="utf-8"))
    return loaded


def directives(name: str) -> list[str]:
    text = (PROJECT_DIR / "deploy" / "nginx.conf").read_text(encoding="utf-8")
    lines = [line.strip() for line in text.splitlines()]
    return [line for line in lines if line.startswith(f"{name} ")]


def test_every_process_is_a_service() -> None:
    assert set(compose()["services"]) == {"prepare", "web", "worker", "clock", "proxy", "postgres"}


def test_services_run_commands_that_exist() -> None:
    commands = [service["command"] for service in compose()["services"].values() if "command" in service]
    named = {command[2] for command in commands if command[:2] == ["python", "manage.py"]}
    assert named == {"prepare", "worker", "clock"}
    assert named <= set(get_commands())


def test_processes_wait_until_the_database_is_migrated() -> None:
    for name in ("web", "worker", "clock"):
        waits = compose()["services"][name]["depends_on"]
        assert waits["prepare"] == {"condition": "service_completed_successfully"}


def test_the_proxy_keeps_nothing_longer_than_the_application_says() -> None:
    # Both would override the application's s-maxage and stale-if-error, the second without a limit.
    assert directives("proxy_cache_valid") == []
    assert directives("proxy_cache_use_stale") == []


def test_whoever_is_logged_in_goes_past_the_cache_in_both_directions() -> None:
    assert directives("proxy_cache_bypass") == ["proxy_cache_bypass $personal;"]
    assert directives("proxy_no_cache") == ["proxy_no_cache $personal;"]
    (watched,) = directives('map "$cookie_sessionid$cookie_csrftoken$http_authorization"')
    assert watched.endswith("$personal {")
