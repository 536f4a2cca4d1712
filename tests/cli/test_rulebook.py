"""`koers rulebook`, `koers check` and `koers` itself."""

import csv
import io
import json
from collections.abc import Callable

import pytest

from koers import __version__
from koers.cli.facts import questions
from koers.engine.errors import RuleError
from koers.rulebook import RULEBOOK

Run = Callable[..., object]


def test_every_instrument_is_in_the_table(run: Run) -> None:
    text = run("rulebook").stdout
    assert text.splitlines()[0].startswith("Instrument")
    for name in RULEBOOK.ids:
        assert name[:20] in text
    assert f"13 instrumenten. Versie van de regels: {RULEBOOK.version}." in text


def test_json_has_a_row_for_each_instrument(run: Run) -> None:
    rows = {row["id"]: row for row in json.loads(run("rulebook", "--json").stdout)}
    assert list(rows) == list(RULEBOOK.ids)
    vov = rows["vov"]
    assert (vov["title"], vov["kind"], vov["level"]) == (
        "Vlaams opleidingsverlof",
        "right",
        "flemish",
    )
    assert vov["exists_from"] == "2019-09-01"
    assert vov["exists_until"] is None
    assert vov["last_change"] <= "2026-11-22"
    assert vov["conditions"] > 5
    assert vov["main_source_url"].startswith("https://")


def test_csv_and_json_hold_the_same(run: Run) -> None:
    table = list(csv.DictReader(io.StringIO(run("rulebook", "--csv").stdout)))
    rows = json.loads(run("rulebook", "--json").stdout)
    assert [
        {name: "" if value is None else str(value) for name, value in row.items()} for row in rows
    ] == table


@pytest.mark.parametrize("format_", ["--json", "--csv"])
def test_all_facts_can_be_listed_for_machines(format_: str, run: Run) -> None:
    text = run("rulebook", "--facts", format_).stdout
    rows = json.loads(text) if format_ == "--json" else list(csv.DictReader(io.StringIO(text)))
    assert [row["name"] for row in rows] == list(RULEBOOK.vocabulary.facts)


def test_all_facts_can_be_listed_for_people(run: Run) -> None:
    text = run("rulebook", "--facts").stdout
    for name in RULEBOOK.vocabulary.facts:
        assert name[:30] in text
    assert "true of false" in text
    assert "de gevraagde dag" in text


def test_the_check_counts_what_is_right(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("koers.engine.check.check", lambda rulebook: [])
    result = run("check")
    assert result.exit_code == 0
    assert result.stdout.startswith("Het regelboek is in orde: 13 instrumenten, ")
    assert f"{len(questions().facts)} vragen." in result.stdout


def test_the_check_prints_each_error_and_ends_with_one(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    errors = [
        RuleError("has no Dutch title.", file="vov/texts.nl.yaml", key="vov", todo="Add title:."),
        RuleError("is no id.", file="vok/rule.py", line=3, todo="Use small letters."),
    ]
    monkeypatch.setattr("koers.engine.check.check", lambda rulebook: errors)
    result = run("check")
    assert result.exit_code == 1
    assert result.stdout == (
        "vov/texts.nl.yaml: vov: has no Dutch title. Add title:.\n"
        "vok/rule.py:3: is no id. Use small letters.\n"
    )
    assert result.stderr == "2 fouten in het regelboek.\n"


def test_the_rulebook_is_right(run: Run) -> None:
    assert run("check").exit_code == 0


def test_a_rulebook_that_does_not_load_is_a_sentence_with_code_one(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(rulebook: object) -> None:
        raise RuleError("has a gap.", file="vov/parameters.yaml", line=7, todo="Fill it.")

    monkeypatch.setattr("koers.engine.check.check", broken)
    result = run("check")
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr == (
        "Het regelboek klopt niet. vov/parameters.yaml:7: has a gap. Fill it.\n"
    )


def test_ctrl_c_ends_a_command_with_a_word(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(rulebook: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("koers.engine.check.check", interrupted)
    result = run("check")
    assert (result.exit_code, result.stdout, result.stderr) == (130, "", "Gestopt.\n")


def test_koers_alone_explains_itself_with_its_exit_codes(run: Run) -> None:
    for arguments in ([], ["--help"]):
        result = run(*arguments)
        assert result.exit_code == 0
        assert "Opdrachten:\n  ask " in result.stdout
        assert "Code bij het einde:\n  0 " in result.stdout
        for english in ("Usage", "Options:", "Show this", "Commands"):
            assert english not in result.stdout


@pytest.mark.parametrize("name", ["ask", "rights", "explain", "cases", "check", "rulebook"])
def test_every_command_explains_itself_in_dutch(name: str, run: Run) -> None:
    text = run(name, "--help").stdout
    assert text.startswith(f"Zo schrijf je het: koers {name} [OPTIES]")
    assert "Toon deze uitleg." in text
    assert "Show this" not in text


def test_the_version_can_be_shown(run: Run) -> None:
    assert run("--version").stdout == f"koers {__version__}\n"
