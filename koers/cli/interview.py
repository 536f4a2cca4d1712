"""The state of an interview: what was answered, and what is asked now. No input or output.

Which facts matter is the engine's choice (`Asker`). Here stands the order in which a person is
asked: a natural opening, then what concerns the person, and what concerns a training only after
the person says there is one. A question about a topic spares the questions under it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache

from koers.engine.ask import Asker
from koers.engine.assess import TRAINING_SUBJECTS
from koers.engine.assessment import Answer, Assessment
from koers.engine.facts import Fact
from koers.engine.incentive import Rulebook
from koers.engine.nodes import Word
from koers.engine.questions import Measure, Questions, Topic
from koers.engine.values import ABSENT, UNKNOWN, Between, OneOf, Special, Stated
from koers.engine.words import fact_value

OPENING = (
    "employment.status",
    "person.residence_region",
    "employment.workplace_region",
    "employment.sector",
    "employment.fraction",
    "person.highest_diploma",
)
"""Questions that people find natural to begin with; each is asked only where it matters."""

TRAINING = "opleiding"
"""The decision whether the person has a training in mind."""

DO_NOT_KNOW = "Ik weet het niet"
UNSURE, NONE, SAME = "?", "g", "="
"""The signs of "I don't know", "there is none" and "the same as now"."""
WORKS_NOW = "employment.fraction"
TRAINING_FACTS = ("training", "provider")


@dataclass(frozen=True)
class Option:
    """One answer: the facts it fills, and what it decides about the interview itself.

    `sign` stands for it where values are typed and numbers cannot stand for answers.
    """

    label: str
    facts: Mapping[str, Stated] = field(default_factory=dict)
    decides: Mapping[str, bool] = field(default_factory=dict)
    sign: str = ""


@dataclass(frozen=True)
class Question:
    """What is asked now. With `typed`, a value of that fact may be typed instead of an option."""

    key: str
    text: str
    hint: str
    why: str
    options: tuple[Option, ...]
    typed: Fact | None = None
    shows_result: bool = False


@dataclass(frozen=True)
class Given:
    """One answer that was given."""

    question: Question
    option: Option


class Interview:
    """One interview for one day. `everything` assumes nothing and skips no question."""

    def __init__(
        self, rulebook: Rulebook, questions: Questions, on: date, *, everything: bool = False
    ) -> None:
        self.rulebook = rulebook
        self.questions = questions
        self.on = on
        self.everything = everything
        self.known: Mapping[str, Fact] = rulebook.vocabulary.facts
        self.given: list[Given] = []
        self._asker = lru_cache(maxsize=None)(self._new_asker)

    # What was answered -----------------------------------------------------------------------

    @property
    def facts(self) -> dict[str, Stated]:
        """The facts of all answers; a later answer is more precise than an earlier one."""
        return {name: value for one in self.given for name, value in one.option.facts.items()}

    @property
    def decided(self) -> dict[str, bool]:
        """What was decided about the interview itself."""
        return {name: yes for one in self.given for name, yes in one.option.decides.items()}

    @property
    def declined(self) -> tuple[Topic, ...]:
        """The topics that the person does not want to talk about."""
        return tuple(one for one in self.questions.topics if self.decided.get(one.name) is False)

    def answer(self, question: Question, option: Option) -> None:
        """Add an answer."""
        self.given.append(Given(question, option))

    def back(self) -> Question | None:
        """Take the last answer away; the question it answered, None when there is none."""
        return self.given.pop().question if self.given else None

    def change(self, position: int, option: Option) -> tuple[Given, ...]:
        """Answer an earlier question otherwise; later answers that no longer fit fall away."""
        before = self.given[position]
        touched = {*before.option.facts, *option.facts}
        self.given[position] = Given(before.question, option)
        again = [one for one in self.given[position + 1 :] if touched & {*one.option.facts}]
        self.given = [one for one in self.given if one not in again]
        odd = {
            one.fact
            for assessment in self.assessments(self.rulebook.ids)
            for one in assessment.contradictions
        }
        unfit = [one for one in self.given if (odd - touched) & {*one.option.facts}]
        self.given = [one for one in self.given if one not in unfit]
        return tuple(again + unfit)

    def assessments(self, incentives: Iterable[str] | None = None) -> list[Assessment]:
        """The answers for what is known now: of the rights of a person, or of some incentives."""
        asker = self._asker(None if incentives is None else tuple(incentives))
        return asker.assessments(self.facts)

    # What is asked now -----------------------------------------------------------------------

    def next(self) -> Question | None:
        """The question to ask now; None when nothing that can be asked matters any more."""
        asker = self._asker(self._wanted())
        found = asker.assessments(self.facts)
        waiting = [*self._for_rights(found), *self._for_amounts(found)]
        if not waiting:
            return None
        stage = min(map(self._stage, waiting))
        now = [one for one in waiting if self._stage(one) == stage]
        if stage[0] and not self.everything:
            if TRAINING not in self.decided:
                return _training_question()
            if not self.decided[TRAINING]:
                return None
        return self._chosen(asker, now)

    def _stage(self, one: _Open) -> tuple[bool, bool, bool]:
        """What is asked first: about the person, then on a topic; rights before amounts."""
        return one.about_training, self._topic(one) is not None, one.for_amount

    def question_about(self, name: str) -> Question:
        """The question about one fact, whether it matters or not."""
        waiting = frozenset(
            one.incentive
            for one in self.assessments()
            if name in {assumption.fact for assumption in one.assumptions}
        )
        return self._fact_question(_Open(name, name, waiting, False, False))

    def _wanted(self) -> tuple[str, ...] | None:
        """The incentives to ask about; None for all rights."""
        declined = {one for topic in self.declined for one in topic.incentives}
        if not declined:
            return None
        return tuple(one for one in self._asker(None).incentives if one not in declined)

    def _new_asker(self, incentives: tuple[str, ...] | None) -> Asker:
        return Asker(self.rulebook, self.on, strict=self.everything, incentives=incentives)

    def _for_rights(self, found: Iterable[Assessment]) -> list[_Open]:
        waiting: dict[str, set[str]] = {}
        for one in found:
            for name in one.missing:
                waiting.setdefault(name, set()).add(one.incentive)
        return self._open(waiting, late=frozenset(), for_amount=False)

    def _for_amounts(self, found: Iterable[Assessment]) -> list[_Open]:
        """The facts that amounts of open rights wait for.

        An amount that waits for a training as well is asked with the training.
        """
        waiting: dict[str, set[str]] = {}
        early: set[str] = set()
        for one in found:
            if one.answer is not Answer.ENTITLED:
                continue
            for amount in one.amounts.values():
                names = [] if amount.exact else sorted(amount.causes.facts)
                for name in names:
                    waiting.setdefault(name, set()).add(one.incentive)
                if not any(self._about_training(name) for name in names):
                    early |= set(names)
        return self._open(waiting, late=frozenset(waiting) - early, for_amount=True)

    def _open(
        self, waiting: Mapping[str, set[str]], *, late: frozenset[str], for_amount: bool
    ) -> list[_Open]:
        found = []
        for name, fact in self.known.items():
            if name not in waiting:
                continue
            asked = self.questions.of(fact).instead or name
            if not self._settled(asked):
                training = name in late or self._about_training(name)
                found.append(_Open(name, asked, frozenset(waiting[name]), training, for_amount))
        return found

    def all_about_training(self, names: Iterable[str]) -> bool:
        """Do all these facts concern a training, or who gives it?"""
        return all(map(self._about_training, names))

    def _about_training(self, name: str) -> bool:
        subject = self.known[name].subject
        return subject in TRAINING_SUBJECTS or name.split(".")[0] in TRAINING_FACTS

    def _settled(self, name: str) -> bool:
        """Is there no use in asking it (again)? What is partly known is asked once more."""
        value = self.facts.get(name)
        if isinstance(value, (OneOf, Between)):
            return sum(name in one.option.facts for one in self.given) > 1
        return value is not None

    def _chosen(self, asker: Asker, waiting: list[_Open]) -> Question:
        """The question for one of the open facts: the opening first, then what decides most.

        What is sensitive comes last. What leads to the same question is not weighed.
        """
        by_name = {one.asked: one for one in waiting}
        for name in OPENING:
            if name in by_name:
                return self._question(by_name[name])
        harmless = [one for one in waiting if not self.known[one.name].sensitive]
        first, *others = harmless or waiting
        topic = self._topic(first)
        if others and not (topic and topic.name not in self.decided and not self.everything):
            first = min([first, *others], key=lambda one: asker.score(one.name, self.facts))
        return self._question(first)

    def _topic(self, one: _Open) -> Topic | None:
        """The topic that all who wait for a fact belong to."""
        for topic in self.questions.topics:
            if one.incentives <= topic.incentives:
                return topic
        return None

    # Questions -------------------------------------------------------------------------------

    def _question(self, one: _Open) -> Question:
        topic = self._topic(one)
        if topic is not None and topic.name not in self.decided and not self.everything:
            return _topic_question(topic)
        for measure in self.questions.measures:
            unasked = all(name not in self.facts for name in measure.options)
            if one.asked in measure.options and unasked:
                return self.measured_in(measure)
        return self._fact_question(one)

    def measured_in(self, measure: Measure) -> Question:
        """The question in which unit it is measured: the other units do not exist then."""
        options = [
            Option(label, {other: ABSENT for other in measure.options if other != name})
            for name, label in measure.options.items()
        ]
        unknown = Option(DO_NOT_KNOW, dict.fromkeys(measure.options, UNKNOWN))
        return Question(measure.text, measure.text, measure.hint, "", (*options, unknown))

    def _fact_question(self, one: _Open) -> Question:
        fact = self.known[one.asked]
        text = self.questions.of(fact)
        stated = self.facts.get(fact.name)
        titles = [self.rulebook[name].texts.title for name in sorted(one.incentives)]
        why = f"{text.why} Dit telt mee voor: {', '.join(titles)}.".strip()
        hint = text.hint
        if stated is not None:
            hint = f"Dit maakt nog een verschil. Kan je het preciezer zeggen? {hint}".strip()
        return Question(
            key=fact.name,
            text=text.text,
            hint=hint,
            why=why,
            options=(*self._options(fact, stated), self._unknown(fact, stated)),
            typed=fact if fact.domain is None else None,
        )

    def _unknown(self, fact: Fact, stated: Stated | None) -> Option:
        value = UNKNOWN if stated is None else stated
        return Option(DO_NOT_KNOW, {fact.name: value}, sign=UNSURE)

    def _options(self, fact: Fact, stated: Stated | None) -> list[Option]:
        text = self.questions.of(fact)
        words = self._words(fact, stated)
        options = []
        if text.groups and stated is None:
            for group in text.groups:
                value = OneOf(group.words) if len(group.words) > 1 else min(group.words, key=str)
                options.append(Option(group.label, {fact.name: value}))
            words = [one for one in words if not any(one in group.words for group in text.groups)]
        for one in words:
            sign = NONE if one is ABSENT else ""
            options.append(Option(self.questions.label(fact, one), {fact.name: one}, sign=sign))
        return [*options, *self._as_now(fact)]

    def _as_now(self, fact: Fact) -> list[Option]:
        """How much somebody works is asked for several moments: it may be the same as now."""
        now = self.facts.get(WORKS_NOW)
        other_moment = fact.name.startswith(f"{WORKS_NOW}_") and fact.name not in self.facts
        if not other_moment or now is None or isinstance(now, Special):
            return []
        label = f"Evenveel als nu ({fact_value(self.questions.spoken(fact), now)})"
        return [Option(label, {fact.name: now}, sign=SAME)]

    def _words(self, fact: Fact, stated: Stated | None) -> list[Word]:
        order: list[Word] = [True, False] if fact.yes_no else list(fact.words or ())
        if isinstance(stated, OneOf):
            return [one for one in (*order, ABSENT) if one in stated.values]
        return [*order, ABSENT] if self._may_be_absent(fact) else order

    def _may_be_absent(self, fact: Fact) -> bool:
        """Is "there is none" an answer? Not when it would follow from what is already known."""
        if fact.absent is not ABSENT or ABSENT not in self.questions.of(fact).labels:
            return False
        if fact.usual is not None and fact.usual.value is ABSENT:
            return True
        follows = [
            one
            for one in self.rulebook.vocabulary.implications.get(fact.name, ())
            if one.value is ABSENT
        ]
        return not follows or any(
            self.facts.get(name, UNKNOWN) is UNKNOWN for one in follows for name in one.facts
        )


@dataclass(frozen=True)
class _Open:
    """A fact that can still change something, the fact to ask for it, and who waits for it."""

    name: str
    asked: str
    incentives: frozenset[str]
    about_training: bool
    for_amount: bool


def _topic_question(topic: Topic) -> Question:
    return Question(
        topic.name,
        topic.text,
        topic.hint,
        "",
        (
            Option("Ja", decides={topic.name: True}),
            Option("Nee", decides={topic.name: False}),
            Option(DO_NOT_KNOW, decides={topic.name: True}),
        ),
    )


def _training_question() -> Question:
    return Question(
        TRAINING,
        "Heb je een opleiding in gedachten?",
        "Dan stellen we daar nog enkele vragen over. Zo weet je of ze meetelt.",
        "Niet elke opleiding telt mee, en het bedrag hangt vaak af van de opleiding.",
        (
            Option("Ja", decides={TRAINING: True}),
            Option("Nee, nog niet", decides={TRAINING: False}),
        ),
        shows_result=True,
    )
