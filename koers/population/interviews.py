"""How many questions people are asked: our interview, and what it is measured against.

Each person is known in full and answers truly. Counted are screens, until the portfolio of
personal rights is settled before a course is chosen, with usual values on. Beside it: the
smallest set of screens found that settles the same person (the certificate), a fixed order that
skips what is irrelevant, and asking everything. And the price of usual values: how often an
answer differs from the one that full knowledge of the person gives.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from statistics import fmean, median
from time import perf_counter

from koers.engine.ask import Asker
from koers.engine.assess import TRAINING_SUBJECTS
from koers.engine.evaluate import Evaluation, Facts
from koers.engine.incentive import Rulebook
from koers.engine.nodes import Kind
from koers.engine.questions import Question, QuestionBook
from koers.engine.relevance import OpenRight
from koers.engine.values import Quantity, Stated

MOST_USED = (
    "vov",
    "opleidingscheque",
    "federal_training_right",
    "loopbaancheque",
    "cvo_inschrijvingsgeld",
)
"""The five rights that most people use: a wrong yes there harms most."""

ORDERS = 4
"""How many random orders are tried for the smallest certificate of a person."""

YES, IF_TRAINING, NO, OPEN = "yes", "if_training", "no", "open"


@dataclass(frozen=True)
class Interviewed:
    """One interview: the screens and questions it took, and what was known at the end."""

    screens: int
    questions: int
    first_answer: int | None
    facts: Facts
    asked: tuple[str, ...]
    seconds: tuple[float, ...] = ()


@dataclass
class Report:
    """What was measured of all people; see `as_json` for the figures."""

    ours: list[Interviewed] = field(default_factory=list)
    certificates: list[int] = field(default_factory=list)
    fixed: list[int] = field(default_factory=list)
    everything: int = 0
    answers: int = 0
    different: list[tuple[str, str, str]] = field(default_factory=list)
    not_asked: int = 0
    wrong_yes: dict[str, int] = field(default_factory=dict)

    def as_json(self) -> dict[str, object]:
        """The figures, the most important first. Screens, shares from 0 to 1, milliseconds."""
        screens = [one.screens for one in self.ours]
        firsts = [one.first_answer for one in self.ours if one.first_answer is not None]
        choices = sorted(1000 * second for one in self.ours for second in one.seconds)
        return {
            "median": median(screens),
            "max": max(screens),
            "mean": round(fmean(screens), 3),
            "p90": _percentile(screens, 90),
            "questions_median": median(one.questions for one in self.ours),
            "questions_max": max(one.questions for one in self.ours),
            "questions_mean": round(fmean(one.questions for one in self.ours), 3),
            "first_answer_median": median(firsts),
            "first_answer_p90": _percentile(firsts, 90),
            "first_answer_none": len(self.ours) - len(firsts),
            "certificate_mean": round(fmean(self.certificates), 3),
            "mean_over_certificate": round(fmean(screens) / fmean(self.certificates), 3),
            "fixed_order_mean": round(fmean(self.fixed), 3),
            "everything": self.everything,
            "choice_ms_median": round(median(choices), 3),
            "choice_ms_p99": round(_percentile(choices, 99), 3),
            "choice_ms_max": round(choices[-1], 3),
            "answers": self.answers,
            "differ_share": round(len(self.different) / self.answers, 5),
            "not_asked_share": round(self.not_asked / (self.answers + self.not_asked), 5),
            "wrong_yes_most_used": sum(self.wrong_yes.get(one, 0) for one in MOST_USED),
            "wrong_yes": dict(sorted(self.wrong_yes.items())),
            "people": len(self.ours),
        }


def _percentile(values: Sequence[float], percent: int) -> float:
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, len(ordered) * percent // 100)]


class Interviews:
    """Interviews of many people on one day; keeps the compiled rules."""

    def __init__(self, rulebook: Rulebook, book: QuestionBook, on: date) -> None:
        self.asker = Asker(rulebook, on, book=book)
        self.book = book
        self.known = rulebook.vocabulary.facts
        self.places = {one.slug: place for place, one in enumerate(book.questions)}
        self.auto = self._auto_questions()
        self.for_everybody = self.answers({})

    def _auto_questions(self) -> tuple[Question, ...]:
        """A question for each fact about the person that a right reads and no question fills."""
        filled = {name for one in self.book.questions for name in one.facts}
        read = {
            name
            for right in self.asker.portfolio.open_rights({})
            for name in right.facts
            if self.known[name].subject not in TRAINING_SUBJECTS and name not in filled
        }
        return tuple(self.book.about(self.known[name]) for name in sorted(read))

    def report(
        self,
        people: Iterable[Facts],
        *,
        seed: int = 0,
        done: Callable[[], None] = lambda: None,
        certificates: bool = True,
    ) -> Report:
        """Interview everybody. `done` is called after each person."""
        found = Report(everything=self.number_of_screens())
        chance = random.Random(seed)
        for person in map(self.completed, people):
            ours = self.interview(person)
            found.ours.append(ours)
            if certificates:
                fixed = self.in_fixed_order(person)
                found.fixed.append(fixed.screens)
                start = {*ours.asked, *fixed.asked}
                found.certificates.append(len(self.certificate(person, ours, start, chance)))
            self._compare(person, ours, found)
            done()
        return found

    def completed(self, person: Facts) -> Facts:
        """A person who also knows what follows from what they know, but not what others decide."""
        evaluation = Evaluation(
            self.asker.rulebook,
            self.asker.incentives[0],
            person,
            day=self.asker.on,
            asked=self.asker.on,
            strict=True,
        )
        found = dict(person)
        for name in self.asker.rulebook.vocabulary.derived:
            if name not in found:
                value = evaluation.fact(name)[0]
                if isinstance(value, Quantity) and value.exact:
                    found[name] = value.low
        return {name: value for name, value in found.items() if not self.known[name].judged_by}

    # One person ------------------------------------------------------------------------------

    def interview(self, person: Facts) -> Interviewed:
        """Our own interview of one person."""
        facts: dict[str, Stated] = {}
        asked: list[str] = []
        seconds: list[float] = []
        screens = questions = 0
        first = None
        while True:
            start = perf_counter()
            screen = self.asker.next(facts, skip=asked, amounts=False)
            seconds.append(perf_counter() - start)
            if screen is None:
                return Interviewed(screens, questions, first, facts, tuple(asked), tuple(seconds))
            for question in screen.questions:
                if question is screen.questions[0] or self._matters(question, facts, asked):
                    facts |= self.asker.answer_of(question, person, facts)
                    questions += 1
                asked.append(question.slug)
            screens += 1
            if first is None and self._useful(facts):
                first = screens

    def _matters(self, question: Question, facts: Facts, asked: Sequence[str]) -> bool:
        """Does a question still matter, now that those above it on the screen are answered?"""
        return question in self.asker.open_questions(facts, skip=asked)

    def _useful(self, facts: Facts) -> bool:
        """Is a first right certain, as far as it can be without a training, that others lack?"""
        return any(
            answer in (YES, IF_TRAINING) and self.for_everybody.get(one) != answer
            for one, answer in self.answers(facts).items()
        )

    def in_fixed_order(self, person: Facts) -> Interviewed:
        """The questions in the order of the house, those left out that cannot matter."""
        facts: dict[str, Stated] = {}
        asked: list[str] = []
        screens = questions = 0
        while True:
            waiting = self.asker.open_questions(facts, skip=asked)
            if not waiting:
                return Interviewed(screens, questions, None, facts, tuple(asked))
            first = min(waiting, key=lambda one: self.places.get(one.slug, len(self.places)))
            for question in self._beside(first, waiting):
                facts |= self.asker.answer_of(question, person, facts)
                asked.append(question.slug)
                questions += 1
            screens += 1

    def _beside(self, first: Question, waiting: Iterable[Question]) -> list[Question]:
        with_it = {first.slug, first.beside} - {""}
        return [one for one in waiting if one.slug in with_it or one.beside in with_it]

    def shares(self, people: Iterable[Facts]) -> dict[str, dict[str, float]]:
        """How often people give each option (or code) of each declared question, from 0 to 1.

        Of those to whom a question applies: for whom one of its options is true.
        """
        counts: dict[str, dict[str, int]] = {one.slug: {} for one in self.book.questions}
        asked = dict.fromkeys(counts, 0)
        for person in map(self.completed, people):
            for one in self.book.questions:
                names = self._given(one, person)
                asked[one.slug] += bool(names) or one.several
                for name in names:
                    counts[one.slug][name] = counts[one.slug].get(name, 0) + 1
        return {
            slug: {name: round(number / asked[slug], 3) for name, number in sorted(given.items())}
            for slug, given in counts.items()
            if given
        }

    def _given(self, question: Question, person: Facts) -> list[str]:
        """The options that somebody gives; the code where one is typed."""
        if question.typed:
            value = person.get(question.typed)
            code = self.known[question.typed].kind is Kind.CHOICE and isinstance(value, str)
            return [str(value)] if code else []
        return self.asker.options_of(question, person)

    # The smallest set ------------------------------------------------------------------------

    def certificate(
        self, person: Facts, ours: Interviewed, asked: Iterable[str], chance: random.Random
    ) -> tuple[str, ...]:
        """The screens of the smallest set found that settles a person."""
        all_screens = self._screens(asked)
        best = self._names_of(ours)
        orders = [list(all_screens)]
        for _ in range(ORDERS):
            order = list(all_screens)
            chance.shuffle(order)
            orders.append(order)
        for order in orders:
            left = dict(all_screens)
            for name in order:
                fewer = {other: ones for other, ones in left.items() if other != name}
                if self._settles(fewer, person):
                    left = fewer
            best = min(best, tuple(left), key=len)
        return best

    def _names_of(self, ours: Interviewed) -> tuple[str, ...]:
        """The screens of an interview."""
        screens = self._screens(ours.asked)
        asked = set(ours.asked)
        return tuple(name for name, ones in screens.items() if asked & {one.slug for one in ones})

    def _screens(self, asked: Iterable[str]) -> dict[str, list[Question]]:
        """Questions by their screen: all that are declared, and all that were asked."""
        made = {one.slug: one for one in self.auto}
        named = {**made, **{one.slug: one for one in self.book.questions}}
        for slug in asked:
            if slug not in named:
                named[slug] = self._made(slug)
        found: dict[str, list[Question]] = {}
        for slug in sorted(named, key=lambda one: self.places.get(one, len(self.places))):
            one = named[slug]
            found.setdefault(one.beside or one.slug, []).append(one)
        return found

    def _made(self, slug: str) -> Question:
        """The question about a fact, by its slug."""
        name = next(one for one in self.known if one.replace(".", "-").replace("_", "-") == slug)
        return self.book.about(self.known[name])

    def _settles(self, screens: Mapping[str, list[Question]], person: Facts) -> bool:
        facts: dict[str, Stated] = {}
        for questions in screens.values():
            for one in questions:
                facts |= self.asker.answer_of(one, person, facts)
        slugs = [one.slug for questions in screens.values() for one in questions]
        return self.asker.settled(facts, skip=slugs)

    def number_of_screens(self) -> int:
        """How many screens there are in all."""
        return len(self._screens(()))

    # What usual values cost ------------------------------------------------------------------

    def answers(self, facts: Facts) -> dict[str, str]:
        """What each right comes to, as far as it can be told before a training is chosen."""
        declined = self.asker.declined(facts)
        open_now = {one.incentive: one for one in self.asker.portfolio.open_rights(facts)}
        verdicts = self.asker.portfolio.verdicts(facts)
        told = {True: YES, False: NO}
        return {
            one: told[right] if right is not None else self._open(open_now[one])
            for one, (right, _) in zip(self.asker.incentives, verdicts, strict=True)
            if one not in declined or right is not None
        }

    def _open(self, right: OpenRight) -> str:
        about_training = all(
            names and all(self.known[name].subject in TRAINING_SUBJECTS for name in names)
            for names in right.conditions.values()
        )
        return IF_TRAINING if about_training else OPEN

    def _compare(self, person: Facts, ours: Interviewed, found: Report) -> None:
        told, true = self.answers(ours.facts), self.answers(_without_plans(person, self.book))
        for one, answer in true.items():
            if one not in told:
                found.not_asked += 1
                continue
            found.answers += 1
            if told[one] != answer:
                found.different.append((one, told[one], answer))
                if told[one] in (YES, IF_TRAINING) and answer == NO:
                    found.wrong_yes[one] = found.wrong_yes.get(one, 0) + 1


def _without_plans(person: Facts, book: QuestionBook) -> Facts:
    """What is true of somebody, without what they want: nothing is declined."""
    return {name: value for name, value in person.items() if name not in book.topics}


def differences(report: Report) -> Iterator[tuple[str, str, str, int]]:
    """How often which answer of which right differs: right, told, true, how often."""
    counts: dict[tuple[str, str, str], int] = {}
    for one in report.different:
        counts[one] = counts.get(one, 0) + 1
    for (right, told, true), number in sorted(counts.items(), key=lambda item: -item[1]):
        yield right, told, true, number


__all__ = ["Interviewed", "Interviews", "Report", "differences"]
