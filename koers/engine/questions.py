"""What a person is asked about a fact, in words of daily life; read from `questions.nl.yaml`.

Here stand words only: which fact is asked, and when, is in `ask`. A fact without a text of its
own is asked by its label. An answer may stand for several words (a group): the exact word is
then asked only when it matters. A topic and a measure are questions that no rule looks at; they
spare people questions: "do you want time credit at all?", "in which unit is it measured?".
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from koers.engine.errors import RuleError
from koers.engine.facts import Fact, Vocabulary
from koers.engine.nodes import Word
from koers.engine.reading import read_yaml
from koers.engine.values import ABSENT

YES, NO, NONE = "Ja", "Nee", "Er is geen"
_QUESTION_KEYS = frozenset(("text", "hint", "why", "labels", "groups", "instead"))
_TOPIC_KEYS = frozenset(("name", "text", "hint", "no", "incentives"))
_MEASURE_KEYS = frozenset(("text", "hint", "options"))


@dataclass(frozen=True)
class AnswerGroup:
    """One answer that stands for several words of a fact."""

    label: str
    words: frozenset[Word]


@dataclass(frozen=True)
class QuestionText:
    """How a fact is asked. `labels` say an answer as a person would; `instead` is asked for it."""

    text: str
    hint: str = ""
    why: str = ""
    labels: Mapping[Word, str] = field(default_factory=dict)
    groups: tuple[AnswerGroup, ...] = ()
    instead: str = ""


@dataclass(frozen=True)
class Topic:
    """A question before all questions that concern only `incentives`; `no` says it was declined."""

    name: str
    text: str
    hint: str
    no: str
    incentives: frozenset[str]


@dataclass(frozen=True)
class Measure:
    """In which unit is it measured? `options` are facts with what a person says of the unit."""

    text: str
    hint: str
    options: Mapping[str, str]


@dataclass(frozen=True)
class Questions:
    """All texts of one language."""

    facts: Mapping[str, QuestionText]
    topics: tuple[Topic, ...] = ()
    measures: tuple[Measure, ...] = ()

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


def load_questions(path: Path, vocabulary: Vocabulary, incentives: Iterable[str]) -> Questions:
    """The texts in a file.

    Raises RuleError for a fact, word or incentive that does not exist, or a text that is missing.
    """
    reader = _Reader(path, vocabulary, frozenset(incentives))
    content = read_yaml(path)
    known = ("questions", "topics", "measures")
    reader.check_keys(content, known, "questions")
    facts = {name: reader.question(name, item) for name, item in content["questions"].items()}
    topics = tuple(map(reader.topic, content.get("topics") or ()))
    return Questions(facts, topics, tuple(map(reader.measure, content.get("measures") or ())))


class _Reader:
    """Reads the parts of one file; keeps the place for messages."""

    def __init__(self, path: Path, vocabulary: Vocabulary, incentives: frozenset[str]) -> None:
        self.file = f"{path.parent.name}/{path.name}"
        self.facts = vocabulary.facts
        self.incentives = incentives

    def question(self, name: str, item: Any) -> QuestionText:
        self.check_fact(name, name)
        self.check_keys(item, _QUESTION_KEYS, name)
        fact = self.facts[name]
        labels = {self._word(fact, word): text for word, text in (item.get("labels") or {}).items()}
        groups = tuple(self._group(fact, one) for one in item.get("groups") or ())
        if item.get("instead"):
            self.check_fact(item["instead"], name)
        return QuestionText(
            self._text(item, name),
            item.get("hint", ""),
            item.get("why", ""),
            labels,
            groups,
            item.get("instead", ""),
        )

    def topic(self, item: Any) -> Topic:
        self.check_keys(item, _TOPIC_KEYS, "topics")
        unknown = sorted(set(item["incentives"]) - self.incentives)
        if unknown:
            self._fail("topics", f"names {unknown[0]!r}, no incentive.", "Use an id.")
        return Topic(
            item["name"],
            self._text(item, "topics"),
            item.get("hint", ""),
            item["no"],
            frozenset(item["incentives"]),
        )

    def measure(self, item: Any) -> Measure:
        self.check_keys(item, _MEASURE_KEYS, "measures")
        for name in item["options"]:
            self.check_fact(name, "measures")
        return Measure(self._text(item, "measures"), item.get("hint", ""), item["options"])

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

    def _group(self, fact: Fact, item: Any) -> AnswerGroup:
        self.check_keys(item, ("label", "words"), fact.name)
        return AnswerGroup(
            item["label"], frozenset(self._word(fact, word) for word in item["words"])
        )

    def _fail(self, key: str, what: str, todo: str) -> None:
        raise RuleError(what, file=self.file, key=key, todo=todo)
