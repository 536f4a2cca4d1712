"""The state of an interview: what was answered, and what is asked now. No input or output.

Which question matters most is the engine's choice (`Asker`); here it is put in words. What
concerns a training comes only after the person says there is one.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date

from koers.engine import questions as declared
from koers.engine.ask import Asker
from koers.engine.assess import TRAINING_SUBJECTS, assess
from koers.engine.assessment import Assessment
from koers.engine.facts import Fact
from koers.engine.incentive import Rulebook
from koers.engine.nodes import Word
from koers.engine.questions import Measure, QuestionBook, Questions, question_about
from koers.engine.values import ABSENT, UNKNOWN, OneOf, Special, Stated
from koers.engine.words import fact_value

TRAINING = "opleiding"
"""The decision whether the person has a training in mind."""

DO_NOT_KNOW = "Ik weet het niet"
RATHER_NOT = "Dat zeg ik liever niet"
UNSURE, NONE, SAME = "?", "g", "="
"""The signs of "I don't know", "there is none" and "the same as now"."""
WORKS_NOW = "employment.fraction"
TRAINING_FACTS = ("training", "provider")


@dataclass(frozen=True)
class Option:
    """One answer: the facts it fills, and what it decides about the interview itself.

    `sign` stands for it where values are typed and numbers cannot stand for answers; `name` is
    its name in a declared question; `same` are the facts whose values it repeats.
    """

    label: str
    facts: Mapping[str, Stated] = field(default_factory=dict)
    decides: Mapping[str, bool] = field(default_factory=dict)
    sign: str = ""
    name: str = ""
    same: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Question:
    """What is asked now. With `typed`, a value of that fact may be typed instead of an option.

    With `several`, all options that fit may be given; `none` says that none of them does.
    """

    key: str
    text: str
    hint: str
    why: str
    options: tuple[Option, ...]
    typed: Fact | None = None
    shows_result: bool = False
    several: bool = False
    none: str = ""


@dataclass(frozen=True)
class Given:
    """One answer that was given."""

    question: Question
    option: Option


class Interview:
    """One interview for one day. `everything` assumes nothing and skips no question."""

    def __init__(
        self,
        rulebook: Rulebook,
        book: QuestionBook,
        questions: Questions,
        on: date,
        *,
        everything: bool = False,
    ) -> None:
        self.rulebook = rulebook
        self.book = book
        self.questions = questions
        self.on = on
        self.everything = everything
        self.known: Mapping[str, Fact] = rulebook.vocabulary.facts
        self.given: list[Given] = []
        self.asker = Asker(rulebook, on, book=book, strict=everything)
        self._together: tuple[str, ...] = ()
        self._waiting: tuple[str, ...] = ()

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
    def declined(self) -> dict[str, frozenset[str]]:
        """What the person does not want, by the fact that says so, with its incentives."""
        facts = self.facts
        return {name: ids for name, ids in self.book.topics.items() if facts.get(name) is False}

    @property
    def asked(self) -> frozenset[str]:
        """The questions that were asked."""
        return frozenset(one.question.key for one in self.given)

    def answer(self, question: Question, option: Option) -> None:
        """Add an answer."""
        self.given.append(Given(question, option))

    def back(self) -> Question | None:
        """Take the last answer away; the question it answered, None when there is none."""
        if not self.given:
            return None
        question = self.given.pop().question
        self._together = (question.key, *self._together)
        return question

    def change(self, position: int, option: Option) -> tuple[Given, ...]:
        """Answer an earlier question otherwise; later answers that no longer fit fall away."""
        before = self.given[position]
        touched = {*before.option.facts, *option.facts}
        self.given[position] = Given(before.question, option)
        later = self.given[position + 1 :]
        again = [one for one in later if touched & {*one.option.facts, *one.option.same}]
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
        facts = self.facts
        return [
            assess(self.rulebook, one, facts, on=self.on, strict=self.everything)
            for one in incentives or self.asker.incentives
        ]

    # What is asked now -----------------------------------------------------------------------

    def next(self) -> Question | None:
        """The question to ask now; None when nothing that can be asked matters any more."""
        facts, asked = self.facts, self.asked
        if self._together:
            open_now = {one.slug: one for one in self.asker.open_questions(facts, skip=asked)}
            for slug in self._together:
                if slug in open_now and slug not in asked:
                    return self._in_words(open_now[slug], self._waiting)
        training = self.everything or self.decided.get(TRAINING, False)
        screen = self.asker.next(facts, skip=asked, training=training)
        if screen is not None:
            self._together = tuple(one.slug for one in screen.questions)
            self._waiting = screen.incentives
            return self._in_words(screen.questions[0], screen.incentives)
        if TRAINING in self.decided or self.everything:
            return None
        more = self.asker.next(facts, skip=asked, training=True)
        return None if more is None else _training_question()

    def question_about(self, name: str) -> Question:
        """The question about one fact, whether it matters or not."""
        waiting = [
            one.incentive
            for one in self.assessments()
            if name in {assumption.fact for assumption in one.assumptions}
        ]
        return self._in_words(question_about(self.known[name]), waiting)

    def all_about_training(self, names: Iterable[str]) -> bool:
        """Do all these facts concern a training, or who gives it?"""
        return all(map(self._about_training, names))

    def _about_training(self, name: str) -> bool:
        subject = self.known[name].subject
        return subject in TRAINING_SUBJECTS or name.split(".")[0] in TRAINING_FACTS

    # Questions in words ----------------------------------------------------------------------

    def _in_words(self, question: declared.Question, incentives: Iterable[str]) -> Question:
        if question.slug in self.questions.declared:
            return self._declared(question, incentives)
        (name,) = question.facts
        for measure in self.questions.measures:
            unasked = all(other not in self.facts for other in measure.options)
            if name in measure.options and unasked:
                return self.measured_in(measure)
        return self._fact_question(question, incentives)

    def _why(self, why: str, incentives: Iterable[str]) -> str:
        titles = [self.rulebook[name].texts.title for name in sorted(incentives)]
        counts = f"Dit telt mee voor: {', '.join(titles)}." if titles else ""
        return f"{why} {counts}".strip()

    def _declared(self, question: declared.Question, incentives: Iterable[str]) -> Question:
        text = self.questions.declared[question.slug]
        facts = self.facts
        options = [
            Option(
                text.options[one.name],
                one.given(facts),
                name=one.name,
                same=frozenset(one.same.values()),
            )
            for one in question.options
        ]
        label = RATHER_NOT if question.sensitive else DO_NOT_KNOW
        unknown = Option(label, question.not_known(facts), sign=UNSURE)
        return Question(
            key=question.slug,
            text=text.text,
            hint=text.hint,
            why=self._why(text.why, incentives),
            options=(*options, unknown),
            typed=self.known[question.typed] if question.typed else None,
            several=question.several,
            none=text.none,
        )

    def ticked(self, question: Question, names: Collection[str]) -> Option:
        """The answer to a question where several options may be given."""
        labels = [one.label for one in question.options if one.name in names and one.name]
        facts = self.book[question.key].ticked(names, self.facts)
        return Option(" en ".join(labels) or question.none, facts)

    def measured_in(self, measure: Measure) -> Question:
        """The question in which unit it is measured: the other units do not exist then."""
        options = [
            Option(label, {other: ABSENT for other in measure.options if other != name})
            for name, label in measure.options.items()
        ]
        unknown = Option(DO_NOT_KNOW, dict.fromkeys(measure.options, UNKNOWN))
        return Question(measure.text, measure.text, measure.hint, "", (*options, unknown))

    def _fact_question(self, question: declared.Question, incentives: Iterable[str]) -> Question:
        fact = self.known[question.facts[0]]
        text = self.questions.of(fact)
        stated = self.facts.get(fact.name)
        hint = text.hint
        if stated is not None:
            hint = f"Dit maakt nog een verschil. Kan je het preciezer zeggen? {hint}".strip()
        return Question(
            key=question.slug,
            text=text.text,
            hint=hint,
            why=self._why(text.why, incentives),
            options=(*self._options(fact, stated), self._unknown(fact, stated)),
            typed=fact if fact.domain is None else None,
        )

    def _unknown(self, fact: Fact, stated: Stated | None) -> Option:
        value = UNKNOWN if stated is None else stated
        return Option(DO_NOT_KNOW, {fact.name: value}, sign=UNSURE)

    def _options(self, fact: Fact, stated: Stated | None) -> list[Option]:
        words = self._words(fact, stated) if fact.domain is not None else []
        if fact.domain is None and self._may_be_absent(fact):
            words = [ABSENT]
        options = []
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
        return [Option(label, {fact.name: now}, sign=SAME, same=frozenset({WORKS_NOW}))]

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
