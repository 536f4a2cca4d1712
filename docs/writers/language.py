"""The language reference: the tables of the spec tests, the vocabulary, and the public names.

The spec tests hold every reading of a rule to their tables, so what stands here was run.
"""

from __future__ import annotations

import ast
import inspect
from collections.abc import Iterable
from dataclasses import fields
from enum import EnumMeta
from functools import cache
from itertools import pairwise
from pathlib import Path

import koers.engine
from docs.writers.markdown import cell, code, listed, page, table
from docs.writers.specs import operations
from koers.engine import nodes
from koers.engine.nodes import Node

ENGINE = Path(nodes.__file__).parent
INTRODUCTION = """\
What a rule can say, and nothing more. Authors combine facts, parameters and whole numbers with
operators and functions; that builds a tree of nodes and computes nothing. Types, words and units
are checked where they are written. Learn it by doing:
[your first incentive](../tutorial/first-incentive.md).
"""
OPERATORS = (
    (("a & b", "a | b", "~a"), "conditions", "and, or, not, in Kleene's logic of three values"),
    (("a == b", "a != b"), "numbers, days, a choice and a word", "equal, not equal"),
    (("a < b", "a <= b", "a > b", "a >= b"), "two numbers or two days", "false if one is absent"),
    (("a + b", "a - b"), "numbers in one unit", "sum, difference; absent if one is absent"),
    (("a * b", "a / b"), "numbers", "product, quotient; the units multiply or divide"),
    (("fact.is_in([...])",), "a choice", "the word is one of these"),
    (("fact", "fact == False"), "a yes-or-no fact", "it is yes; it is not yes (no, or absent)"),
    (("fact.known_no",), "a yes-or-no fact", "it is no, and not absent"),
    (("p.name",), "a parameter", "a number of the law"),
    (('p.day("name")', 'p.word("name")'), "a parameter", "a day or a word of the law"),
    (('p.table("name")',), "a parameter with rows", "the table that `lookup` takes"),
)
NOT_IN_THE_LANGUAGE = (
    "`and`, `or`, `not`, `if`, `in` and chained comparisons: they ask Python for a truth value, "
    "and an expression has three. A `RuleError` says so, with file and line.",
    "Loops and lists. A fact that is a list is reduced to numbers where facts enter (`Reduction`).",
    "A clock. A rule sees `REFERENCE_DAY`, the day the law looks at, and `DAY_ASKED`.",
    "Numbers of the law. They stand in `parameters.yaml`, with a date and a source.",
)
PARTS = {
    "language": "Expressions",
    "facts": "Facts",
    "reading": "Parameters",
    "incentive": "Incentives",
    "values": "Values of facts",
    "nodes": "Kinds",
    "errors": "Errors",
}
"""The modules of the engine that public names come from, in the order of the page."""
_MEMBERS = {"ABSENT": ("Special", "ABSENT"), "UNKNOWN": ("Special", "UNKNOWN")}


def language_page() -> str:
    """The page."""
    return page(
        [
            "# The rule language",
            "",
            "> Made from `koers/engine` and `tests/spec` by `make docs`. Change it there.",
            "",
            INTRODUCTION,
            "## Operators",
            "",
            *table(("written", "with", "means"), _operators()),
            "Not in the language:",
            "",
            *listed(NOT_IN_THE_LANGUAGE),
            *operations(),
            *_public_names(),
            *_vocabulary(),
        ]
    )


def _operators() -> Iterable[tuple[str, str, str]]:
    for written, between, meaning in OPERATORS:
        yield ", ".join(map(code, written)), between, meaning


# Public names ------------------------------------------------------------------------------------


