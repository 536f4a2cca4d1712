"""The Dutch texts: every fact has one, and a person understands it."""

import re
from pathlib import Path

import pytest

from koers.cli.facts import questions
from koers.engine.errors import RuleError
from koers.engine.questions import Questions, load_questions
from koers.engine.values import ABSENT
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


# Reading the file ----------------------------------------------------------------------------

GOOD = """\
questions:
  employment.status:
    text: Wat doe je?
    labels: {employee: Ik werk}
    groups: [{label: Werk, words: [employee, temp_agency]}]
topics:
  - {name: t, text: "Wil je dat?", no: nee, incentives: [vov]}
measures:
  - {text: "In wat?", options: {training.credits: In punten}}
"""


def read(tmp_path: Path, text: str) -> Questions:
    path = tmp_path / "questions.nl.yaml"
    path.write_text(text, encoding="utf-8")
    return load_questions(path, RULEBOOK.vocabulary, RULEBOOK.ids)


def test_a_fact_without_a_text_is_asked_by_its_label(tmp_path: Path) -> None:
    texts = read(tmp_path, GOOD)
    assert texts.of(KNOWN["person.age"]).text == "Leeftijd?"
    assert texts.of(KNOWN["employment.status"]).text == "Wat doe je?"


def test_an_answer_without_a_label_of_its_own_has_the_one_of_the_fact(tmp_path: Path) -> None:
    texts = read(tmp_path, GOOD)
    status, alone = KNOWN["employment.status"], KNOWN["person.lives_alone"]
    assert texts.label(status, "employee") == "Ik werk"
    assert texts.label(status, "temp_agency") == "uitzendkracht"
    assert (texts.label(alone, True), texts.label(alone, False)) == ("Ja", "Nee")
    assert texts.label(KNOWN["employment.contract_end"], ABSENT) == "Er is geen"
    assert texts.label(KNOWN["employment.joint_committee"], "200") == "200"
    assert texts.spoken(alone).label == ""


@pytest.mark.parametrize(
    ("before", "after", "message"),
    [
        ("topics:", "topic:", "has the unknown key 'topic'"),
        ("employment.status:", "employment.statu:", "names 'employment.statu', no fact"),
        ("text: Wat doe je?", "tekst: Wat doe je?", "has the unknown key 'tekst'"),
        ("text: Wat doe je?", 'text: ""', "has no question"),
        ("text: Wat doe je?", "hint: Tik.", "has no question"),
        ("{employee: Ik werk}", "{worker: Ik werk}", "has the word 'worker'"),
        ("{employee: Ik werk}", "{absent: Niets}", "has the word"),
        ("words: [employee, temp_agency]", "words: [baas]", "has the word 'baas'"),
        ("{label: Werk, words: [employee, temp_agency]}", "werk", "is no mapping"),
        ("incentives: [vov]", "incentives: [vovv]", "names 'vovv', no incentive"),
        ("training.credits:", "training.points:", "names 'training.points', no fact"),
        ("    labels:", "    instead: person.x\n    labels:", "names 'person.x', no fact"),
    ],
)
def test_a_wrong_text_is_an_error_of_the_author(
    before: str, after: str, message: str, tmp_path: Path
) -> None:
    with pytest.raises(RuleError, match=r"questions\.nl\.yaml") as error:
        read(tmp_path, GOOD.replace(before, after))
    assert message in str(error.value)
