"""The Dutch texts: every fact has one, and a person understands it."""

import re

from koers.cli.facts import questions
from koers.rulebook import RULEBOOK

KNOWN = RULEBOOK.vocabulary.facts
ASKED = [name for name, fact in KNOWN.items() if not fact.explanation_only]
STIFF = re.compile(
    r"\b(helaas|gelieve|indien|conform|middels|dient te|u|uw|teneinde|betreffende|desgevallend|"
    r"tewerkstelling\w*|tegemoetkoming|kortgeschoold)\b",
    re.IGNORECASE,
)


def test_every_fact_that_can_be_asked_has_a_question() -> None:
    texts = questions().facts
    assert not [name for name in ASKED if name not in texts or not texts[name].text.endswith("?")]


def test_no_question_is_written_for_what_is_never_asked() -> None:
    assert not [name for name in questions().facts if KNOWN[name].explanation_only]


def _sentences() -> list[str]:
    found = []
    for text in questions().facts.values():
        for part in (text.text, text.hint, text.why):
            found += re.split(r"(?<=[.?!]) ", part) if part else []
    return found


def test_a_sentence_is_short() -> None:
    assert not [sentence for sentence in _sentences() if len(sentence.split()) > 20]


def test_a_sentence_is_plain() -> None:
    assert not [sentence for sentence in _sentences() if STIFF.search(sentence)]


def test_an_answer_is_shorter_than_a_line() -> None:
    labels = [label for text in questions().facts.values() for label in text.labels.values()]
    assert max(map(len, labels)) <= 84


def test_the_answers_of_one_question_differ() -> None:
    for text in questions().facts.values():
        assert len(set(text.labels.values())) == len(text.labels)


def test_groups_of_answers_do_not_overlap() -> None:
    for text in questions().facts.values():
        words = [word for group in text.groups for word in group.words]
        assert len(words) == len(set(words))
