"""The questions of the house: every answer can be true, and a person understands every text."""

import re
from collections import Counter
from collections.abc import Iterator
from itertools import combinations

import pytest

from koers.cli.facts import questions
from koers.cli.given import as_written
from koers.engine.checks import fits
from koers.engine.questions import Question, question_about
from koers.engine.statements import read_value
from koers.engine.values import Between, OneOf, Stated
from koers.rulebook import RULEBOOK
from koers.rulebook.questions import BOOK

KNOWN = RULEBOOK.vocabulary.facts
TEXTS = questions()
MOST_OPTIONS, MOST_WORDS, LINE = 7, 20, 84
IN_A_FILE = {one.source for one in RULEBOOK.vocabulary.reductions if one.keys}
"""Lists with a value per year: given in a file, never asked."""
ASKED = [
    name for name, fact in KNOWN.items() if not fact.explanation_only and name not in IN_A_FILE
]
ALIKE = {("vlaams", "school")}
"""Two answers that rules do not tell apart, but people do."""
STIFF = re.compile(
    r"\b(helaas|gelieve|indien|conform|middels|dient te|u|uw|teneinde|betreffende|desgevallend|"
    r"tewerkstelling\w*|tegemoetkoming|kortgeschoold)\b",
    re.IGNORECASE,
)


def filled() -> Iterator[tuple[str, str, Stated]]:
    """Question, fact and value, for all that an answer fills in."""
    for one in BOOK.questions:
        for option in one.options:
            for sets in (option.sets, option.unticked):
                yield from ((one.slug, name, value) for name, value in sets.items())


def slugs(items: tuple[Question, ...] = BOOK.questions) -> list[str]:
    """The slugs of the declared questions."""
    return [one.slug for one in items]


# What is declared ----------------------------------------------------------------------------


def test_slugs_are_unique_also_among_questions_made_from_facts():
    made = [question_about(KNOWN[name]).slug for name in KNOWN]

    assert [slug for slug, number in Counter([*slugs(), *made]).items() if number > 1] == []


@pytest.mark.parametrize("one", BOOK.questions, ids=slugs())
def test_a_question_is_about_facts_that_exist(one):
    named = [
        *one.facts,
        *(name for option in one.options for name in (*option.sets, *option.unticked)),
        *(name for option in one.options for pair in option.same.items() for name in pair),
    ]

    assert [name for name in named if name not in KNOWN] == []
    assert [name for name in one.facts if KNOWN[name].judged_by] == []


@pytest.mark.parametrize("one", BOOK.questions, ids=slugs())
def test_a_question_is_about_all_that_its_answers_fill_in(one):
    filled_in = {
        name for option in one.options for name in (*option.sets, *option.unticked, *option.same)
    }

    assert {*one.facts} == (filled_in or {one.typed})


@pytest.mark.parametrize("one", BOOK.questions, ids=slugs())
def test_a_question_has_options_or_a_value_to_type_and_not_too_many(one):
    assert bool(one.options) != bool(one.typed)
    assert len(one.options) <= MOST_OPTIONS
    assert one.typed == "" or KNOWN[one.typed].domain is None


def test_every_answer_fits_the_declaration_of_its_fact():
    assert [one for one in filled() if not fits(KNOWN[one[1]], one[2])] == []


def test_every_answer_can_be_written_in_a_file_and_is_read_back():
    for slug, name, value in filled():
        fact = KNOWN[name]
        assert read_value(fact, as_written(fact, value)) == value, (slug, name)


def test_no_answer_says_less_than_nothing():
    told = [
        (slug, name)
        for slug, name, value in filled()
        if (isinstance(value, OneOf) and value.values >= (KNOWN[name].domain or {None}))
        or value == Between(None, None)
    ]

    assert told == []


def test_the_same_as_another_fact_is_the_same_kind_of_thing():
    for one in BOOK.questions:
        for option in one.options:
            for name, other in option.same.items():
                filled_in, copied = KNOWN[name], KNOWN[other]
                assert (filled_in.kind, filled_in.unit) == (copied.kind, copied.unit)
                assert fits(filled_in, Between(copied.low, copied.high))


@pytest.mark.parametrize("one", BOOK.questions, ids=slugs())
def test_the_options_of_a_question_differ(one):
    fills = [
        (dict(option.sets), dict(option.unticked), dict(option.same)) for option in one.options
    ]
    alike = {
        (one.options[left].name, one.options[right].name)
        for left, right in combinations(range(len(fills)), 2)
        if fills[left] == fills[right]
    }

    assert len({option.name for option in one.options}) == len(one.options)
    assert alike <= ALIKE


