"""The words that occur in the names of the rulebook, and those that the glossary explains."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from koers.engine import Rulebook
from koers.engine.facts import Fact

ENGLISH = Path(__file__).with_name("english_words.txt")


def words_of(rulebook: Rulebook) -> dict[str, str]:
    """Every word in a name that the rulebook gives something, with one such name."""
    return {word: name for name in _names(rulebook) for word in _words(name)}


def _words(name: str) -> list[str]:
    return [word for word in re.split(r"[^a-z0-9]+", name.lower()) if not re.match(r"\d|$", word)]


def _names(rulebook: Rulebook) -> Iterator[str]:
    for fact in rulebook.vocabulary.facts.values():
        yield from _names_of_fact(fact)
    for output in rulebook.outputs.values():
        yield from (output.name, *output.words)
    for incentive in rulebook.incentives:
        yield from (incentive.id, incentive.parameters.owner)
        yield from (one.name for one in incentive.conditions)
        yield from (one.name for one in incentive.steps)
        for parameter in incentive.parameters.known.values():
            yield from (parameter.name, *parameter.rows)


def _names_of_fact(fact: Fact) -> Iterator[str]:
    yield fact.name
    if fact.enumeration is not None:
        one = fact.enumeration
        yield from (one.name, *one.values, *one.groups, *one.accepts)
    if fact.usual is not None:
        yield from (*fact.usual.only_for, *fact.usual.not_for)


def unexplained(words: Iterable[str], known: frozenset[str]) -> list[str]:
    """The words that are not known, a number at their end (`pc200`) left out of account."""
    return sorted(word for word in words if not {word, word.rstrip("0123456789")} & known)


def english_words() -> frozenset[str]:
    """Words that need no explanation."""
    lines = ENGLISH.read_text(encoding="utf-8").splitlines()
    return frozenset(word for line in lines if not line.startswith("#") for word in line.split())


def explained_words(glossary: str) -> frozenset[str]:
    """The words of the names in the first column of the tables of the glossary."""
    rows = (line.split("|")[1] for line in glossary.splitlines() if line.startswith("| `"))
    names = (name for row in rows for name in re.findall(r"`([^`]+)`", row))
    return frozenset(word for name in names for word in _words(name))