def _public_names() -> list[str]:
    lines = [
        "## Public names of `koers.engine`",
        "",
        "Everything that a rule file or a program may import. What is not here is private.",
        "",
    ]
    by_module: dict[str, list[str]] = {name: [] for name in PARTS}
    for name in koers.engine.__all__:
        by_module.setdefault(_home(name), []).append(name)
    for module, names in by_module.items():
        lines += [f"### {PARTS.get(module, module.capitalize())}", ""]
        for name in names:
            lines += [f"#### {code(name)}", "", *_described(name, getattr(koers.engine, name))]
    return lines


def _home(name: str) -> str:
    """The module of the engine that defines a public name."""
    of_value = getattr(getattr(koers.engine, name), "__module__", None)
    if of_value is not None:
        return str(of_value).rpartition(".")[2]
    return next(module for module in PARTS if name in _notes(module))


def _described(name: str, value: object) -> list[str]:
    if inspect.isclass(value):
        return [*_signature(name, value), *_text(value.__doc__), *_members(value)]
    if inspect.isfunction(value):
        return [*_signature(name, value), *_text(value.__doc__)]
    owner, member = _MEMBERS.get(name, ("", name))
    return _text(_notes(_home(name), owner)[member])


def _signature(name: str, value: object) -> list[str]:
    assert callable(value)
    if isinstance(value, EnumMeta) or (inspect.isclass(value) and issubclass(value, Exception)):
        return []
    given = inspect.signature(value, eval_str=False)
    shown = given.replace(
        parameters=[
            one.replace(annotation=inspect.Parameter.empty)
            for one in given.parameters.values()
            if one.name != "self"
        ],
        return_annotation=inspect.Signature.empty,
    )
    plain = str(shown).replace("<factory>", "...").replace("'", '"')
    return ["```text", f"{name}{plain}", "```", ""]


def _text(docstring: str | None) -> list[str]:
    return [*inspect.cleandoc(docstring or "").splitlines(), ""]


def _members(value: type) -> list[str]:
    if isinstance(value, EnumMeta):
        return [f"One of {', '.join(code(member) for member in value.__members__)}.", ""]
    public = [
        (code(name), cell(inspect.getdoc(member) or ""))
        for name, member in vars(value).items()
        if not name.startswith("_") and (inspect.isfunction(member) or isinstance(member, property))
    ]
    return table(("member", "is"), public) if public else []


@cache
def _notes(module: str, owner: str = "") -> dict[str, str]:
    """What is assigned in a module, or in one of its classes, with the string that stands under it.

    Python keeps no docstring of a constant, so the source is read.
    """
    source = (ENGINE / f"{module}.py").read_text(encoding="utf-8")
    body: list[ast.stmt] = ast.parse(source).body
    if owner:
        classes = (one for one in body if isinstance(one, ast.ClassDef) and one.name == owner)
        body = [statement for one in classes for statement in one.body]
    found: dict[str, str] = {}
    for assigned, note in pairwise([*body, ast.Pass()]):
        match assigned:
            case ast.Assign(targets=[ast.Name(id=name)]) | ast.AnnAssign(target=ast.Name(id=name)):
                found[name] = _string(note)
    return found


def _string(statement: ast.stmt) -> str:
    match statement:
        case ast.Expr(value=ast.Constant(value=str(text))):
            return text
        case _:
            return ""


# Vocabulary --------------------------------------------------------------------------------------


def _vocabulary() -> list[str]:
    lines = [
        "## Vocabulary: the nodes",
        "",
        "What expressions mean. Every reading has one small function per node. `ParameterRef`, "
        "`ReferenceDay` and `DayAsked` disappear when a rule is resolved at a date.",
        "",
    ]
    rows = [
        (code(one.__name__), ", ".join(_fields(one)) or "–", cell(inspect.getdoc(one) or ""))
        for one in vars(nodes).values()
        if inspect.isclass(one) and issubclass(one, Node) and one is not Node
    ]
    return [*lines, *table(("node", "holds", "is"), rows)]


def _fields(one: type[Node]) -> Iterable[str]:
    return (code(field.name) for field in fields(one))
