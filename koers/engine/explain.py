"""From an assessment to reasons in words: what a person reads about one right.

What lives here is Dutch sentences (level B1) about an answer that `assess` gave. Nothing is
decided here, and nothing is left out: what was assumed, what the law leaves open, what was not
checked. What would open a closed right is in `change`. How a value is written is in `words`.

Longer than most modules: a third of it is the tree of what comes out.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Final

from koers.engine import words
from koers.engine.assessment import (
    AmountFound,
    Answer,
    Assessment,
    Contradiction,
    FactSeen,
    Origin,
    ParameterSeen,
    Reason,
    StepFound,
)
from koers.engine.errors import RuleError
from koers.engine.facts import Fact
from koers.engine.incentive import Incentive, Rulebook
from koers.engine.parameters import Doubt, Source, value_on
from koers.engine.values import Causes, LawDoubt, Norm, Truth

NO_DECISION: Final = (
    "Koers berekent, de dienst die bevoegd is beslist. Dit is geen beslissing. "
    "Klopt er iets niet? Meld het ons."
)
MOST_NAMED: Final = 3


# What comes out ------------------------------------------------------------------------------


YOU = frozenset({"worker", "jobseeker", "learner", "self-employed"})
"""Who an answer speaks to; on an employer's page that is the worker."""


@dataclass(frozen=True)
class SourceInWords:
    """Where something was read: title, link, how official it is, and on which day."""

    title: str
    url: str
    status: str
    read: str


@dataclass(frozen=True)
class FactInWords:
    """A fact that a condition looked at; `why` says why a value was assumed."""

    name: str
    label: str
    value: str
    origin: str
    why: str


@dataclass(frozen=True)
class LawValue:
    """A dated value of the law that a condition used; `disputed` is what another source says.

    `row` is the row of a table that counted, where that was certain; `note` explains the value.
    """

    name: str
    label: str
    value: str
    since: str
    disputed: str
    sources: tuple[SourceInWords, ...]
    row: str = ""
    note: str = ""


@dataclass(frozen=True)
class ConditionInWords:
    """One condition: what must be so, whether it is, on which law, and what was looked at."""

    name: str
    title: str
    text: str
    truth: Truth
    verdict: str
    law: str
    source: SourceInWords | None
    facts: tuple[FactInWords, ...]
    values: tuple[LawValue, ...]
    open_because: tuple[str, ...]


@dataclass(frozen=True)
class AmountInWords:
    """One result: how much, per what, for whom; `open_because` is empty when it is exact."""

    name: str
    label: str
    value: str
    period: str
    recipient: str
    note: str
    open_because: tuple[str, ...]


@dataclass(frozen=True)
class FactNamed:
    """A fact by name and label."""

    name: str
    label: str


@dataclass(frozen=True)
class OpenLaw:
    """What the law, or our reading of it, leaves open, and where we looked."""

    reason: str
    sources: tuple[SourceInWords, ...]


@dataclass(frozen=True)
class Judgement:
    """What an authority judges: who decides, and what it looks at."""

    decides: str
    text: str
    law: str


@dataclass(frozen=True)
class StepInWords:
    """Something to do; `by` is the last day in words, empty when the law sets none."""

    name: str
    text: str
    who: str
    by: str
    url: str


@dataclass(frozen=True)
class Explanation:
    """One answer in words. Everything is Dutch text, ready to be shown, read aloud or printed."""

    incentive: str
    title: str
    summary: str
    answer: Answer
    headline: str
    because: str
    amounts: tuple[AmountInWords, ...]
    conditions: tuple[ConditionInWords, ...]
    missing: tuple[FactNamed, ...]
    law_open: tuple[OpenLaw, ...]
    judgements: tuple[Judgement, ...]
    assumptions: tuple[FactInWords, ...]
    contradictions: tuple[str, ...]
    steps: tuple[StepInWords, ...]
    doubts: tuple[OpenLaw, ...]
    taken_as_met: tuple[str, ...]
    not_covered: tuple[str, ...]
    asked: str
    day: str
    day_is: str
    version: str
    note: str


def explain(rulebook: Rulebook, assessment: Assessment) -> Explanation:
    """An assessment in words.

    `rulebook` is the one that made the assessment; `Assessment.rulebook_version` says which.
    Raises RuleError when the incentive has no Dutch texts, or a text names no parameter.
    """
    return _Explainer(rulebook, assessment).explanation()


