"""The page of the sources: everything that the rulebook was read from, by folder."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from docs.writers.markdown import code, escaped, link, page, table
from koers.engine import words
from koers.engine.incentive import Rulebook
from koers.engine.parameters import Parameters, Source

INTRODUCTION = """\
Every source that a value, a condition, a step or a doubt of the rulebook names, with the day it was
read. Only numbers, dates and the gist of a rule were taken over, in our own words; no text was
copied. *Official* is the law or the administration, *secondary* somebody who explains it, *derived*
our own deduction.
"""


def sources_page(rulebook: Rulebook) -> str:
    """The page."""
    folders = {one.parameters.owner: one.parameters for one in rulebook.incentives}
    addresses = {source.url for one in folders.values() for source in one.sources.values()}
    lines = [
        "# Sources",
        "",
        "> Made from `koers/rulebook/*/parameters.yaml` by `make docs`. Change it there.",
        "",
        INTRODUCTION,
        f"{len(addresses)} addresses, in {len(folders)} folders.",
        "",
        *table(("folder", "official", "secondary", "derived", "read"), _counts(folders.values())),
    ]
    for owner, parameters in folders.items():
        rows = (_row(source) for source in parameters.sources.values())
        lines += [f"## {code(owner)}", "", *table(("key", "source", "status", "read"), rows)]
    return page(lines)


def address(source: Source) -> str:
    """A link to a source; a bracket in its address would end the link."""
    return link(escaped(source.title), source.url.replace("(", "%28").replace(")", "%29"))


def described(source: Source) -> str:
    """A source in Dutch: link, how official it is, and when it was read."""
    status, read = words.STATUSES[source.status], words.day(source.read)
    return f"{address(source)} ({status}, gelezen op {read})"


def _counts(folders: Iterable[Parameters]) -> Iterable[tuple[str, ...]]:
    for one in folders:
        found = Counter(source.status for source in one.sources.values())
        days = sorted({source.read.isoformat() for source in one.sources.values()})
        yield (
            code(one.owner),
            *(str(found[status]) for status in ("official", "secondary", "derived")),
            " to ".join(dict.fromkeys((days[0], days[-1]))),
        )


def _row(source: Source) -> tuple[str, ...]:
    return code(source.key), address(source), source.status, source.read.isoformat()
