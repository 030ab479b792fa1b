"""Is every setting read, refused and documented as docs/operations.md says?"""

import os
import subprocess
import sys
from dataclasses import fields

import pytest

from cms.places import PROJECT_DIR
from cms.settings.database import parse_database_url
from cms.settings.env import Environment, EnvironmentProblem

PRODUCTION = {
    "DJANGO_SETTINGS_MODULE": "cms.settings.production",
    "SECRET_KEY": "a-long-and-random-value-that-only-this-test-has-0123456789-xyz",
    "ALLOWED_HOSTS": "www.clinic.example",
    "PUBLIC_BASE_URL": "https://www.clinic.example",
    "DATABASE_URL": "postgresql://nobody@localhost:1/none",
    "HSTS_SECONDS": "31536000",
}
VARIABLES = [field.name.upper() for field in fields(Environment)]


def manage(arguments: list[str], environment: dict[str, str]) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "manage.py", *arguments],
        cwd=PROJECT_DIR,
        env={name: value for name, value in os.environ.items() if name not in VARIABLES} | environment,
        capture_output=True,
        text=True,
        check=False,
    )


def test_production_passes_djangos_deployment_checks() -> None:
    done = manage(["check", "--deploy", "--fail-level", "INFO"], PRODUCTION)
    assert "System check identified no issues" in done.stdout, done.stderr


@pytest.mark.parametrize("name", ["SECRET_KEY", "ALLOWED_HOSTS", "PUBLIC_BASE_URL", "DATABASE_URL"])
def test_production_refuses_to_start_without(name: str) -> None:
    done = manage(["check"], {key: value for key, value in PRODUCTION.items() if key != name})
    assert done.returncode != 0
    assert f"{name} is not set. Set it to " in done.stderr


@pytest.mark.parametrize("name", VARIABLES)
@pytest.mark.parametrize("document", [".env.example", "docs/operations.md"])
def test_every_variable_is_explained(document: str, name: str) -> None:
    assert name in (PROJECT_DIR / document).read_text(encoding="utf-8")


def test_only_one_file_of_the_settings_reads_the_environment() -> None:
    readers = [
        path.name
        for path in (PROJECT_DIR / "cms" / "settings").glob("*.py")
        if "os.environ" in path.read_text(encoding="utf-8")
    ]
    assert readers == ["env.py"]


@pytest.mark.parametrize(
    ("variables", "advice"),
    [
        ({"PORT": "http"}, "PORT is 'http'. Set it to a whole number."),
        ({"API_ANONYMOUS": "no"}, "API_ANONYMOUS is 'no'. Set it to read"),
        ({"TRUSTED_PROXIES": "10.0.0.0/8, nginx"}, "TRUSTED_PROXIES has 'nginx'."),
        ({"API_CORS_ORIGINS": "https://app.example/path"}, "API_CORS_ORIGINS has"),
        ({"LOAD_DEMO": "maybe"}, "LOAD_DEMO is 'maybe'. Set it to 1 or 0."),
        ({"PUBLIC_BASE_URL": "www.clinic.example"}, "Set it to scheme and host without a path"),
        ({"PUBLIC_BASE_URL": "https://clinic.example/cms/"}, "Set it to scheme and host without a path"),
        ({"DATABASE_URL": "sqlite:///x"}, "DATABASE_URL does not name a PostgreSQL database."),
    ],
)
def test_a_value_that_cannot_be_meant_is_refused_with_advice(variables: dict[str, str], advice: str) -> None:
    with pytest.raises(EnvironmentProblem) as problem:
        Environment.read(variables)
    assert advice in str(problem.value)


def test_lists_and_empty_values() -> None:
    environment = Environment.read({"ALLOWED_HOSTS": "a.example, b.example,", "PORT": "", "LOAD_DEMO": "1"})
    assert environment.allowed_hosts == ("a.example", "b.example")
    assert (environment.port, environment.load_demo) == (8000, True)


def test_a_database_address_may_carry_options_and_escaped_characters() -> None:
    assert parse_database_url("postgresql://me:p%40ss@db.example:6432/clinic?sslmode=require") == {
        "HOST": "db.example",
        "PORT": "6432",
        "NAME": "clinic",
        "USER": "me",
        "PASSWORD": "p@ss",
        "OPTIONS": {"sslmode": "require"},
    }


def test_a_database_address_may_name_a_socket_directory() -> None:
    entry = parse_database_url("postgresql:///clinic?host=/var/run/postgresql")
    assert (entry["HOST"], entry["OPTIONS"]) == ("/var/run/postgresql", {})