# How it is made ------------------------------------------------------------------------------


def _sentence(text: str) -> str:
    """Text that ends as a sentence."""
    text = text.strip()
    return text if text.endswith((".", "?", "!")) else f"{text}."


def _small(text: str) -> str:
    """Text to go on with after a colon; a word in capitals (VDAB) stays as it is."""
    return text if text[1:2].isupper() else text[:1].lower() + text[1:]


class _Explainer:
    """Puts the parts of one assessment into words."""

    def __init__(self, rulebook: Rulebook, assessment: Assessment) -> None:
        self.rulebook = rulebook
        self.found = assessment
        self.rule: Incentive = rulebook[assessment.incentive]
        self.facts: Mapping[str, Fact] = rulebook.vocabulary.facts
        self.on_employer_page = self.rule.kind in ("employer_right", "duty")

    def explanation(self) -> Explanation:
        found, rule = self.found, self.rule
        conditions = tuple(self._condition(reason) for reason in found.reasons)
        return Explanation(
            incentive=rule.id,
            title=rule.texts.title,
            summary=self._filled(rule.texts.summary),
            answer=found.answer,
            headline=self._headline(),
            because=self._because(conditions),
            amounts=tuple(
                self._amount(one)
                for name, one in found.amounts.items()
                if found.answer is not Answer.NOT_ENTITLED or rule.outputs[name].always
            ),
            conditions=conditions,
            missing=self._named(found.missing, found.norms),
            law_open=tuple(self._open_law(doubt) for doubt in found.law_doubts),
            judgements=tuple(self._judgement(norm) for norm in found.norms),
            assumptions=tuple(
                self._fact(FactSeen(one.fact, one.value, Origin.ASSUMED, one.because))
                for one in found.assumptions
            ),
            contradictions=tuple(self._contradiction(one) for one in found.contradictions),
            steps=tuple(self._step(one) for one in found.steps),
            doubts=self._doubts(),
            taken_as_met=tuple(self._filled(text) for text in rule.texts.taken_as_met),
            not_covered=tuple(self._filled(text) for text in rule.texts.not_covered),
            asked=words.day(found.asked),
            day=words.day(found.day),
            day_is=words.REFERENCES[rule.reference],
            version=found.rulebook_version,
            note=NO_DECISION,
        )

    # The answer ------------------------------------------------------------------------------

    def _headline(self) -> str:
        if not self.found.exists:
            return self._outside_existence()
        if not self.found.answers:
            return words.NO_ANSWER
        return words.HEADLINES.get(self.rule.kind, words.HEADLINES["other"])[self.found.answer]

    def _outside_existence(self) -> str:
        exists, day = self.rule.parameters.exists, self.found.day
        if exists is not None and exists.since is not None and day < exists.since:
            return f"Op {words.day(day)} bestaat dit nog niet. Het begint op " + _sentence(
                words.day(exists.since)
            )
        if exists is not None and exists.until is not None and day > exists.until:
            return f"Op {words.day(day)} bestaat dit niet meer. De laatste dag was " + _sentence(
                words.day(exists.until)
            )
        return f"Op {words.day(day)} bestaat dit niet."

    def _because(self, conditions: Iterable[ConditionInWords]) -> str:
        if not self.found.exists or not self.found.answers:
            return ""
        if self.found.answer is Answer.NOT_ENTITLED:
            return self._why_not([one for one in conditions if one.truth is Truth.NO])
        if self.found.answer is Answer.ENTITLED:
            return ""
        found = self.found
        open_ = Causes(
            frozenset(found.missing), frozenset(found.law_doubts), frozenset(found.norms)
        )
        return " ".join(self._open_because(open_))

    def _why_not(self, failing: list[ConditionInWords]) -> str:
        first = f"Niet in orde: {_sentence(_small(failing[0].title))}"
        if len(failing) == 1:
            return first
        more = len(failing) - 1
        others = "is nog één andere voorwaarde" if more == 1 else f"zijn nog {more} voorwaarden"
        return f"{first} Er {others} niet in orde."

    # Conditions ------------------------------------------------------------------------------

    def _condition(self, reason: Reason) -> ConditionInWords:
        return ConditionInWords(
            name=reason.name,
            title=self._filled(reason.title),
            text=self._filled(self.rule.texts.conditions.get(reason.name, "")),
            truth=reason.verdict,
            verdict=words.VERDICTS[reason.verdict],
            law=reason.law,
            source=next(iter(self._sources_at(reason.url)), None),
            facts=tuple(self._fact(one) for one in reason.facts),
            values=tuple(self._law_value(one) for one in reason.parameters),
            open_because=self._open_because(reason.causes),
        )

    def _fact(self, seen: FactSeen) -> FactInWords:
        fact = self.facts[seen.name]
        unknown = seen.origin is Origin.UNKNOWN
        value = words.NOT_KNOWN if unknown else words.fact_seen(fact, seen.value)
        return FactInWords(seen.name, fact.label, value, words.ORIGINS[seen.origin], seen.because)

    def _law_value(self, seen: ParameterSeen) -> LawValue:
        parameter = self.rulebook.parameters[seen.owner, seen.name]
        line = value_on(parameter.series(seen.row), self.found.day)
        return LawValue(
            name=seen.name,
            label=parameter.label,
            value="een tabel"
            if parameter.is_table and not seen.row
            else words.law_value(None if line is None else line.node, parameter.unit),
            since="" if seen.since is None else words.day(seen.since),
            disputed="" if line is None else line.disputed,
            sources=self._named_sources(seen.owner, seen.sources),
            row=seen.row,
            note="" if line is None else line.note,
        )

    def _open_because(self, causes: Causes) -> tuple[str, ...]:
        """Why something is open: what was not answered, what the law leaves open, who judges."""
        labels = [one.label for one in self._named(causes.facts, causes.norms)]
        if len(labels) > MOST_NAMED:
            labels = [*labels[:MOST_NAMED], "nog meer"]
        return (
            *([f"We weten nog niet: {words.listed(labels)}."] if labels else ()),
            *(
                f"De regel is nog niet duidelijk: {_sentence(_small(doubt.reason))}"
                for doubt in sorted(causes.law, key=lambda doubt: doubt.reason)
            ),
            *(
                f"{norm.decides} beslist. Ze kijken naar: {_sentence(_small(norm.text))}"
                for norm in sorted(causes.norms, key=lambda norm: norm.text)
            ),
        )

    def _named(self, names: Container[str], norms: Iterable[Norm]) -> tuple[FactNamed, ...]:
        """The facts that a person can answer: not those that an authority judges."""
        judged = {norm.text for norm in norms}
        found = (FactNamed(name, fact.label) for name, fact in self.facts.items() if name in names)
        return tuple(one for one in found if one.label not in judged)

    # Amounts and steps -----------------------------------------------------------------------

    def _amount(self, found: AmountFound) -> AmountInWords:
        output = self.rulebook.outputs[found.name]
        per = words.period(found.period)
        who = self._person(found.recipient)
        if found.recipient and found.cost:
            recipient = f"{self._subject(found.recipient)} betaalt dit"
        else:
            recipient = f"voor {who}" if found.recipient else ""
        return AmountInWords(
            name=found.name,
            label=output.label,
            value=self._how_much(found),
            period="" if per and words.unit_name(found.unit).endswith(per) else per,
            recipient=recipient,
            note=self.rule.outputs[found.name].note,
            open_because=self._open_because(found.causes),
        )

    def _how_much(self, found: AmountFound) -> str:
        if found.absent:
            return "geen"
        match found.value:
            case Decimal() as value:
                return words.amount(value, found.unit)
            case date() as value:
                return words.day(value)
            case str() as value:
                return self._word(value)
        if found.low == found.high and found.low is not None:
            return f"{self._range(found)}, of geen"
        return self._range(found)

    def _range(self, found: AmountFound) -> str:
        low, high = found.low, found.high
        if isinstance(low, date) or isinstance(high, date):
            first, last = (end if isinstance(end, date) else None for end in (low, high))
            return words.days_between(first, last)
        if low is not None or high is not None:
            return words.between(low, high, found.unit)
        if found.words:
            order = self.rulebook.outputs[found.name].words
            known = [word for word in order if word in found.words]
            return words.listed([self._word(word) for word in known], "of")
        return words.NOT_KNOWN if found.causes.facts else words.NOT_KNOWN_IN_LAW

    def _word(self, word: str) -> str:
        """The label of a word that comes out of a rule: of a right, of a fact, or as it is."""
        known = {"yes": "ja", "no": "nee", "unknown": words.NOT_KNOWN, "none": "geen"}
        known |= {"worker": self._person("worker"), "employer": self._person("employer")}
        if word in known:
            return known[word]
        if word in self.rulebook:
            return self.rulebook[word].texts.title
        for output in self.rulebook.outputs.values():
            if word in output.labels:
                return output.labels[word]
        for fact in self.facts.values():
            if fact.enumeration is not None and word in fact.enumeration.values:
                return fact.enumeration.values[word]
        return word

    def _person(self, who: str) -> str:
        if who in YOU:
            return "de werknemer" if self.on_employer_page else "jou"
        return self._subject(who)

    def _subject(self, who: str) -> str:
        if who in YOU:
            return "de werknemer" if self.on_employer_page else "jij"
        employer = "de werkgever" if self.on_employer_page else "je baas"
        school = "de school of het opleidingscentrum"
        named = {"employer": employer, "enterprise": "de onderneming", "provider": school}
        return named.get(who, who)

    def _step(self, found: StepFound) -> StepInWords:
        by = "" if found.by is None else f"ten laatste op {words.day(found.by)}"
        if found.open:
            by = "de laatste dag is nog niet geweten"
        text = self._filled(self.rule.texts.steps.get(found.name, ""))
        return StepInWords(found.name, text, self._subject(found.who), by, found.url)

    # What is open, and what does not fit -------------------------------------------------------

    def _open_law(self, doubt: LawDoubt) -> OpenLaw:
        return OpenLaw(_sentence(doubt.reason), self._sources_at(doubt.source))

    def _judgement(self, norm: Norm) -> Judgement:
        return Judgement(norm.decides, norm.text, norm.law)

    def _doubt(self, doubt: Doubt) -> OpenLaw:
        return OpenLaw(
            _sentence(doubt.why), self._named_sources(self.rule.parameters.owner, doubt.sources)
        )

    def _doubts(self) -> tuple[OpenLaw, ...]:
        """The doubts of the folder that concern this incentive, on this day."""
        day, rule = self.found.day, self.rule
        own = self.rulebook.names_in(rule)
        return tuple(
            self._doubt(one)
            for one in rule.parameters.doubts
            if own & set(one.about)
            and not (one.since and day < one.since)
            and not (one.until and day > one.until)
        )

    def _contradiction(self, one: Contradiction) -> str:
        fact = self.facts[one.fact]
        seen = (seen for reason in self.found.reasons for seen in reason.facts)
        stated = next((seen.value for seen in seen if seen.name == one.fact), one.stated)
        return (
            f"Twee antwoorden passen niet bij elkaar. Je antwoordde bij {fact.label}: "
            f"{words.fact_seen(fact, stated)}. Uit je andere antwoorden volgt: "
            f"{words.fact_seen(fact, one.implied)}. We rekenden met wat je antwoordde."
        )

    # Sources and texts -----------------------------------------------------------------------

    def _named_sources(self, owner: str, keys: Iterable[str]) -> tuple[SourceInWords, ...]:
        known = self.rulebook.sources_of(owner)
        return tuple(source_in_words(known[key]) for key in keys)

    def _sources_at(self, url: str) -> tuple[SourceInWords, ...]:
        """The source with an address, of this folder first; the bare address when none has it."""
        if not url:
            return ()
        for incentive in (self.rule, *self.rulebook.incentives):
            for source in incentive.parameters.sources.values():
                if source.url == url:
                    return (source_in_words(source),)
        return (SourceInWords(url, url, "", ""),)

    def _filled(self, text: str) -> str:
        """A text with the values of the law on the reference day in place of {parameter}."""
        return re.sub(r"\{(\w+)\}", lambda found: self._parameter(found[1]), text)

    def _parameter(self, name: str) -> str:
        owner = self.rule.parameters.owner
        parameter = self.rulebook.parameters.get((owner, name))
        if parameter is None or parameter.is_table:
            raise RuleError(
                f"has {{{name}}} in a text, which is no dated value.",
                file=self.rule.file,
                key=self.rule.id,
                todo=f"Use a number, day or word of {self.rule.parameters.file}.",
            )
        line = value_on(parameter.values, self.found.day)
        return words.law_value(None if line is None else line.node, parameter.unit, bare=True)


