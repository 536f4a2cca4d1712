"""The page of the named results: what a case file may expect and an answer may hold."""

from __future__ import annotations

from collections.abc import Iterable

from docs.writers.formulas import word_label
from docs.writers.markdown import code, escaped, link, listed, page
from koers.engine import words
from koers.engine.incentive import Output, Rulebook
from koers.engine.nodes import Kind

INTRODUCTION = """\
An incentive answers yes, no or unknown, and may compute amounts. The amounts have the names below,
the same in every incentive. A case file compares them by name; `NAME_min` and `NAME_max` are the
bounds of an amount that is known as a range, and `unknown` means that the right is certain and the
amount open.

The label is what a citizen reads. An incentive may say for itself who receives the amount, and per
what.
"""


def outputs_page(rulebook: Rulebook) -> str:
    """The page."""
    lines = [
        "# Outputs",
        "",
        "> Made from `koers/rulebook/outputs.py` by `make docs`. Change it there.",
        "",
        INTRODUCTION,
    ]
    for one in rulebook.outputs.values():
        lines += [f"## {code(one.name)}", "", f"{escaped(one.label)}.", ""]
        lines += listed(_points(one, rulebook))
    return page(lines)


def _points(one: Output, rulebook: Rulebook) -> Iterable[str]:
    match one.kind:
        case Kind.NUMBER:
            rounding = f"rounded half up to {one.step}" if one.step else "not rounded"
            yield f"A number in {code(one.unit)} ({words.unit_name(one.unit)}), {rounding}."
        case Kind.DAY:
            yield "A day."
        case Kind.TRUTH:
            yield "Yes, no or unknown."
        case Kind.CHOICE:
            labels = (f"{code(word)} ({escaped(word_label(rulebook, word))})" for word in one.words)
            yield f"One of: {', '.join(labels)}."
    if one.recipient:
        who = f"{'Paid by' if one.cost else 'For'} the {escaped(one.recipient)}"
        yield f"{who}, unless the incentive says otherwise."
    used = [
        link(code(incentive.id), f"incentives/{incentive.id}.md")
        for incentive in rulebook.incentives
        if one.name in incentive.outputs
    ]
    yield f"Computed by {', '.join(used)}." if used else "Computed by no incentive yet."
