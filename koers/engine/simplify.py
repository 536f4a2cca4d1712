"""Resolved nodes made smaller without changing their value: what no fact can change is settled.

Used before compiling only; `assess` reads the rule as it was written. Certainly yes becomes an
empty `AllOf`, certainly no an empty `AnyOf`.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import fields, replace

from koers.engine.evaluate import Evaluation
from koers.engine.nodes import (
    AllOf,
    AnyOf,
    Compare,
    FactRef,
    If,
    Kind,
    Node,
    Not,
    Number,
    UnknownInLaw,
    kind_of,
    walk,
)
from koers.engine.values import NO, YES

SURELY = AllOf(())
NEVER = AnyOf(())


def constant(node: Node) -> bool:
    """Does a node look at no fact?"""
    return not any(isinstance(item, FactRef) for item in walk(node))


def simplified(node: Node, evaluation: Evaluation) -> Node:
    """The same node, smaller where that is possible."""
    if constant(node):
        return _settled(node, evaluation)
    node = _smaller(_with_children(node, lambda child: simplified(child, evaluation)))
    if isinstance(node, Compare):
        for side in (node.left, node.right):
            if constant(side) and not evaluation.quantity(side).present:
                return NEVER
    return node


def _settled(node: Node, evaluation: Evaluation) -> Node:
    kind = kind_of(node)
    if kind is Kind.TRUTH:
        truth = evaluation.truth(node).truth
        return {YES: SURELY, NO: NEVER}.get(truth, UnknownInLaw(Kind.TRUTH, "", ""))
    if kind is Kind.NUMBER:
        value = evaluation.quantity(node)
        if value.exact:
            return Number(value.low)
    return node


def _with_children(node: Node, change: Callable[[Node], Node]) -> Node:
    changed: dict[str, object] = {}
    for item in fields(node):
        value = getattr(node, item.name)
        if isinstance(value, Node):
            changed[item.name] = change(value)
        elif isinstance(value, tuple) and value and isinstance(value[0], Node):
            changed[item.name] = tuple(change(part) for part in value)
    return replace(node, **changed) if changed else node


def _smaller(node: Node) -> Node:
    match node:
        case AllOf(terms):
            return _joined(AllOf, terms, NEVER)
        case AnyOf(terms):
            return _joined(AnyOf, terms, SURELY)
        case Not(term) if term == SURELY:
            return NEVER
        case Not(term) if term == NEVER:
            return SURELY
        case Not(Not(term)):
            return term
        case If(condition, then, _) if condition == SURELY:
            return then
        case If(condition, _, otherwise) if condition == NEVER:
            return otherwise
        case If(_, then, otherwise) if then == otherwise and constant(then):
            return then
        case _:
            return node


def _joined(kind: type[AllOf] | type[AnyOf], terms: tuple[Node, ...], decides: Node) -> Node:
    """And or or: flat, each term once, without the terms that decide nothing."""
    flat: dict[Node, None] = {}
    for term in terms:
        if term == decides:
            return decides
        inner = term.terms if isinstance(term, kind) else (term,)
        flat.update(dict.fromkeys(inner))
    return next(iter(flat)) if len(flat) == 1 else kind(tuple(flat))