def source_in_words(source: Source) -> SourceInWords:
    """A source with how official it is and when it was read, in Dutch."""
    return SourceInWords(
        source.title,
        source.url,
        words.STATUSES[source.status],
        f"gelezen op {words.day(source.read)}",
    )


# As text -------------------------------------------------------------------------------------


def as_text(explanation: Explanation) -> str:
    """An explanation as plain text, without colour, for a terminal or an e-mail."""
    one = explanation
    blocks = [
        _lines(one.title, "=" * len(one.title), one.headline, one.because, one.summary),
        _block(_amounts_title(one), map(_amount_text, one.amounts)),
        _block("Voorwaarden", map(_condition_text, one.conditions)),
        _block("Dit weten we nog niet van jou", (f"- {item.label}" for item in one.missing)),
        _block("Dit laat de wet open", map(_open_text, one.law_open)),
        _block("Dit beslist iemand anders", map(_judgement_text, one.judgements)),
        _block("Daar gingen we van uit", (f"- {it.label}: {it.value}" for it in one.assumptions)),
        _block("Let op", (f"- {text}" for text in one.contradictions)),
        _block("Zo vraag je het aan", map(_step_text, one.steps, range(1, len(one.steps) + 1))),
        _block("Twijfels bij deze regel", map(_open_text, one.doubts)),
        _block("Dit nemen we aan zonder het te vragen", (f"- {text}" for text in one.taken_as_met)),
        _block("Dit keken we niet na", (f"- {text}" for text in one.not_covered)),
        _lines(
            f"Berekend voor {one.asked}. De regels zijn die van {one.day}: {one.day_is}.",
            f"Versie van de regels: {one.version}." if one.version else "",
            one.note,
        ),
    ]
    return "\n\n".join(block for block in blocks if block) + "\n"


