"""Does every app know only the apps below it, also where an import does not show it?"""

import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

from django.apps import apps
from django.db import models

from cms.places import PROJECT_DIR


def layers() -> list[set[str]]:
    """Return the layers of pyproject.toml, the highest first: the one list, also for relations."""
    pyproject = tomllib.loads((PROJECT_DIR / "pyproject.toml").read_text(encoding="utf-8"))
    contracts = pyproject["tool"]["importlinter"]["contracts"]
    (found,) = (contract["layers"] for contract in contracts if contract["type"] == "layers")
    return [{name.strip(" ()") for name in layer.split("|")} for layer in found]


def upward_relations(height: dict[str, int]) -> Iterator[str]:
    """Yield the relations that point to a higher app, or to a sibling."""
    for model in apps.get_models(include_auto_created=True):
        for field in model._meta.get_fields():
            target = field.related_model
            if not isinstance(target, type) or not issubclass(target, models.Model) or field.auto_created:
                continue
            source_app, target_app = (m._meta.app_config.name for m in (model, target))
            if source_app == target_app or not {source_app, target_app} <= height.keys():
                continue
            if height[target_app] >= height[source_app]:
                yield f"{model._meta.label}.{field.name} -> {target._meta.label}"


def test_imports_keep_the_layers() -> None:
    linter = Path(sys.executable).parent / "lint-imports"
    done = subprocess.run([linter, "--no-logo"], cwd=PROJECT_DIR, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout


def test_relations_keep_the_layers() -> None:
    # A ForeignKey that names its target as a text escapes the linter.
    height = {name: -position for position, layer in enumerate(layers()) for name in layer}
    assert list(upward_relations(height)) == []


def test_a_relation_upwards_would_be_found() -> None:
    assert list(upward_relations({"wagtail.images": 0, "wagtail.users": 1, "django.contrib.auth": 2})) != []


def test_every_app_of_ours_has_its_layer() -> None:
    ours = {config.name for config in apps.get_app_configs() if Path(config.path).parent == PROJECT_DIR}
    assert ours <= {name for layer in layers() for name in layer}
