"""Which question to ask next.

Never ask what cannot matter any more (`relevance`, from three-valued logic alone). Among what
still matters the choice is greedy: the question after which the fewest questions are expected to
be left, over the answers that can be told apart, each as often as people give it; rights at stake
weigh in. A short opening comes first, because people find it natural; sensitive questions come
last. Rights come before amounts, and the person before the training: an exact number is asked
only when an amount of a right that turned out a yes needs it.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import lru_cache
from math import inf

from koers.engine.assess import TRAINING_SUBJECTS, assess, compatible
from koers.engine.evaluate import Facts
from koers.engine.facts import Fact
from koers.engine.incentive import Rulebook
from koers.engine.intervals import number
from koers.engine.nodes import FactRef, Kind, Node, walk
from koers.engine.questions import Question, QuestionBook
from koers.engine.relevance import OpenRight, Portfolio
from koers.engine.thresholds import cuts, intervals
from koers.engine.values import UNKNOWN, Between, Dated, OneOf, Stated

ASKED_KINDS = ("right",)
"""Rights of a person are asked about; employer rights and definitions on demand."""

PERSON, AMOUNT, TRAINING = "person", "amount", "training"
"""The stages: about the person, for amounts of certain rights, about a training."""

WEIGHED = 6
"""How many questions are weighed against each other: those that most rights wait for."""
STAKE = 0.2
"""How much an undecided right weighs against a question that is left."""
TICKED = 6
"""How many ticks, each alone, or codes are tried of a question that has many."""
CUTS = 12
"""How many thresholds of a number or day are tried: those nearest to the day asked, or to zero."""
NO_CODE = "-"
"""Any code that no rule names."""


@dataclass(frozen=True)
class Screen:
    """What is asked at once: questions that belong together, and the incentives that wait."""

    questions: tuple[Question, ...]
    incentives: tuple[str, ...]
    stage: str


@dataclass(frozen=True)
class _Waiting:
    """A question that can still matter: the open facts it fills, and who waits for them."""

    question: Question
    facts: frozenset[str]
    incentives: tuple[str, ...]


class Asker:
    """Chooses questions for one day; keeps the compiled rules between two choices."""

    def __init__(
        self,
        rulebook: Rulebook,
        on: date,
        *,
        book: QuestionBook | None = None,
        strict: bool = False,
        incentives: Iterable[str] | None = None,
    ) -> None:
        self.rulebook = rulebook
        self.on = on
        self.strict = strict
        self.book = book or QuestionBook()
        self.incentives = tuple(
            incentives
            if incentives is not None
            else (one.id for one in rulebook.incentives if one.kind in ASKED_KINDS)
        )
        self.portfolio = Portfolio(rulebook, on, incentives=self.incentives, strict=strict)
        self.known: Mapping[str, Fact] = rulebook.vocabulary.facts
        self._declared: dict[str, list[Question]] = {}
        for one in self.book.questions:
            for fact in one.facts:
                self._declared.setdefault(fact, []).append(one)
        self._fact_order = {name: place for place, name in enumerate(self.known)}
        self._slug_order = {one.slug: place for place, one in enumerate(self.book.questions)}
        self._about = lru_cache(maxsize=None)(self._made_from)
        self._named: dict[str, frozenset[str]] = {}
        tuple(self.portfolio.open_rights({}))  # so that the first choice is as quick as the next
        self._cuts: dict[tuple[object, ...], set[Decimal]] = {}

    # What still matters ----------------------------------------------------------------------

    def next(
        self,
        facts: Facts,
        *,
        skip: Collection[str] = (),
        training: bool = False,
        amounts: bool = True,
    ) -> Screen | None:
        """What to ask now; None when nothing that can be asked matters any more.

        `skip` are slugs of questions that were asked and are not asked again. With `training`,
        what concerns the training is asked too, after all else; without `amounts`, only whether
        there is a right.
        """
        rights = [*self.portfolio.open_rights(facts)]
        waiting = self._waiting(self._topics_first(rights, facts), facts, skip)
        about_person = [one for one in waiting if not self._about_training(one.facts)]
        if about_person:
            return self._screen(about_person, rights, facts, PERSON)
        open_amounts = [*self._for_amounts(facts)] if amounts else []
        early = [(one, names) for one, names, late in open_amounts if not late]
        waiting_early = self._waiting(early, facts, skip)
        if waiting_early:
            return self._screen(waiting_early, rights, facts, AMOUNT)
        if not training:
            return None
        if waiting:
            return self._screen(waiting, rights, facts, TRAINING)
        rest = self._waiting([(one, names) for one, names, _ in open_amounts], facts, skip)
        return self._screen(rest, rights, facts, TRAINING) if rest else None

    def settled(self, facts: Facts, *, skip: Collection[str] = ()) -> bool:
        """Is the portfolio of rights settled, as far as it can be before a training is chosen?"""
        return not self.open_questions(facts, skip=skip)

    def open_questions(self, facts: Facts, *, skip: Collection[str] = ()) -> list[Question]:
        """The questions about the person that can still change whether there is a right."""
        rights = self.portfolio.open_rights(facts)
        waiting = self._waiting(self._topics_first(rights, facts), facts, skip)
        return [one.question for one in waiting if not self._about_training(one.facts)]

    def answer_of(self, question: Question, known: Facts, so_far: Facts) -> dict[str, Stated]:
        """What somebody of whom all this is known answers. An option fits when all of it is true.

        Where no option fits, the answer is "I don't know".
        """
        if question.typed:
            return {question.typed: known.get(question.typed, UNKNOWN)}
        given = self.options_of(question, known)
        if question.several:
            return question.ticked(given, so_far)
        return question.chosen(given[0], so_far) if given else question.not_known(so_far)

    def options_of(self, question: Question, known: Facts) -> list[str]:
        """The options that somebody of whom all this is known gives: the first, or all ticked."""
        true = [one.name for one in question.options if self._is_true(one.given(known), known)]
        if question.several:
            return [one for one in true if not self._is_unticked(question, one, known)]
        return true[:1]

    def _is_true(self, sets: Mapping[str, Stated], known: Facts) -> bool:
        return all(
            name in known and compatible(self.known[name], value, known[name])
            for name, value in sets.items()
        )

    def _is_unticked(self, question: Question, name: str, known: Facts) -> bool:
        """Does what is not ticked fit as well? Then the option is not ticked."""
        option = next(one for one in question.options if one.name == name)
        return bool(option.unticked) and self._is_true(option.unticked, known)

    def declined(self, facts: Facts) -> frozenset[str]:
        """The incentives that only concern who wants something that this person does not want."""
        no = (ids for topic, ids in self.book.topics.items() if facts.get(topic) is False)
        return frozenset().union(*no)

    def _topics_first(
        self, rights: Iterable[OpenRight], facts: Facts
    ) -> Iterator[tuple[str, frozenset[str]]]:
        """Who waits for which facts: first whether somebody wants it at all."""
        declined = self.declined(facts)
        for one in rights:
            if one.incentive in declined:
                continue
            wanted = self.wanted(one.incentive, facts)
            yield one.incentive, wanted or one.facts

    def wanted(self, incentive: str, facts: Facts) -> frozenset[str]:
        """The topics of an incentive that were not asked yet."""
        return frozenset(
            topic
            for topic, ids in self.book.topics.items()
            if incentive in ids and topic not in facts and not self.strict
        )

    def _for_amounts(self, facts: Facts) -> Iterator[tuple[str, frozenset[str], bool]]:
        """Who waits for which facts to tell an amount, of the rights that are certain.

        The last item says that the amount waits for a training as well: then it is asked with it.
        """
        declined = self.declined(facts)
        certain = [
            one
            for one, (right, _) in zip(self.incentives, self.portfolio.verdicts(facts), strict=True)
            if right is True and one not in declined
        ]
        for one in certain:
            found = assess(self.rulebook, one, facts, on=self.on, strict=self.strict)
            wanted = self.wanted(one, facts)
            for amount in found.amounts.values():
                if not amount.exact:
                    late = self._touches_training(amount.causes.facts)
                    yield one, wanted or amount.causes.facts, late

    def _waiting(
        self, needs: Iterable[tuple[str, frozenset[str]]], facts: Facts, skip: Collection[str]
    ) -> list[_Waiting]:
        """The questions for the facts that are needed, in the order of the house."""
        needs = [*needs]
        needed = frozenset(name for _, names in needs for name in names)
        found: dict[str, tuple[Question, set[str], dict[str, None]]] = {}
        for incentive, names in needs:
            for name in names:
                question = self._question_for(name, facts, skip, needed)
                if question is not None:
                    item = found.setdefault(question.slug, (question, set(), {}))
                    item[1].add(name)
                    item[2][incentive] = None
        order = self._fact_order
        ranked = sorted(found.values(), key=lambda item: min(order[name] for name in item[1]))
        return [_Waiting(one, frozenset(names), tuple(ids)) for one, names, ids in ranked]

    def _question_for(
        self, name: str, facts: Facts, skip: Collection[str], needed: Collection[str]
    ) -> Question | None:
        """The question that tells a fact: a declared one, or one made from the fact itself."""
        stated = facts.get(name)
        if isinstance(stated, Dated):
            # It was true once, and leaves the fact open now: it is asked anew.
            stated = UNKNOWN if stated.value is UNKNOWN else None
        if stated is UNKNOWN or self.known[name].judged_by:
            return None
        for one in self._declared.get(name, ()):
            if stated is None:
                tells = _tells(one, name, facts, needed)
            else:
                tells = self._narrows(one, name, facts)
            if tells and one.slug not in skip and self._can_be_answered(one, facts):
                return one
        if stated is not None and not isinstance(stated, (OneOf, Between)):
            return None
        made = self._about(name) if stated is None else self.book.about(self.known[name], stated)
        return None if made.slug in skip else made

    def _made_from(self, name: str) -> Question:
        """The question made from a fact of which nothing is known: the same every time."""
        return self.book.about(self.known[name])

    def _can_be_answered(self, question: Question, facts: Facts) -> bool:
        """Does one of the options fit what is known?"""
        if question.typed or question.several:
            return True
        return any(self._fits(one.given(facts), facts) for one in question.options)

    def _narrows(self, question: Question, name: str, facts: Facts) -> bool:
        """Would an answer say more of a fact that is known in part?"""
        known = facts[name]
        if question.typed:
            return isinstance(known, Between) and question.typed == name
        for one in question.options:
            said = one.given(facts).get(name)
            fits = said is not None and compatible(self.known[name], said, known)
            if fits and said is not None and _size(said) < _size(known):
                return True
        return False

    def _about_training(self, names: Iterable[str]) -> bool:
        return all(self.known[name].subject in TRAINING_SUBJECTS for name in names)

    def _touches_training(self, names: Iterable[str]) -> bool:
        return any(self.known[name].subject in TRAINING_SUBJECTS for name in names)

    # Choosing --------------------------------------------------------------------------------

    def _screen(
        self, waiting: Sequence[_Waiting], rights: Sequence[OpenRight], facts: Facts, stage: str
    ) -> Screen:
        first = self._first(waiting, rights, facts)
        with_it = {first.question.slug, first.question.beside} - {""}
        together = [
            one
            for one in waiting
            if one is first or one.question.slug in with_it or one.question.beside in with_it
        ]
        together.sort(key=lambda one: self._slug_order.get(one.question.slug, 0))
        incentives = dict.fromkeys(name for one in together for name in one.incentives)
        return Screen(tuple(one.question for one in together), tuple(incentives), stage)

    def _first(
        self, waiting: Sequence[_Waiting], rights: Sequence[OpenRight], facts: Facts
    ) -> _Waiting:
        by_slug = {one.question.slug: one for one in waiting}
        for slug in self.book.opening:
            if slug in by_slug:
                return by_slug[slug]
        harmless = [one for one in waiting if not one.question.sensitive] or list(waiting)
        most = sorted(harmless, key=lambda one: -sum(map(self.stake, one.incentives)))[:WEIGHED]
        if len(most) == 1:
            return most[0]
        weights = _Weights(self, waiting, rights, facts)
        return min(most, key=lambda one: weights.left_after(one.question))

    def stake(self, incentive: str) -> float:
        """How much a right weighs."""
        return self.book.stakes.get(incentive, 1)

    def answers(self, question: Question, facts: Facts) -> list[tuple[float, dict[str, Stated]]]:
        """What may be answered, with how often: as far as it fits what is known."""
        shares = self.book.shares.get(question.slug, {})
        fact = self.known[question.typed] if question.typed else None
        if fact is not None and fact.kind is Kind.CHOICE:
            return self._code_answers(fact.name, shares)
        if fact is not None:
            possible = self._intervals(fact, facts)
            return [(1 / len(possible), {fact.name: one}) for one in possible]
        even = 1 / max(1, len(question.options))
        if question.several:
            ticks: list[list[str]] = [[], *([one.name] for one in question.options[:TICKED])]
            none = max(0.1, 1 - sum(shares.get(one.name, even) for one in question.options))
            weights = [none, *(shares.get(one.name, even) for one in question.options[:TICKED])]
            given = [question.ticked(ticked, facts) for ticked in ticks]
        else:
            weights = [shares.get(one.name, even) for one in question.options]
            given = [question.chosen(one.name, facts) for one in question.options]
        fitting = [
            (weight, sets)
            for weight, sets in zip(weights, given, strict=True)
            if weight and self._fits(sets, facts)
        ]
        if not fitting:
            return [(1, question.not_known(facts))]
        total = sum(weight for weight, _ in fitting)
        return [(weight / total, sets) for weight, sets in fitting]

    def _fits(self, sets: Mapping[str, Stated], facts: Facts) -> bool:
        """Can an answer be true beside what is known?"""
        for name, value in sets.items():
            known = facts.get(name)
            if known is None or known is UNKNOWN or isinstance(known, Dated):
                continue
            if not compatible(self.known[name], value, known):
                return False
        return True

    def _intervals(self, fact: Fact, facts: Facts) -> list[Stated]:
        """The answers to a typed question that rules may tell apart."""
        turning: set[Decimal] = set()
        for right in self.portfolio.open_rights(facts):
            for place, names in right.conditions.items():
                if fact.name in names:
                    turning |= self._cuts_of(place, fact, facts)
        near = self.on.toordinal() if fact.kind is Kind.DAY else 0
        nearest = sorted(turning, key=lambda cut: (abs(cut - near), cut))[:CUTS]
        return intervals(fact, {*nearest}, facts.get(fact.name))

    def _code_answers(
        self, name: str, shares: Mapping[str, float]
    ) -> list[tuple[float, dict[str, Stated]]]:
        """The codes that rules name, the most usual ones, and one that no rule names."""
        codes = sorted(self._codes(name), key=lambda code: -shares.get(code, 0))[:TICKED]
        even = 1 / (1 + len(codes))
        weights = [shares.get(code, 0) if shares else even for code in codes]
        other = max(0.0, 1 - sum(weights))
        weighed = zip((*weights, other), (*codes, NO_CODE), strict=True)
        return [(weight, {name: code}) for weight, code in weighed if weight]

    def _codes(self, name: str) -> frozenset[str]:
        """The codes that rules name."""
        if name not in self._named:
            self._named[name] = frozenset(
                word
                for places in self.portfolio.places.values()
                for _, node in self.portfolio.nodes(places, {})
                for item in walk(node)
                for word in _words_of(item, name)
            )
        return self._named[name]

    def _cuts_of(self, place: int, fact: Fact, facts: Facts) -> set[Decimal]:
        known = self.portfolio.known_to(place, facts, but=fact.name)
        key = (place, fact.name, facts.get(fact.name), *known)
        if key not in self._cuts:
            self._cuts[key] = {
                cut
                for evaluation, node in self.portfolio.nodes([place], facts)
                for cut in cuts(node, fact, evaluation)
            }
        return self._cuts[key]


class _Weights:
    """What is expected to be left after a question; made anew for each choice.

    Facts are bits: a condition that stays open leaves the bits of the facts that leave it open
    now, less those that the answer makes certain.
    """

    def __init__(
        self,
        asker: Asker,
        waiting: Sequence[_Waiting],
        rights: Iterable[OpenRight],
        facts: Facts,
    ) -> None:
        self.asker = asker
        self.facts = facts
        names = sorted({name for one in waiting for name in one.facts})
        self.bits = {name: 1 << place for place, name in enumerate(names)}
        self.questions = [self._mask(one.facts) for one in waiting]
        portfolio = asker.portfolio
        declined = asker.declined(facts)
        self.rights = [
            (
                portfolio.at[one.incentive],
                one.incentive,
                self._mask(asker.wanted(one.incentive, facts)),
                [
                    (portfolio.in_row(place), self._mask(names))
                    for place, names in one.conditions.items()
                ],
                asker.stake(one.incentive),
            )
            for one in rights
            if one.incentive not in declined
        ]

    def _mask(self, names: Iterable[str]) -> int:
        mask = 0
        for name in names:
            mask |= self.bits.get(name, 0)
        return mask

    def left_after(self, question: Question) -> float:
        """The questions and stakes that are expected to be left."""
        answers = self.asker.answers(question, self.facts)
        return sum(share * self._left(sets) for share, sets in answers)

    def _left(self, sets: Mapping[str, Stated]) -> float:
        after = {**self.facts, **sets}
        row = self.asker.portfolio.row(after)
        declined = self.asker.declined(after)
        known = ~self._mask(
            name for name, value in sets.items() if not isinstance(value, (OneOf, Between))
        )
        left, stakes = 0, 0.0
        for at, incentive, wanted, conditions, stake in self.rights:
            if row[at] is not None or incentive in declined:
                continue
            need = wanted
            if not wanted & known:
                for place, mask in conditions:
                    if row[place] is None:
                        need |= mask
            if need & known:
                left |= need & known
                stakes += stake
        return sum(1 for mask in self.questions if mask & left) + STAKE * stakes


def _tells(question: Question, name: str, facts: Facts, needed: Collection[str]) -> bool:
    """Can an answer say anything of a fact? Not "the same as now" when now is not known."""
    for one in question.options:
        other = one.same.get(name)
        if name in one.sets or name in one.unticked:
            return True
        if other is not None and facts.get(other) is not UNKNOWN:
            return other in facts or other in needed
    return question.typed == name


def _size(value: Stated) -> float:
    """How much is left open: a number of words, or the length of an interval."""
    if isinstance(value, OneOf):
        return len(value.values)
    if not isinstance(value, Between):
        return 0
    if value.low is None or value.high is None:
        return inf
    return float(number(value.high) - number(value.low)) + 1


def _words_of(item: Node, name: str) -> Iterable[str]:
    term = getattr(item, "term", None) or getattr(item, "key", None)
    if not isinstance(term, FactRef) or term.name != name:
        return []
    words = getattr(item, "words", None) or [word for word, _ in getattr(item, "rows", ())]
    return [word for word in words if isinstance(word, str)]


def next_fact(
    rulebook: Rulebook,
    facts: Facts,
    *,
    on: date,
    strict: bool = False,
    incentives: Iterable[str] | None = None,
) -> str | None:
    """The name of the fact to ask next, or None."""
    found = Asker(rulebook, on, strict=strict, incentives=incentives).next(facts, training=True)
    return None if found is None else found.questions[0].facts[0]