def _lines(*lines: str) -> str:
    return "\n".join(line for line in lines if line)


def _block(title: str, items: Iterable[str]) -> str:
    text = "\n".join(items)
    return f"{title}\n{text}" if text else ""


def _amounts_title(one: Explanation) -> str:
    if one.answer is Answer.NOT_ENTITLED:
        return "Goed om te weten"
    if not one.conditions:
        return "Dit volgt"
    return "Wat je krijgt" if one.answer is Answer.ENTITLED else "Wat je dan krijgt"


def _amount_text(one: AmountInWords) -> str:
    per = f" {one.period}" if one.period else ""
    recipient = f" ({one.recipient})" if one.recipient else ""
    first = f"- {one.label}: {one.value}{per}{recipient}"
    return _lines(first, f"    {one.note}" if one.note else "", *_why(one.open_because))


def _why(sentences: Iterable[str]) -> list[str]:
    return [f"    {sentence}" for sentence in sentences]


def _condition_text(one: ConditionInWords) -> str:
    return _lines(
        f"- [{one.verdict}] {one.title}",
        *(f"    {_fact_text(fact)}" for fact in one.facts),
        *_why(one.open_because),
        *(line for value in one.values if value.row for line in _row_lines(value)),
        f"    Wet: {one.law}",
        "" if one.source is None else f"    Bron: {source_text(one.source)}",
    )


