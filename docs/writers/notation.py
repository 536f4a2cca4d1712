"""A node as an author would write it: `employment.status.is_in(["employee"])`.

For pages that programmers read. Sentences for everybody are in `formulas`.
"""

from __future__ import annotations

from koers.engine.assessment import written
from koers.engine.nodes import (
    AllOf,
    AnyOf,
    Arithmetic,
    CalendarDay,
    Choose,
    Compare,
    Day,
    DayAsked,
    Elapsed,
    FactRef,
    Greatest,
    If,
    Least,
    Lookup,
    Member,
    Node,
    Not,
    Nothing,
    Number,
    OpenNorm,
    OrElse,
    ParameterRef,
    Present,
    ReferenceDay,
    Rounded,
    Shift,
    UnknownInLaw,
    Word,
)

_TIGHT = (FactRef, ParameterRef, Number, Day, DayAsked, ReferenceDay, Present, Least, Greatest)
_ROUNDING = {"half_up": "round_half_up", "down": "round_down", "up": "round_up"}


def notation(node: Node) -> str:
    """The source of a node; several sources can mean one node, this is the plainest."""
    match node:
        case AllOf(terms):
            return " & ".join(_bracketed(term) for term in terms)
        case AnyOf(terms):
            return " | ".join(_bracketed(term) for term in terms)
        case Not(Member(term, words)) if not words <= {True, False}:
            return _member(term, words, "!=", "~")
        case Not(term):
            return f"~{_bracketed(term)}"
        case Compare(operator, left, right) | Arithmetic(operator, left, right):
            return f"{_bracketed(left)} {operator} {_bracketed(right)}"
        case Member(term, words):
            return _member(term, words, "==", "")
        case _:
            return _call(node)


def _call(node: Node) -> str:
    match node:
        case FactRef(name):
            return name
        case ParameterRef(name=name):
            return f"p.{name}"
        case Number(value):
            return written(value)
        case Day(value):
            return value.isoformat()
        case Choose(value):
            return f'"{written(value)}"'
        case ReferenceDay():
            return "REFERENCE_DAY"
        case DayAsked():
            return "DAY_ASKED"
        case Present(term):
            return f"present({notation(term)})"
        case Least(terms):
            return f"least({', '.join(map(notation, terms))})"
        case Greatest(terms):
            return f"greatest({', '.join(map(notation, terms))})"
        case Rounded(term, step, mode):
            return f"{_ROUNDING[mode]}({notation(term)}, to={written(step)})"
        case OrElse(term, default):
            return f"or_else({notation(term)}, {notation(default)})"
        case Elapsed(unit, start, end):
            return f"{unit}({notation(start)}, {notation(end)})"
        case Shift(term, months, days):
            return f"shift({notation(term)}, months={notation(months)}, days={notation(days)})"
        case CalendarDay(edge, term):
            return f'calendar_day("{edge}", {notation(term)})'
        case If(condition, then, otherwise):
            branch = f"when({notation(condition)}).then({notation(then)})"
            return f"{branch}.otherwise({notation(otherwise)})"
        case Lookup(key=key, table=table):
            return f'lookup(p.table("{table.name if table else "?"}"), {notation(key)})'
        case UnknownInLaw(reason=reason):
            return f'unknown_in_law("{reason}")'
        case OpenNorm(text=text):
            return f'open_norm("{text}")'
        case Nothing(kind):
            return f"nothing_{kind.value}()"
        case _:
            raise TypeError(f"no notation for {type(node).__name__}")


def _member(term: Node, words: frozenset[Word], equal: str, without: str) -> str:
    name = notation(term)
    if words == {True}:
        return name
    if words == {False}:
        return f"{name}.known_no"
    quoted = sorted(written(word) if not isinstance(word, str) else f'"{word}"' for word in words)
    if len(quoted) == 1:
        return f"{name} {equal} {quoted[0]}"
    return f"{without}{name}.is_in([{', '.join(quoted)}])"


def _bracketed(node: Node) -> str:
    text = notation(node)
    plain = isinstance(node, _TIGHT) or " " not in text or text.endswith("])")
    return text if plain else f"({text})"
