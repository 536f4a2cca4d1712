"""The page of open questions, and the pages of the incentives: nothing is left out of them."""

import re

import pytest

from docs.generate import REFERENCE, pages_beside, write_beside
from docs.writers.incentives import incentive_page
from docs.writers.markdown import escaped
from docs.writers.open_questions import open_questions_page
from koers.engine.nodes import OpenNorm, walk
from koers.engine.open_law import open_questions
from koers.engine.sources import sources_used
from koers.rulebook import RULEBOOK
from tests.engine.rules.book_grant.rule import RULEBOOK as INVENTED

MADE = pages_beside()
PAGE = MADE["open-law-questions.md"]


def parts(page: str) -> dict[str, str]:
    """The text under each heading of an instrument, by id."""
    _, *several = re.split(r"^## ", page, flags=re.M)
    return {part.split("(`")[1].split("`)")[0]: part for part in several}


@pytest.mark.parametrize("name", sorted(MADE))
def test_a_committed_page_beside_the_reference_is_what_make_docs_writes(name: str) -> None:
    path = REFERENCE.parent / name

    assert path.exists(), f"{name} is missing: run `make docs`"
    assert path.read_text(encoding="utf-8") == MADE[name], f"{name} is old: run `make docs`"


def test_the_pages_beside_the_reference_leave_other_pages_alone(tmp_path) -> None:
    (tmp_path / "architecture.md").write_text("by hand")

    written = write_beside(tmp_path)

    assert [path.name for path in written] == list(MADE)
    assert (tmp_path / "architecture.md").read_text() == "by hand"


def test_the_count_at_the_top_is_the_number_of_different_questions() -> None:
    page = open_questions_page(INVENTED)

    kinds = "twijfels: 3, waarden: 4, regels: 1, oordelen: 2, tegenspraken: 1"
    assert f"**11 open vragen** ({kinds})" in page
    assert "| [Boekengeld](#boekengeld-book_grant) | 2 | 3 | 1 | 2 | 1 | 9 |" in page
    assert "| Grootte van een bedrijf | 0 | 0 | 0 | 0 | 0 | 0 |" in page


def test_a_question_has_its_subject_its_period_its_source_and_what_would_settle_it() -> None:
    part = parts(open_questions_page(INVENTED))["book_grant"]

    assert (
        "- *Bedrag voor boeken* (vanaf 1 januari 2021 tot en met 31 december 2022): "
        "Of het bedrag per jaar is, is niet zeker.\n"
        "  - Bron: [Uitleg over boeken](https://example.org/uitleg) "
        "(andere bron, gelezen op 21 mei 2026)\n"
        "  - Wat dit oplost: Een antwoord van de dienst.\n"
    ) in part


def test_a_dispute_shows_both_sides() -> None:
    part = parts(open_questions_page(INVENTED))["book_grant"]

    assert (
        "  - Volgens ons: 120,50 euro per jaar\n  - Een andere bron: Een krant schrijft 125 euro.\n"
    ) in part


@pytest.mark.parametrize("incentive", RULEBOOK.ids)
def test_every_question_of_an_instrument_stands_under_its_name(incentive: str) -> None:
    found = open_questions(RULEBOOK, RULEBOOK[incentive])
    part = parts(PAGE).get(incentive, "")

    assert bool(part) is bool(found)
    for one in found:
        assert escaped(one.why) in part
        assert all(escaped(source.title) in part for source in one.sources)


@pytest.mark.parametrize("incentive", RULEBOOK.ids)
def test_the_page_of_an_incentive_holds_every_law_reference_and_every_source(
    incentive: str,
) -> None:
    one = RULEBOOK[incentive]
    page = incentive_page(RULEBOOK, one)
    nodes = [item for part in one.conditions for item in walk(part.node)]
    nodes += [item for part in one.outputs.values() for item in walk(part.node)]

    for condition in one.conditions:
        assert f"Wet: {escaped(condition.law)}" in page
    for node in nodes:
        if isinstance(node, OpenNorm):
            assert escaped(node.law) in page
            assert escaped(node.decides) in page
    for source in (*one.parameters.sources.values(), *sources_used(RULEBOOK, one)):
        assert source.url.replace("(", "%28").replace(")", "%29") in page, source.key
    for question in open_questions(RULEBOOK, one):
        assert escaped(question.why) in page, question.why


def test_a_change_stands_only_on_the_page_of_what_it_is_about() -> None:
    told = "In de oproep van Vorming Hogerop voor schooljaar 2024-2025"

    assert told in incentive_page(RULEBOOK, RULEBOOK["care_via_hogerop"])
    assert told not in incentive_page(RULEBOOK, RULEBOOK["care_project600_private"])