def _row_lines(one: LawValue) -> list[str]:
    """The row of a table that counted, and where it was read; an open one is told elsewhere."""
    if one.value == f"({words.NOT_KNOWN_IN_LAW})":
        return []
    note = f" {one.note}" if one.note else ""
    sources = [f"    Waar dat staat: {source_text(source)}" for source in one.sources]
    return [f"    {one.label} ({one.row}): {_sentence(one.value)}{note}", *sources]


def _fact_text(one: FactInWords) -> str:
    origin = "" if one.origin == one.value else f" ({one.origin})"
    return f"{one.label}: {one.value}{origin}"


def source_text(one: SourceInWords) -> str:
    """A source on one line."""
    about = ", ".join(part for part in (one.status, one.read) if part)
    if one.title == one.url:
        return one.url
    return f"{one.title}, {one.url}{f' ({about})' if about else ''}"


def _open_text(one: OpenLaw) -> str:
    return _lines(
        f"- {one.reason}", *(f"    Bron: {source_text(source)}" for source in one.sources)
    )


def _judgement_text(one: Judgement) -> str:
    law = f" ({one.law})" if one.law else ""
    return f"- {one.decides} beslist: {_small(one.text)}{law}"


def _step_text(one: StepInWords, position: int) -> str:
    by = f", {one.by}" if one.by else ""
    return f"{position}. {one.text} ({one.who}{by})"
