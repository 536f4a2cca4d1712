"""What is told of one right in one line: the answer, how much, and the main reason."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from koers.engine import words
from koers.engine.assessment import AmountFound, Answer, Assessment
from koers.engine.explain import Explanation, explain
from koers.engine.incentive import Rulebook
from koers.engine.values import Truth

ANSWERS = {
    Answer.ENTITLED: "Ja",
    Answer.ENTITLED_IF_TRAINING_QUALIFIES: "Ja, als de opleiding meetelt",
    Answer.UNKNOWN: "Misschien",
    Answer.NOT_ENTITLED: "Nu niet",
}
GROUPS = {
    "money": "Geld",
    "time": "Tijd om te leren",
    "guidance": "Begeleiding",
    "proof": "Bewijs van wat je kan",
}
FOR_THE_FIRM = "Voor de onderneming"
FOR_OTHER_RULES = "Wat andere rechten nodig hebben"
MOST_MISSING = 3
HOW_MUCH_OPEN = "Hoeveel, weten we nog niet."


@dataclass(frozen=True)
class Line:
    """One right, as short as it can be said."""

    id: str
    title: str
    section: str
    answer: Answer
    short: str
    amounts: tuple[str, ...]
    reason: str


def line_of(rulebook: Rulebook, assessment: Assessment) -> Line:
    """The line of one assessment."""
    rule = rulebook[assessment.incentive]
    told = explain(rulebook, assessment)
    return Line(
        rule.id,
        told.title,
        _section(rule.kind, rule.group),
        assessment.answer,
        _short(assessment),
        amounts_of(assessment, told),
        reason_of(assessment, told),
    )


def by_section(lines: Iterable[Line]) -> list[tuple[str, list[Line]]]:
    """The lines under their headings, in a fixed order; no empty headings.

    What somebody has comes before what may be, and what is closed comes last.
    """
    titles = (*GROUPS.values(), FOR_THE_FIRM, FOR_OTHER_RULES)
    found: dict[str, list[Line]] = {title: [] for title in titles}
    order = list(ANSWERS)
    for line in sorted(lines, key=lambda one: order.index(one.answer)):
        found[line.section].append(line)
    return [(title, inside) for title, inside in found.items() if inside]


def _section(kind: str, group: str) -> str:
    if kind == "right":
        return GROUPS[group]
    return FOR_THE_FIRM if kind in ("employer_right", "duty") else FOR_OTHER_RULES


def _short(assessment: Assessment) -> str:
    if not assessment.exists:
        return "Bestaat dan niet"
    return ANSWERS[assessment.answer] if assessment.answers else "Geen recht op zich"


def amounts_of(
    assessment: Assessment, told: Explanation, *, not_for: frozenset[str] = frozenset()
) -> tuple[str, ...]:
    """The amounts of which something is known; one sentence when nothing is.

    `not_for` names recipients whose amounts are left out.
    """
    own = [one for one in told.amounts if assessment.amounts[one.name].recipient not in not_for]
    known = [one for one in own if _says_something(assessment.amounts[one.name])]
    if own and not known:
        return (HOW_MUCH_OPEN,)
    written = []
    for one in known:
        per = f" {one.period}" if one.period else ""
        who = f" ({one.recipient})" if one.recipient not in ("", "voor jou") else ""
        written.append(f"{_capital(one.label)}: {one.value}{per}{who}")
    return tuple(written)


def _says_something(found: AmountFound) -> bool:
    if found.exact:
        nothing = found.value == 0 and found.unit == "months"
        return found.value != "unknown" and not nothing
    if found.absent:
        return False
    below_nothing = isinstance(found.low, Decimal) and found.low < 0
    bounded = found.low not in (None, Decimal(0)) or found.high is not None
    return (bounded and not below_nothing) or bool(found.words and len(found.words) == 1)


def reason_of(assessment: Assessment, told: Explanation) -> str:
    """Why the answer is what it is, in a sentence or two."""
    if not assessment.exists:
        return told.headline
    if not assessment.answers:
        return ""
    match assessment.answer:
        case Answer.ENTITLED:
            return "Alles is in orde." if assessment.reasons else "Dit is er voor iedereen."
        case Answer.NOT_ENTITLED:
            return _what_fails(assessment, told)
    sentences = []
    if told.missing:
        sentences.append(f"We weten nog niet: {few([one.label for one in told.missing])}.")
    elif told.judgements:
        first = told.judgements[0]
        sentences.append(f"{first.decides} moet dit nog beslissen: {first.text}.")
    if told.law_open and told.missing:
        sentences.append("Ook de regel zelf is nog niet helemaal duidelijk.")
    elif told.law_open:
        first_reason = told.law_open[0].reason
        sentences.append(f"De regel zelf is nog niet duidelijk. {first_reason}")
    return " ".join(sentences)


def _what_fails(assessment: Assessment, told: Explanation) -> str:
    failing = [one for one in told.conditions if one.truth is Truth.NO]
    whom = " voor jou" if assessment.kind == "right" else ""
    others = len(failing) - 1
    more = f" En nog {others} {'voorwaarde' if others == 1 else 'voorwaarden'} niet."
    return f'Dit klopt niet{whom}: "{failing[0].title}".{more if others else ""}'


def few(labels: list[str]) -> str:
    """Some names, and how many more there are."""
    if len(labels) <= MOST_MISSING + 1:
        return words.listed(labels)
    rest = len(labels) - MOST_MISSING
    return f"{', '.join(labels[:MOST_MISSING])} en nog {rest} andere dingen"


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
