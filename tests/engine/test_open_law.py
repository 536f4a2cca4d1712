"""What the rulebook leaves open about the law."""

from datetime import date

from koers.engine.nodes import OpenNorm, UnknownInLaw, walk
from koers.engine.open_law import NO_OFFICIAL_TEXT, Open, open_questions
from koers.rulebook import RULEBOOK as REAL
from tests.engine.rules.book_grant.rule import RULEBOOK


def questions(kind, incentive="book_grant"):
    found = open_questions(RULEBOOK, RULEBOOK[incentive])
    return [one for one in found if one.kind is kind]


def test_a_doubt_has_its_labels_its_period_its_source_and_what_would_settle_it():
    first, *_ = questions(Open.DOUBT)

    assert first.about == ("Bedrag voor boeken",)
    assert first.why == "Of het bedrag per jaar is, is niet zeker."
    assert (first.since, first.until) == (date(2021, 1, 1), date(2022, 12, 31))
    assert [one.url for one in first.sources] == ["https://example.org/uitleg"]
    assert first.settle == "Een antwoord van de dienst."


def test_a_doubt_stands_only_with_the_incentive_it_is_about():
    (doubt,) = questions(Open.DOUBT, "firm_book_grant")

    assert doubt.why == "De onderneming vroegen we niets."
    assert all(one.why != doubt.why for one in questions(Open.DOUBT))


def test_a_value_that_is_not_known_has_its_period_inside_the_life_of_the_instrument():
    found = {one.about: one for one in questions(Open.VALUE)}

    amount = found[("Bedrag voor boeken",)]
    assert (amount.since, amount.until) == (date(2023, 1, 1), date(2023, 12, 31))
    others = found[("Bedrag per soort (alle andere)",)]
    assert (others.since, others.until) == (date(2018, 1, 1), date(2028, 12, 31))


def test_what_only_informs_and_is_not_known_is_not_lost():
    assert ("Openingsuren van het loket",) in [one.about for one in questions(Open.VALUE)]
    assert questions(Open.VALUE, "firm_book_grant")[0].about == ("Bedrag voor de onderneming",)


def test_a_question_without_an_official_source_would_be_settled_by_an_official_text():
    (rule,) = questions(Open.RULE)

    assert rule.why == "De tekst van 2026 is niet gelezen."
    assert (rule.since, rule.settle) == (date(2026, 1, 1), NO_OFFICIAL_TEXT)


def test_a_judgement_names_its_article_and_who_decides():
    norm, fact = questions(Open.JUDGEMENT)

    assert (norm.why, norm.law) == ("Het boek dient de les", "Decreet, art. 3")
    assert norm.settle == "De dienst Boeken beslist, voor elke persoon apart."
    assert fact.why == "nodig voor de les"
    assert fact.settle == "De school beslist, voor elke persoon apart."


def test_a_dispute_holds_both_sides():
    (found,) = questions(Open.DISPUTED)

    assert (found.ours, found.why) == ("120,50 euro per jaar", "Een krant schrijft 125 euro.")
    assert found.settle == "De tabel van de dienst."
    assert (found.since, found.until) == (date(2021, 1, 1), date(2022, 12, 31))


def test_nothing_that_is_open_in_the_rulebook_is_left_out():
    told = {one.why for name in REAL.ids for one in open_questions(REAL, REAL[name])}
    for one in REAL.incentives:
        assert {doubt.why for doubt in one.parameters.doubts} <= told
        nodes = [item for part in one.conditions for item in walk(part.node)]
        nodes += [item for part in one.outputs.values() for item in walk(part.node)]
        assert {node.reason for node in nodes if isinstance(node, UnknownInLaw)} <= told
        assert {node.text for node in nodes if isinstance(node, OpenNorm)} <= told
        exists = one.parameters.exists
        for parameter in one.parameters.known.values():
            for line in parameter.all_values():
                if exists and exists.until and line.since > exists.until:
                    continue
                if isinstance(line.node, UnknownInLaw):
                    assert line.node.reason in told, (one.id, parameter.name)
                if line.disputed:
                    assert line.disputed in told, (one.id, parameter.name)
