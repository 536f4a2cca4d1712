"""`koers rulebook`, `koers check` and `koers` itself."""

import csv
import io
import json
from collections.abc import Callable
from datetime import date

import pytest

from koers import __version__
from koers.cli.facts import questions
from koers.engine.errors import RuleError
from koers.rulebook import RULEBOOK

Run = Callable[..., object]


def test_every_instrument_is_in_the_table(run: Run) -> None:
    text = run("rulebook").stdout
    assert text.startswith("Instrumenten op 22 november 2026\n\nInstrument ")
    for name in RULEBOOK.ids:
        assert name.split("_")[0] in text
    count = len(RULEBOOK.ids)
    assert f"{count} instrumenten. Versie van de regels: {RULEBOOK.version}." in text


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
    assert [row["id"] for row in table] == [row["id"] for row in rows]
    for line, row in zip(table, rows, strict=True):
        assert list(line) == list(row)
        for name, value in row.items():
            match value:
                case bool():
                    assert line[name] == str(value).lower()
                case list():
                    assert line[name].count(" | ") == max(0, len(value) - 1)
                    assert bool(line[name]) is bool(value)
                case _:
                    assert line[name] == ("" if value is None else str(value))


def test_a_list_is_one_cell_with_its_items_after_each_other(run: Run) -> None:
    text = run("rulebook", "--csv", "--for", "jobseeker", "--group", "time").stdout
    rows = {row["id"]: row for row in csv.DictReader(io.StringIO(text))}
    assert rows["vdab_vrijstelling"]["for"] == "jobseeker | student | inactive"


# Choosing --------------------------------------------------------------------------------------


def chosen(run: Run, *options: str) -> list[str]:
    return [row["id"] for row in json.loads(run("rulebook", "--json", *options).stdout)]


def test_each_choice_leaves_what_fits_and_several_choices_fit_together(run: Run) -> None:
    assert chosen(run, "--level", "federal", "--kind", "right", "--group", "time") == [
        one.id
        for one in RULEBOOK.incentives
        if (one.level, one.kind, one.group) == ("federal", "right", "time")
    ]


def test_a_choice_that_is_given_twice_is_one_of_the_two(run: Run) -> None:
    both = chosen(run, "--level", "federal", "--level", "sector")
    assert set(both) == {
        one.id for one in RULEBOOK.incentives if one.level in ("federal", "sector")
    }


def test_for_shows_what_is_not_certainly_closed(run: Run) -> None:
    jobseeker, employee = chosen(run, "--for", "jobseeker"), chosen(run, "--for", "employee")
    assert "vdab_vrijstelling" in jobseeker
    assert "vov" not in jobseeker
    assert "vov" in employee
    assert "vdab_vrijstelling" not in employee
    assert "leave_region_selector" not in employee


FEW = ("--level", "flemish", "--group", "time", "--kind", "right")
"""Choices that leave few rows, so that the test is quick."""


def test_the_status_is_that_of_the_day(run: Run) -> None:
    assert "vov" in chosen(run, *FEW, "--status", "coming", "--on", "2019-08-31")
    assert "vov" in chosen(run, *FEW, "--status", "in_force", "--on", "2024-10-01")
    assert "vov" in chosen(run, *FEW, "--status", "unknown", "--on", "2026-11-22")


def test_six_months_after_the_last_reading_every_instrument_is_stale(run: Run) -> None:
    assert chosen(run, *FEW, "--status", "stale", "--on", "2026-11-22") == []
    assert chosen(run, *FEW, "--status", "stale", "--on", "2100-01-01") == chosen(run, *FEW)
    assert "al lang niet" in run("rulebook", *FEW, "--on", "2100-01-01").stdout


def test_changed_since_counts_changes_up_to_the_day(run: Run) -> None:
    since = ("--changed-since", "2025-09-02")
    assert "vov" in chosen(run, *FEW, "--changed-since", "2025-09-01", "--on", "2025-09-01")
    assert "vov" not in chosen(run, *FEW, *since, "--on", "2026-08-31")
    assert "vov" in chosen(run, *FEW, *since, "--on", "2026-09-01")


