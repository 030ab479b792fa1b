"""How are the demo files read, and does a translation say exactly what the English file says?

The format is described in demo/README.md: a file is a tree of texts; everything under a key ``facts`` has no
language and stands in the English file only.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

Tree = dict[str, Any]
FACTS = "facts"
# Chinese characters and punctuation: between two of them a line break stands for nothing.
_WIDE = "[\u3000-\u9fff\uff00-\uffef]"
_JOIN = re.compile(f"(?<={_WIDE}) (?={_WIDE})")


class DemoContentError(Exception):
    """Something in the demo files stops the load. The message says where and what to do."""


class _Loader(yaml.SafeLoader):
    """YAML in which a key that stands twice is a mistake, not the last word."""


def _mapping(loader: _Loader, node: yaml.MappingNode) -> Tree:
    names: list[Any] = [loader.construct_object(key) for key, _ in node.value]
    for name in names:
        if not isinstance(name, str):
            raise DemoContentError(f"{node.start_mark}: the key {name!r} is not a text. Put it in quotes.")
        if names.count(name) > 1:
            raise DemoContentError(f"{node.start_mark}: the key “{name}” stands twice. Remove one.")
    return {str(name): value for name, value in loader.construct_mapping(node, deep=True).items()}


_Loader.add_constructor(yaml.resolver.BaseResolver.DEFAULT_MAPPING_TAG, _mapping)


def read(path: Path) -> Tree:
    """Return the content of a demo file.

    Raises:
        DemoContentError: when the file is not YAML, or a key stands twice.
    """
    try:
        tree = yaml.load(path.read_text(encoding="utf-8"), _Loader)  # noqa: S506  a SafeLoader
    except yaml.YAMLError as reason:
        raise DemoContentError(f"{path} is not valid YAML: {reason}") from reason
    if not isinstance(tree, dict):
        raise DemoContentError(f"{path} is empty or not a mapping. Write keys and texts.")
    return tree


def texts(tree: Tree, path: str = "") -> Iterator[tuple[str, str]]:
    """Yield every text of a tree with its path, such as ``risks.items.pain.name``.

    Raises:
        DemoContentError: for an empty text or something that is not a text.
    """
    for key, value in tree.items():
        place = f"{path}.{key}" if path else key
        if key == FACTS:
            continue
        if isinstance(value, dict):
            yield from texts(value, place)
        elif isinstance(value, str) and value.strip():
            yield place, value
        else:
            raise DemoContentError(
                f"“{place}” is {value!r}. Write a text there, or put a fact under “facts”."
            )


def lay_over(english: Tree, translation: Tree) -> Tree:
    """Return the English tree with its texts replaced by the translated ones; facts stay.

    Raises:
        DemoContentError: naming every key that the translation lacks or has too many.
    """
    found = dict(texts(translation))
    expected = dict(texts(english))
    problems = [f"The text “{path}” is missing. Translate it." for path in expected if path not in found]
    problems += [
        f"There is a text “{path}” that English does not have. Remove it."
        for path in found
        if path not in expected
    ]
    problems += [
        f"There are facts at “{place}”. Remove them; they come from the English file."
        for place in _facts(translation)
    ]
    if problems:
        raise DemoContentError("\n".join(problems))
    return _replace(english, found, "")


def merged(tree: Tree, changes: Tree) -> Tree:
    """Return a tree with other texts in it; a key that it does not have is added at the end."""
    result = dict(tree)
    for key, value in changes.items():
        there = tree.get(key)
        result[key] = merged(there, value) if isinstance(there, dict) and isinstance(value, dict) else value
    return result


def _facts(tree: Tree, path: str = "") -> Iterator[str]:
    for key, value in tree.items():
        place = f"{path}.{key}" if path else key
        if key == FACTS:
            yield place
        elif isinstance(value, dict):
            yield from _facts(value, place)


def _replace(tree: Tree, found: dict[str, str], path: str) -> Tree:
    result: Tree = {}
    for key, value in tree.items():
        place = f"{path}.{key}" if path else key
        if key == FACTS:
            result[key] = value
        elif isinstance(value, dict):
            result[key] = _replace(value, found, place)
        else:
            result[key] = _JOIN.sub("", found[place])
    return result
