"""The questions a person is asked: what each answer fills in, and its words in one language.

A `Question` is declared beside the facts: its options set facts to a value, a set or an interval,
so that one question in words of daily life fills several facts, or one of them in part. What no
declared question fills is asked by a question made from the fact itself. Which question comes
next is in `ask`. Words are read from `questions.nl.yaml`; a fact without a text of its own is
asked by its label. A measure is a question that no rule looks at: in which unit is it measured?
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from koers.engine.assessment import written
from koers.engine.errors import RuleError
from koers.engine.facts import Fact, Vocabulary
from koers.engine.nodes import Word
from koers.engine.reading import read_yaml
from koers.engine.values import ABSENT, UNKNOWN, OneOf, Stated

YES, NO, NONE = "Ja", "Nee", "Er is geen"
Sets = Mapping[str, Stated]
"""What an answer fills in: values by dotted name."""


# What is asked -------------------------------------------------------------------------------


@dataclass(frozen=True)
class Option:
    """One answer: what it fills in; where several can be ticked, also what it does not ticked.

    `same` fills facts with what is known of another: "as much as now".
    """

    name: str
    sets: Sets = field(default_factory=dict)
    unticked: Sets = field(default_factory=dict)
    same: Mapping[str, str] = field(default_factory=dict)

    def given(self, facts: Mapping[str, Stated]) -> dict[str, Stated]:
        """What it fills in for somebody of whom these facts are known."""
        as_well = {name: facts[other] for name, other in self.same.items() if other in facts}
        return {**self.sets, **as_well}


@dataclass(frozen=True)
class Question:
    """One question about some facts.

    Options to choose one of, or (`several`) to tick; or the value of the fact `typed`. A question
    `beside` another stands on the same screen where both matter. What is `sensitive` comes last.
    """

    slug: str
    facts: tuple[str, ...]
    options: tuple[Option, ...] = ()
    typed: str = ""
    several: bool = False
    beside: str = ""
    sensitive: bool = False

    def chosen(self, name: str, facts: Mapping[str, Stated]) -> dict[str, Stated]:
        """What choosing one option fills in. Raises KeyError for an option that is not there."""
        return {one.name: one for one in self.options}[name].given(facts)

    def ticked(self, names: Collection[str], facts: Mapping[str, Stated]) -> dict[str, Stated]:
        """What ticking these options, and no others, fills in. A tick outweighs what is not."""
        found: dict[str, Stated] = {}
        for one in self.options:
            found |= {} if one.name in names else one.unticked
        for one in self.options:
            found |= one.given(facts) if one.name in names else {}
        return found

    def not_known(self, facts: Mapping[str, Stated]) -> dict[str, Stated]:
        """What "I don't know" fills in: nothing is lost of what is already known in part."""
        return {name: facts.get(name, UNKNOWN) for name in self.facts}


@dataclass(frozen=True)
class QuestionBook:
    """All declared questions, in the order of the house.

    `opening` are the questions that people find natural to begin with. `topics` names facts about
    what somebody wants, with the incentives that only concern who wants it. `shares` is how often
    each option is given; `stakes` how much a right weighs when a question is chosen (else 1).
    Facts that stand `together` are asked on one screen where no declared question fills them.
    """

    questions: tuple[Question, ...] = ()
    opening: tuple[str, ...] = ()
    topics: Mapping[str, frozenset[str]] = field(default_factory=dict)
    together: tuple[tuple[str, ...], ...] = ()
    shares: Mapping[str, Mapping[str, float]] = field(default_factory=dict)
    stakes: Mapping[str, float] = field(default_factory=dict)

    def about(self, fact: Fact, stated: Stated | None = None) -> Question:
        """The question made from a fact, on the screen of the facts it stands together with."""
        made = question_about(fact, stated)
        first = next((group[0] for group in self.together if fact.name in group), fact.name)
        return made if first == fact.name else replace(made, beside=slug_of(first))

    def __getitem__(self, slug: str) -> Question:
        return next(one for one in self.questions if one.slug == slug)


def slug_of(fact: str) -> str:
    """The slug of the question that is made from a fact."""
    return fact.replace(".", "-").replace("_", "-")


def question_about(fact: Fact, stated: Stated | None = None) -> Question:
    """A question made from a fact: its words, or a value to type. Less, when part is known."""
    slug = slug_of(fact.name)
    if fact.domain is None:
        return Question(slug, (fact.name,), typed=fact.name, sensitive=fact.sensitive)
    possible = stated.values if isinstance(stated, OneOf) else fact.domain
    order: list[Word] = [True, False] if fact.yes_no else [*(fact.words or ()), ABSENT]
    options = tuple(Option(written(word), {fact.name: word}) for word in order if word in possible)
    return Question(slug, (fact.name,), options, sensitive=fact.sensitive)


# Its words -----------------------------------------------------------------------------------

_SCREEN_KEYS = frozenset(("text", "hint", "why", "options", "none"))
_QUESTION_KEYS = frozenset(("text", "hint", "why", "labels"))
_MEASURE_KEYS = frozenset(("text", "hint", "options"))


@dataclass(frozen=True)
class QuestionText:
    """How a fact is asked. `labels` say an answer as a person would."""

    text: str
    hint: str = ""
    why: str = ""
    labels: Mapping[Word, str] = field(default_factory=dict)


@dataclass(frozen=True)
class ScreenText:
    """A declared question in words; `none` is the answer when nothing is ticked."""

    text: str
    options: Mapping[str, str]
    hint: str = ""
    why: str = ""
    none: str = ""


@dataclass(frozen=True)
class Measure:
    """In which unit is it measured? `options` are facts with what a person says of the unit."""

    text: str
    hint: str
    options: Mapping[str, str]


@dataclass(frozen=True)
class Questions:
    """All texts of one language. `declined` says, per topic, that somebody does not want it."""

    facts: Mapping[str, QuestionText]
    declared: Mapping[str, ScreenText] = field(default_factory=dict)
    measures: tuple[Measure, ...] = ()
    declined: Mapping[str, str] = field(default_factory=dict)

    def of(self, fact: Fact) -> QuestionText:
        """The text of a fact; its label as a question where it has none."""
        known = self.facts.get(fact.name)
        return known or QuestionText(f"{fact.label[:1].upper()}{fact.label[1:]}?")

    def label(self, fact: Fact, word: Word) -> str:
        """A word of a fact as an answer."""
        known = self.of(fact).labels.get(word)
        if known is not None:
            return known
        if isinstance(word, bool):
            return YES if word else NO
        if word is ABSENT:
            return NONE
        named = fact.enumeration.values if fact.enumeration is not None else {}
        return named.get(str(word), str(word))

    def spoken(self, fact: Fact) -> Fact:
        """The same fact with answers as people give them, and without a label to stand beside."""
        if fact.enumeration is None or fact.words is None:
            return replace(fact, label="")
        values = {word: self.label(fact, word) for word in fact.words}
        return replace(fact, label="", enumeration=replace(fact.enumeration, values=values))


def load_questions(path: Path, vocabulary: Vocabulary, book: QuestionBook) -> Questions:
    """The texts in a file: of facts, of declared questions, of measures and topics.

    Raises RuleError for a fact, word, question or option that does not exist, or a text that is
    missing.
    """
    reader = _Reader(path, vocabulary)
    content = read_yaml(path)
    reader.check_keys(content, ("questions", "screens", "topics", "measures"), "questions")
    texts = content.get("questions") or {}
    facts = {name: reader.question(name, item) for name, item in texts.items()}
    screens = content.get("screens") or {}
    reader.check_keys(screens, [one.slug for one in book.questions], "screens")
    declared = {one.slug: reader.screen(one, screens.get(one.slug) or {}) for one in book.questions}
    declined = content.get("topics") or {}
    for name in {*declined, *book.topics}:
        reader.check_fact(name, "topics")
    measures = tuple(map(reader.measure, content.get("measures") or ()))
    return Questions(facts, declared, measures, declined)


class _Reader:
    """Reads the parts of one file; keeps the place for messages."""

    def __init__(self, path: Path, vocabulary: Vocabulary) -> None:
        self.file = f"{path.parent.name}/{path.name}"
        self.facts = vocabulary.facts

    def question(self, name: str, item: Any) -> QuestionText:
        self.check_fact(name, name)
        self.check_keys(item, _QUESTION_KEYS, name)
        fact = self.facts[name]
        labels = {self._word(fact, word): text for word, text in (item.get("labels") or {}).items()}
        return QuestionText(
            self._text(item, name),
            item.get("hint", ""),
            item.get("why", ""),
            labels,
        )

    def screen(self, one: Question, item: Any) -> ScreenText:
        self.check_keys(item, _SCREEN_KEYS, one.slug)
        labels = item.get("options") or {}
        self.check_keys(labels, [option.name for option in one.options], f"{one.slug}.options")
        missing = [option.name for option in one.options if not labels.get(option.name)]
        if missing or (one.several and not item.get("none")):
            what = f"has no words for {(missing or ['nothing ticked'])[0]!r}."
            self._fail(one.slug, what, "Add them under options:, or none:.")
        return ScreenText(
            self._text(item, one.slug),
            labels,
            item.get("hint", ""),
            item.get("why", ""),
            item.get("none", ""),
        )

    def measure(self, item: Any) -> Measure:
        self.check_keys(item, _MEASURE_KEYS, "measures")
        options = item.get("options") or {}
        self.check_keys(options, self.facts, "measures")
        if not options:
            self._fail("measures", "has no options.", "Add options:.")
        return Measure(self._text(item, "measures"), item.get("hint", ""), options)

    def check_keys(self, item: Any, known: Iterable[str], key: str) -> None:
        if not isinstance(item, dict):
            self._fail(key, "is no mapping.", f"Use: {', '.join(sorted(known))}.")
        wrong = sorted(set(item) - set(known))
        if wrong:
            self._fail(
                key, f"has the unknown key {wrong[0]!r}.", f"Use: {', '.join(sorted(known))}."
            )

    def check_fact(self, name: str, key: str) -> None:
        if name not in self.facts:
            self._fail(key, f"names {name!r}, no fact.", "Use a name of the vocabulary.")

    def _text(self, item: Mapping[str, Any], key: str) -> str:
        text = item.get("text")
        if not isinstance(text, str) or not text.strip():
            self._fail(key, "has no question.", "Add text:.")
        return str(text)

    def _word(self, fact: Fact, given: Any) -> Word:
        word: Word = ABSENT if given == ABSENT.value else given
        possible = fact.domain or frozenset()
        if word is ABSENT and fact.absent is ABSENT:
            return word
        if word not in possible:
            self._fail(fact.name, f"has the word {given!r}.", "Use a word of the fact.")
        return word

    def _fail(self, key: str, what: str, todo: str) -> None:
        raise RuleError(what, file=self.file, key=key, todo=todo)
