"""What committees.yaml says of each joint committee, as a table of the law.

A row counts the kinds of help that were read, with the address of the fund. A committee of which
nothing was read is unknown in law, never zero, and its reason names where to look.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

from koers.engine.nodes import Kind, Node, Number, UnknownInLaw
from koers.engine.parameters import DatedValue, Parameter, Parameters, Series, Source
from koers.engine.reading import read_yaml

ALWAYS = date(1900, 1, 1)
NO_FUND = "fund-elsewhere"


def with_help_read(p: Parameters) -> Parameters:
    """The parameters of the folder, with the table `help_read` and the funds as sources."""
    data = read_yaml(p.path.with_name("committees.yaml"))
    funds = _funds(data)
    rows = {
        number: _row(number, one, data["committees"], funds)
        for number, one in data["committees"].items()
    }
    elsewhere = funds[NO_FUND]
    unlisted = (
        "Dit nummer staat niet in onze lijst van paritaire comités. Kijk het na op je loonbrief, "
        f"of zoek het op: {_place(elsewhere)}"
    )
    table = Parameter(
        owner=p.owner,
        name="help_read",
        label="Soorten hulp van het fonds die we lazen",
        unit="",
        kind=Kind.NUMBER,
        rows=rows,
        otherwise=_always(UnknownInLaw(Kind.NUMBER, unlisted, elsewhere.url), NO_FUND),
    )
    return replace(p, known={**p.known, table.name: table}, sources={**p.sources, **funds})


def _funds(data: Mapping[str, Any]) -> dict[str, Source]:
    """The funds as sources, and where to look when there is none."""
    named = {f"fund-{key}": one for key, one in data["funds"].items()}
    named[NO_FUND] = data["elsewhere"]
    return {
        key: Source(key, one["name"], one["url"], one["status"], data["read"])
        for key, one in named.items()
    }


def _row(
    number: str, one: Mapping[str, Any], every: Mapping[str, Any], funds: Mapping[str, Source]
) -> Series:
    """What was read of one committee."""
    key = f"fund-{one['fund']}" if "fund" in one else NO_FUND
    if "help" in one:
        kinds = ", ".join(one["help"])
        note = f"{kinds[:1].upper()}{kinds[1:]}."
        return _always(Number(Decimal(len(one["help"]))), key, note)
    place = _place(funds[key])
    if "fund" in one:
        where = f"Kijk bij het fonds van de sector: {place}"
    else:
        where = f"Vraag het aan je werkgever of je vakbond, of zoek het op: {place}"
    below = any(other.startswith(f"{number}.") for other in every)
    parts = " Dit comité heeft delen, met een punt in het nummer; je loonbrief zegt welk."
    reason = f"Van nummer {number}, {one['name']}, lazen we niet welke hulp er is."
    reason += f"{parts if below else ''} {where}"
    return _always(UnknownInLaw(Kind.NUMBER, reason, funds[key].url), key)


def _place(source: Source) -> str:
    return f"{source.title} ({source.url})"


def _always(node: Node, source: str, note: str = "") -> Series:
    return (DatedValue(since=ALWAYS, node=node, sources=(source,), note=note),)
