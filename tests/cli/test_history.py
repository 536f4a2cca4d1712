"""`koers history`: what changed when in one instrument."""

import json
from collections.abc import Callable
from datetime import date

import pytest

from koers.cli.history import as_data, as_text
from koers.engine.history import history
from koers.rulebook import RULEBOOK as REAL
from tests.engine.rules.book_grant.rule import RULEBOOK

Run = Callable[..., object]
TODAY = date(2026, 11, 22)


def text(incentive="book_grant"):
    return as_text(history(RULEBOOK, incentive), RULEBOOK.version, TODAY)


def block(day, incentive="book_grant"):
    return next(part for part in text(incentive).split("\n\n") if part.startswith(day))


def test_a_change_is_told_once_with_its_values_under_it():
    assert block("1 januari 2021", "firm_book_grant") == (
        "1 januari 2021\n"
        "  Ook ondernemingen krijgen meer.\n"
        "    Wie wint: dat weten we niet\n"
        "    Wie verliest: dat weten we niet\n"
        "    Bron: Uitleg over boeken, https://example.org/uitleg "
        "(andere bron, gelezen op 21 mei 2026)\n"
        "    - Bedrag voor de onderneming: van 50 naar 60 euro.\n"
        "      Bron: Decreet over boeken, https://example.org/boeken "
        "(officiële bron, gelezen op 22 mei 2026)"
    )


def test_a_source_that_stands_above_is_not_repeated():
    assert block("1 januari 2022", "firm_book_grant").count("Bron: ") == 1


def test_rows_of_a_table_stand_together_and_who_wins_is_not_known():
    assert block("1 juni 2025") == (
        "1 juni 2025\n"
        "  - Bedrag per soort:\n"
        "    - roman: van 1 naar 2 euro.\n"
        "    - atlas: van 3 naar 1 euro.\n"
        "      Bron: Decreet over boeken, https://example.org/boeken "
        "(officiële bron, gelezen op 22 mei 2026)\n"
        "  Wie hierdoor wint of verliest: dat weten we niet."
    )


def test_a_condition_is_told_with_its_article():
    told = block("1 januari 2021")

    assert '  - Er komt een voorwaarde bij: "De les duurt minstens 12 uur".\n' in told
    assert "    Wet: Decreet, art. 1\n" in told


def test_our_own_mistake_is_no_change_of_the_law():
    told = block("1 maart 2026")

    assert "  Een fout van Koers, die we verbeterden. De wet veranderde niet.\n" in told
    assert "Wie hierdoor wint" not in told


def test_what_must_still_come_is_marked():
    assert "\n\n1 juli 2027 (dat moet nog komen)\n" in text()
    assert "1 maart 2026 (dat" not in text()


def test_json_holds_the_same_as_the_text():
    found = as_data(RULEBOOK, history(RULEBOOK, "book_grant"))

    days = [one["on"] for one in found["moments"]]
    assert days == sorted(days)
    at = next(one for one in found["moments"] if one["on"] == date(2021, 1, 1))
    (change,) = at["changes"]
    assert (change["gained"], change["lost"]) == ("Wie veel leest.", "niemand")
    assert change["sources"][0]["url"] == "https://example.org/boeken"
    assert {one["name"] for one in change["details"]} == {"amount", "min_hours"}
    amount = next(one for one in change["details"] if one["name"] == "amount")
    assert (amount["before"], amount["after"]) == ("100 euro per jaar", "120,50 euro per jaar")
    assert {one["name"] for one in at["without_text"]} == {"long_enough", "any_length", "extra"}


@pytest.mark.parametrize("incentive", REAL.ids)
def test_every_instrument_has_a_history_for_people_and_for_machines(run: Run, incentive: str):
    told = run("history", incentive)
    data = json.loads(run("history", incentive, "--json").stdout)

    assert told.exit_code == 0
    assert told.stdout.startswith(f"{data['title']} ({incentive})\n=")
    assert f"Versie van de regels: {REAL.version}." in told.stdout
    for moment in data["moments"]:
        for change in moment["changes"]:
            assert change["gained"]
            assert change["lost"]
            assert change["sources"][0]["url"].startswith("http")
            assert change["text"] in told.stdout


def test_the_lower_refund_of_2025_is_told_under_its_line(run: Run):
    data = json.loads(run("history", "vov", "--json").stdout)

    (at,) = (one for one in data["moments"] if one["on"] == "2025-09-01")
    details = {one["name"]: one for one in at["changes"][0]["details"]}
    refund = next(one for one in details.values() if one["after"] == "14,91 euro per uur")
    assert refund["text"] == "van 21,30 naar 14,91 euro per uur."
    assert "Werkgevers krijgen minder terug." in at["changes"][0]["lost"]


def test_a_line_stays_with_its_own_instrument_of_a_shared_folder(run: Run):
    about = "In de oproep van Vorming Hogerop"

    assert about in run("history", "care_via_hogerop").stdout
    assert about not in run("history", "care_project600_private").stdout


def test_an_unknown_id_names_the_nearest(run: Run):
    result = run("history", "loopbancheque")

    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr == (
        "'loopbancheque' staat niet in het regelboek. "
        "Bedoelde je loopbaancheque of opleidingscheque?\n"
    )


def test_an_instrument_without_changes_says_so():
    from dataclasses import replace

    nothing = replace(history(RULEBOOK, "book_grant"), moments=())

    assert "Sinds het begin veranderde er niets." in as_text(nothing, "v", TODAY)