def test_only_what_can_be_ticked_says_something_when_it_is_not():
    assert [one.slug for one in BOOK.questions if not one.several and _unticked(one)] == []


def _unticked(one: Question) -> bool:
    return any(option.unticked for option in one.options)


# How they hang together ----------------------------------------------------------------------


def test_a_question_stands_beside_one_that_stands_by_itself():
    beside = {one.beside for one in BOOK.questions if one.beside}

    assert beside <= {one.slug for one in BOOK.questions if not one.beside}


def test_the_same_as_now_is_asked_beside_the_question_about_now():
    for one in BOOK.questions:
        sources = {other for option in one.options for other in option.same.values()}
        assert not sources or sources <= {*BOOK[one.beside].facts}


def test_facts_stand_together_once_and_exist():
    together = [name for group in BOOK.together for name in group]

    assert [name for name in together if name not in KNOWN] == []
    assert len(together) == len(set(together))


def test_the_opening_is_declared_and_not_sensitive():
    assert [slug for slug in BOOK.opening if slug not in slugs()] == []
    assert [slug for slug in BOOK.opening if BOOK[slug].sensitive] == []


def test_a_topic_is_a_yes_or_no_about_a_plan_and_concerns_rights():
    for name, incentives in BOOK.topics.items():
        assert name.startswith("plan.")
        assert KNOWN[name].yes_no
        kinds = {RULEBOOK[one].kind for one in incentives if one in RULEBOOK}
        assert kinds <= {"right"}


def test_a_right_concerns_at_most_one_topic():
    concerned = Counter(one for ids in BOOK.topics.values() for one in ids)

    assert [one for one, number in concerned.items() if number > 1] == []


def test_answers_are_counted_of_options_that_exist():
    for slug, shares in BOOK.shares.items():
        one = BOOK[slug]
        assert one.typed or {*shares} <= {option.name for option in one.options}
        assert all(0 <= share <= 1 for share in shares.values())
        assert one.several or sum(shares.values()) < 1.01
        assert one.several or one.typed or sum(shares.values()) > 0.99


def test_what_is_at_stake_is_at_stake_for_rights_that_exist():
    assert [one for one in BOOK.stakes if one not in RULEBOOK] == []


# Texts ---------------------------------------------------------------------------------------


def test_every_fact_that_can_be_asked_has_a_question():
    missing = [name for name in ASKED if name not in TEXTS.facts]

    assert missing == []


def test_no_question_is_written_for_what_is_never_asked():
    never = [name for name, fact in KNOWN.items() if fact.explanation_only]

    assert [name for name in TEXTS.facts if name in never and name not in BOOK.topics] == []


def test_every_topic_says_what_is_not_looked_at():
    assert {*TEXTS.declined} == {*BOOK.topics}
    assert [text for text in TEXTS.declined.values() if not text.startswith("je ")] == []


def test_a_question_ends_with_a_question_mark():
    asked = [one.text for one in (*TEXTS.facts.values(), *TEXTS.declared.values(), *TEXTS.measures)]

    assert [text for text in asked if not text.endswith("?")] == []


def _sentences() -> Iterator[str]:
    texts = (*TEXTS.facts.values(), *TEXTS.declared.values(), *TEXTS.measures)
    for one in texts:
        for part in (one.text, one.hint, getattr(one, "why", "")):
            yield from re.split(r"(?<=[.?!]) ", part) if part else []
    yield from TEXTS.declined.values()
    yield from (label for label in _labels() if "tegemoetkoming" not in label)  # official names


def _labels() -> Iterator[str]:
    for fact in TEXTS.facts.values():
        yield from fact.labels.values()
    for screen in TEXTS.declared.values():
        yield from (*screen.options.values(), *([screen.none] if screen.none else []))
    for measure in TEXTS.measures:
        yield from measure.options.values()


def test_a_sentence_is_short():
    assert [one for one in _sentences() if len(one.split()) > MOST_WORDS] == []


def test_a_sentence_is_plain():
    assert [one for one in _sentences() if STIFF.search(one)] == []


def test_an_answer_is_shorter_than_a_line():
    assert [label for label in _labels() if len(label) > LINE] == []


def test_the_answers_of_one_question_read_differently():
    asked = [
        *(text.labels for text in TEXTS.facts.values()),
        *(screen.options for screen in TEXTS.declared.values()),
        *(measure.options for measure in TEXTS.measures),
    ]

    assert [labels for labels in asked if len({*labels.values()}) < len(labels)] == []


def test_only_a_question_with_ticks_has_words_for_none():
    for one in BOOK.questions:
        assert bool(TEXTS.declared[one.slug].none) == one.several
