"""Which small mistakes could be made in a file, and how is one made in a loaded module?"""

from __future__ import annotations

import ast
import copy
import types
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property, partial
from typing import Any

COMPARE: dict[type[ast.cmpop], type[ast.cmpop]] = {
    ast.Eq: ast.NotEq,
    ast.NotEq: ast.Eq,
    ast.Lt: ast.LtE,
    ast.LtE: ast.Lt,
    ast.Gt: ast.GtE,
    ast.GtE: ast.Gt,
    ast.In: ast.NotIn,
    ast.NotIn: ast.In,
    ast.Is: ast.IsNot,
    ast.IsNot: ast.Is,
}
BINARY: dict[type[ast.operator], type[ast.operator]] = {
    ast.Add: ast.Sub,
    ast.Sub: ast.Add,
    ast.BitAnd: ast.BitOr,
    ast.BitOr: ast.BitAnd,
}
# Sentences for people are for the tests of messages; types are for mypy.
MESSAGES = {"_", "ngettext", "gettext"}


@dataclass(frozen=True)
class Mutant:
    """One mistake: where it is, what it says, and the module's tree with it."""

    function: str  # qualified name; empty: the module's own body
    line: int
    text: str
    tree: ast.Module


def mutants_of(source: str) -> Iterator[Mutant]:
    """Give every mutant of a module's source text."""
    tree = ast.parse(source)
    for function, path in _places(tree, "", ()):
        for change in _changes(_at(tree, path)):
            changed = copy.deepcopy(tree)
            old, new = _at(tree, path), change(_at(changed, path))
            _put(changed, path, new)
            text = f"{_short(old)} → {_short(new)}"
            yield Mutant(function, old.lineno, text, ast.fix_missing_locations(changed))


def install(module: types.ModuleType, tree: ast.Module) -> None:
    """Make loaded functions do what the mutated module says, wherever they have been imported."""
    space: dict[str, Any] = {**vars(module)}
    exec(compile(tree, str(module.__file__), "exec"), space)
    for name, new in space.items():
        old = vars(module).get(name)
        borrowed = isinstance(new, type | types.FunctionType) and new.__module__ != module.__name__
        if old is new or borrowed:
            continue
        if isinstance(new, type):
            for own, member in vars(new).items():
                _replace(vars(old).get(own), member)
        elif isinstance(new, dict) and isinstance(old, dict):
            old.clear()
            old.update(new)
        elif not _replace(old, new):
            setattr(module, name, new)


def _replace(old: Any, new: Any) -> bool:
    old, new = _function(old), _function(new)
    if not (isinstance(old, types.FunctionType) and isinstance(new, types.FunctionType)):
        return False
    if len(old.__code__.co_freevars) == len(new.__code__.co_freevars):
        old.__code__, old.__defaults__, old.__kwdefaults__ = (
            new.__code__,
            new.__defaults__,
            new.__kwdefaults__,
        )
    return True


def _function(member: Any) -> Any:
    if isinstance(member, classmethod | staticmethod):
        return member.__func__
    if isinstance(member, cached_property):
        return member.func
    return member.fget if isinstance(member, property) else member


Path = tuple[str | int, ...]


def _places(node: ast.AST, function: str, path: Path) -> Iterator[tuple[str, Path]]:
    """Give the path to every node that may be changed, and the function that it is in."""
    for name, value in ast.iter_fields(node):
        if name in {"annotation", "returns", "decorator_list", "type_params"}:
            continue
        children = enumerate(value) if isinstance(value, list) else [(None, value)]
        for index, child in children:
            if not isinstance(child, ast.AST) or _is_left_out(child):
                continue
            here = (*path, name) if index is None else (*path, name, index)
            if isinstance(child, ast.FunctionDef | ast.ClassDef):
                inner = f"{function}.{child.name}".lstrip(".")
                yield from _places(child, inner, here)
            else:
                if isinstance(child, ast.expr | ast.stmt):
                    yield function, here
                yield from _places(child, function, here)


def _is_left_out(node: ast.AST) -> bool:
    if isinstance(node, ast.Import | ast.ImportFrom | ast.JoinedStr):
        return True
    if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
        return True  # a docstring
    if isinstance(node, ast.If) and isinstance(node.test, ast.Name) and node.test.id == "TYPE_CHECKING":
        return True
    if isinstance(node, ast.Subscript) and isinstance(node.value, ast.Name) and node.value.id == "Literal":
        return True
    return isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in MESSAGES


def _at(node: Any, path: Path) -> Any:
    for step in path:
        node = node[step] if isinstance(step, int) else getattr(node, step)
    return node


def _put(tree: ast.Module, path: Path, new: ast.AST) -> None:
    parent = _at(tree, path[:-1])
    if isinstance(path[-1], int):
        parent[path[-1]] = new
    else:
        setattr(parent, path[-1], new)


def _short(node: ast.AST) -> str:
    return " ".join(ast.unparse(node).split())[:70]


def _changes(node: Any) -> Iterator[Callable[[Any], ast.AST]]:
    if isinstance(node, ast.Compare) and type(node.ops[0]) in COMPARE:
        yield lambda n: ast.Compare(n.left, [COMPARE[type(n.ops[0])](), *n.ops[1:]], n.comparators)
    elif isinstance(node, ast.BoolOp):
        yield lambda n: ast.BoolOp(ast.And() if isinstance(n.op, ast.Or) else ast.Or(), n.values)
        for index in range(len(node.values)):
            yield partial(_operand, index)
    elif isinstance(node, ast.BinOp) and type(node.op) in BINARY:
        yield lambda n: ast.BinOp(n.left, BINARY[type(n.op)](), n.right)
    elif isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.Not):
        yield lambda n: n.operand
    elif isinstance(node, ast.IfExp):
        yield lambda n: ast.IfExp(n.test, n.orelse, n.body)
    elif isinstance(node, ast.If):
        yield lambda n: ast.If(ast.UnaryOp(ast.Not(), n.test), n.body, n.orelse)
    elif isinstance(node, ast.Constant):
        yield from _constants(node)
    elif isinstance(node, ast.Return) and node.value is not None:
        yield lambda n: ast.Return(ast.Constant(None))
    elif isinstance(node, ast.Expr | ast.AugAssign | ast.Continue):
        yield lambda n: ast.Pass()
    elif isinstance(node, ast.comprehension | ast.GeneratorExp | ast.ListComp | ast.SetComp | ast.DictComp):
        yield from _without_conditions(node)


def _operand(index: int, node: Any) -> ast.AST:
    operand: ast.AST = node.values[index]
    return operand


def _constants(node: ast.Constant) -> Iterator[Callable[[Any], ast.AST]]:
    if isinstance(node.value, bool):
        yield lambda n: ast.Constant(not n.value)
    elif isinstance(node.value, int):
        yield lambda n: ast.Constant(n.value + 1)
    elif isinstance(node.value, str):
        yield lambda n: ast.Constant(n.value + "XX")
    elif node.value is None:
        yield lambda n: ast.Constant("XX")


def _without_conditions(node: Any) -> Iterator[Callable[[Any], ast.AST]]:
    if node.generators[0].ifs:

        def bare(n: Any) -> ast.AST:
            n = copy.deepcopy(n)
            n.generators[0].ifs = []
            return n

        yield bare