def test_both_sides_are_shown_where_sources_disagree(run: Run) -> None:
    options = ("--status", "disputed", "--group", "time", "--level", "flemish")
    text = run("rulebook", "--on", "2024-10-01", *options).stdout
    after = text.split("Betwist: Vlaams opleidingsverlof (vov)\n")[1]
    assert (
        "- Uren verlof per studiepunt in een graduaat of HBO5: volgens ons 4 uur per studiepunt.\n"
        "    Bron: Aantal uren Vlaams opleidingsverlof per schooljaar (vlaanderen.be), https://"
    ) in after
    assert "    Maar: Thomas More (pagina zonder datum) geeft nog 6 uur." in after
    rows = json.loads(run("rulebook", "--on", "2024-10-01", *options, "--json").stdout)
    (vov,) = (row for row in rows if row["id"] == "vov")
    assert vov["status"] == ["in_force", "disputed"]
    credit = next(one for one in vov["disputed"] if one["we_follow"] == "4 uur per studiepunt")
    assert credit["others_say"].startswith("Thomas More")
    assert credit["sources"][0]["url"].startswith("https://")


def test_nothing_that_fits_is_a_sentence(run: Run) -> None:
    options = ("rulebook", "--kind", "duty", "--group", "proof", "--level", "wallonia")
    assert run(*options).stdout == "Geen enkel instrument past bij wat je koos.\n"
    assert json.loads(run(*options, "--json").stdout) == []
    assert run(*options, "--csv").stdout == ""


@pytest.mark.parametrize(
    ("options", "sentence"),
    [
        (
            ("--for", "emplyee"),
            "--for: 'emplyee' kent Koers niet. Bedoelde je employee of self_employed?\n",
        ),
        (("--level", "flemmish"), "--level: 'flemmish' kent Koers niet. Bedoelde je flemish?\n"),
        (
            ("--changed-since", "1/9/2025"),
            "--changed-since: '1/9/2025' is geen dag. Schrijf 2025-09-01.\n",
        ),
        (
            ("--facts", "--level", "flemish"),
            "--facts toont gegevens, geen instrumenten. Kies dan niets anders.\n",
        ),
        (("--json", "--csv"), "--json en --csv gaan niet samen. Kies één van de twee.\n"),
    ],
)
def test_a_choice_that_cannot_be_is_refused(
    options: tuple[str, ...], sentence: str, run: Run
) -> None:
    result = run("rulebook", *options)
    assert (result.exit_code, result.stdout, result.stderr) == (2, "", sentence)


# Facts -----------------------------------------------------------------------------------------


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
    count = len(RULEBOOK.ids)
    assert result.stdout.startswith(f"Het regelboek is in orde: {count} instrumenten, ")
    assert f"{len(questions().facts)} vragen." in result.stdout


def test_a_change_of_the_law_without_words_is_a_note_and_no_error(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = (("vlaams_opleidingsverlof", date(2024, 9, 1), "wage_cap"),)
    monkeypatch.setattr("koers.engine.check.check", lambda rulebook: [])
    monkeypatch.setattr("koers.engine.history.unexplained", lambda rulebook: found)
    short, long = run("check"), run("check", "--notes")
    assert (short.exit_code, long.exit_code) == (0, 0)
    assert short.stdout.splitlines()[1] == (
        "1 verandering van de wet staat nog niet in woorden in `history:`. "
        "`koers check --notes` toont ze."
    )
    assert long.stdout.splitlines()[0] == (
        "note: vlaams_opleidingsverlof/parameters.yaml: wage_cap: changes on 2024-09-01, and no "
        "line of `history:` tells of it. Add one, with who gained and who lost."
    )


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


@pytest.mark.parametrize(
    "name", ["ask", "rights", "explain", "history", "cases", "check", "rulebook"]
)
def test_every_command_explains_itself_in_dutch(name: str, run: Run) -> None:
    text = run(name, "--help").stdout
    assert text.startswith(f"Zo schrijf je het: koers {name} [OPTIES]")
    assert "Toon deze uitleg." in text
    assert "Show this" not in text


def test_the_version_can_be_shown(run: Run) -> None:
    assert run("--version").stdout == f"koers {__version__}\n"
