"""What the rulebook leaves open about the law: every doubt, gap, judgement and disagreement.

No question to a person solves these. What lives here is which they are, about what, from when
until when and on which sources; the page that lists them is written in `docs/`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from enum import Enum
from typing import Final

from koers.engine import words
from koers.engine.checks import siblings
from koers.engine.concerns import (
    PLACE,
    concerns,
    named_sources,
    row_label,
    shown_parameters,
)
from koers.engine.explain import SourceInWords, source_in_words
from koers.engine.incentive import Incentive, Rulebook
from koers.engine.moves import ALL_OTHERS, lines_with_ends
from koers.engine.nodes import Node, OpenNorm, UnknownInLaw, facts_in, walk
from koers.engine.parameters import DatedValue, Doubt, Parameter, Series
from koers.engine.sources import named
from koers.engine.status import dispute_of

NO_OFFICIAL_TEXT: Final = "Een officiële tekst. Die lazen we hierover nog niet."


class Open(Enum):
    """Which kind of openness."""

    DOUBT = "doubt"
    VALUE = "value_not_known"
    RULE = "rule_not_known"
    JUDGEMENT = "judgement"
    DISPUTED = "disputed"


@dataclass(frozen=True)
class OpenQuestion:
    """One thing that is open: about what, why, in which period, on which sources.

    `about` is Dutch labels; `settle` what would end it, empty when nobody knows. `ours` is the
    value that we follow where sources disagree; `law` the article of a judgement.
    """

    kind: Open
    about: tuple[str, ...]
    why: str
    sources: tuple[SourceInWords, ...]
    since: date | None = None
    until: date | None = None
    settle: str = ""
    ours: str = ""
    law: str = ""


def open_questions(rulebook: Rulebook, incentive: Incentive) -> tuple[OpenQuestion, ...]:
    """Everything that is open about one incentive; the same reason for several parts once.

    What a folder holds and no incentive of it claims stands with the first one.
    """
    reader = _Reader(rulebook, incentive)
    found = [*reader.doubts(), *reader.values(), *reader.unread()]
    return _merged(_settled(one) for one in found)


def _settled(one: OpenQuestion) -> OpenQuestion:
    """With what would settle it: as the author says, else an official text where there is none."""
    official = words.STATUSES["official"]
    if one.settle or not one.sources or any(source.status == official for source in one.sources):
        return one
    return replace(one, settle=NO_OFFICIAL_TEXT)


def _merged(found: Iterable[OpenQuestion]) -> tuple[OpenQuestion, ...]:
    """The same question about several parts is one question."""
    kept: dict[OpenQuestion, tuple[str, ...]] = {}
    for one in found:
        bare = replace(one, about=())
        kept[bare] = tuple(dict.fromkeys((*kept.get(bare, ()), *one.about)))
    return tuple(replace(bare, about=about) for bare, about in kept.items())


class _Reader:
    """Finds what is open in the file and in the rule of one incentive."""

    def __init__(self, rulebook: Rulebook, incentive: Incentive) -> None:
        self.rulebook = rulebook
        self.rule = incentive
        self.own = incentive.parameters
        self.family = siblings(incentive, rulebook)

    @property
    def first(self) -> bool:
        """Is it the first incentive of its folder?"""
        return self.family[0].id == self.rule.id

    # parameters.yaml ---------------------------------------------------------------------------

    def doubts(self) -> Iterator[OpenQuestion]:
        for doubt in self.own.doubts:
            if concerns(self.rulebook, self.rule, doubt.about):
                yield self._doubt(doubt)

    def _doubt(self, doubt: Doubt) -> OpenQuestion:
        labels = self.labels()
        about = tuple(labels.get(name, name) for name in doubt.about)
        sources = named_sources(self.rulebook, self.own.owner, doubt.sources)
        return OpenQuestion(
            Open.DOUBT, about, doubt.why, sources, doubt.since, doubt.until, doubt.settle
        )

    def labels(self) -> dict[str, str]:
        """The Dutch words for what a doubt may be about, of the whole folder."""
        found = {"all": "alles"}
        for one in self.family:
            found[one.id] = one.texts.title
            found |= {step.name: one.texts.steps.get(step.name, step.name) for step in one.steps}
            found |= {name: self.rulebook.outputs[name].label for name in one.outputs}
            found |= {item.name: self._title(item.title) for item in one.conditions}
        return found | {one.name: one.label for one in self.own.known.values()}

    def _title(self, title: str) -> str:
        """A title without its numbers, which differ from year to year."""
        return PLACE.sub("…", title)

    def values(self) -> Iterator[OpenQuestion]:
        """The values that are not known, and those on which sources disagree."""
        shown = list(shown_parameters(self.rulebook, self.rule))
        if self.first:
            every = (shown_parameters(self.rulebook, one) for one in self.family)
            claimed = {one.name for several in every for one in several}
            shown += [one for one in self.own.known.values() if one.name not in claimed]
        for parameter in shown:
            several = {"": parameter.values, **parameter.rows, ALL_OTHERS: parameter.otherwise}
            for row, series in several.items():
                for line, since, until in self._lines(series):
                    yield from self._value(parameter, row, line, since, until)

    def _value(
        self, parameter: Parameter, row: str, line: DatedValue, since: date, until: date | None
    ) -> Iterator[OpenQuestion]:
        begins = None if since.year <= words.LONG_AGO else since
        if line.disputed:
            found = dispute_of(self.rulebook, self.rule, parameter, row, line)
            about, why = (found.about,), found.theirs
            one = OpenQuestion(Open.DISPUTED, about, why, found.sources, begins, until)
            yield replace(one, ours=found.ours, settle=found.settle)
        if isinstance(line.node, UnknownInLaw):
            label = row_label(self.rulebook, self.rule, parameter, row) if row else ""
            about = (f"{parameter.label} ({label})" if label else parameter.label,)
            sources = named_sources(self.rulebook, parameter.owner, line.sources)
            why = line.node.reason
            yield OpenQuestion(Open.VALUE, about, why, sources, begins, until, line.settle)

    def _lines(self, series: Series) -> Iterator[tuple[DatedValue, date, date | None]]:
        """The lines of a series that hold while the instrument exists, with their period."""
        life = self.own.exists
        for line, until in lines_with_ends(series):
            since = max(line.since, life.since) if life and life.since else line.since
            last = min((day for day in (until, life.until if life else None) if day), default=None)
            if last is None or last >= since:
                yield line, since, last

    # rule.py -----------------------------------------------------------------------------------

    def rule_parts(self) -> Iterator[tuple[str, Node, date | None, date | None, str]]:
        """Each condition, amount and step: its label, node, period and source."""
        for one in self.rule.conditions:
            yield self._title(one.title), one.node, one.since, one.until, one.source
        for name, result in self.rule.outputs.items():
            yield self.rulebook.outputs[name].label, result.node, None, None, ""
        for step in self.rule.steps:
            if step.by is not None:
                label = self.rule.texts.steps.get(step.name, step.name)
                yield self._title(label), step.by.node, None, None, step.source

    def unread(self) -> Iterator[OpenQuestion]:
        """What a rule says it does not know, and what it leaves to an authority."""
        for label, node, since, until, source in self.rule_parts():
            for item in walk(node):
                match item:
                    case UnknownInLaw(reason=reason, source=name):
                        sources = self._sources(name or source)
                        yield OpenQuestion(Open.RULE, (label,), reason, sources, since, until)
                    case OpenNorm(text, law, decides):
                        one = OpenQuestion(
                            Open.JUDGEMENT, (label,), text, self._sources(source), since, until
                        )
                        yield replace(one, law=law, settle=self._decides(decides))
            for name in facts_in(node):
                fact = self.rulebook.vocabulary.facts[name]
                if fact.judged_by:
                    one = OpenQuestion(Open.JUDGEMENT, (label,), fact.label, (), since, until)
                    yield replace(one, settle=self._decides(fact.judged_by))

    def _decides(self, who: str) -> str:
        return f"{who[:1].upper()}{who[1:]} beslist, voor elke persoon apart."

    def _sources(self, name: str) -> tuple[SourceInWords, ...]:
        found = named(self.rulebook, self.rule, name) if name else None
        return (source_in_words(found),) if found else ()
