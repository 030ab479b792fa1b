"""Does the repository keep its own rules?"""

from importlib.metadata import distribution
from pathlib import Path

import pytest
import wagtail
from django.core.management import call_command
from packaging.requirements import Requirement
from packaging.specifiers import SpecifierSet

from cms.places import PROJECT_DIR

FORBIDDEN_NAMES = {"utils", "helpers", "common", "core", "mixins"}
PACKAGES = (
    "cms",
    "delivery",
    "home",
    "treatments",
    "engagement",
    "people",
    "publishing",
    "localization",
    "tests",
)


def our_files() -> list[Path]:
    return [path for name in PACKAGES for path in (PROJECT_DIR / name).rglob("*.py")]


def test_wagtail_is_the_version_that_was_measured() -> None:
    # Some Wagtail add-ons downgrade Wagtail silently, and `pip check` stays quiet.
    assert wagtail.VERSION[:2] == (8, 0)


def test_every_pin_is_what_is_installed_and_runs_on_the_oldest_python_we_promise() -> None:
    for name in ("requirements.txt", "requirements-dev.txt"):
        for line in (PROJECT_DIR / name).read_text(encoding="utf-8").splitlines():
            if line and not line.startswith(("#", "-r ")):
                pin = Requirement(line)
                found = distribution(pin.name)
                assert pin.specifier == SpecifierSet(f"=={found.version}")
                # A distribution's stock Python may be an early 3.11 (Debian 12: 3.11.2).
                assert SpecifierSet(found.metadata["Requires-Python"] or "").contains("3.11.0"), line


def test_no_file_is_longer_than_400_lines() -> None:
    lengths = {path: len(path.read_text(encoding="utf-8").splitlines()) for path in our_files()}
    assert {str(path): length for path, length in lengths.items() if length > 400} == {}


def test_no_module_is_a_junk_drawer() -> None:
    assert [str(path) for path in our_files() if FORBIDDEN_NAMES & {path.stem, path.parent.name}] == []


def test_catalogues_do_not_shadow_the_standard_library() -> None:
    # With locale/__init__.py, `import locale` finds our folder and Python's http.server dies.
    assert not (PROJECT_DIR / "locale" / "__init__.py").exists()


@pytest.mark.django_db
def test_migrations_are_complete() -> None:
    call_command("makemigrations", check=True, dry_run=True, verbosity=0)
