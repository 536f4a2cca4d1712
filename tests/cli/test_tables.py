"""Rows of words: aligned in plain text, with lines in a terminal."""

import sys

import pytest

from koers.cli.tables import Column, as_text, show

COLUMNS = (Column("Recht", 12, bold=True), Column("Waarom", 16))
COLOURS = {"Ja": "green"}


def test_cells_are_wrapped_within_their_column() -> None:
    rows = [("Verlof", "Je werkt in Vlaanderen."), ("Cheque", "Ja")]
    assert as_text(COLUMNS, [("Tijd", rows)]) == (
        "Tijd\n"
        "Recht         Waarom\n"
        "------------  ----------------\n"
        "Verlof        Je werkt in\n"
        "              Vlaanderen.\n"
        "Cheque        Ja\n"
    )


def test_a_long_name_breaks_after_an_underscore() -> None:
    text = as_text(COLUMNS, [("", [("time_credit_training", "")])])
    assert text.splitlines()[2:] == ["time_credit_", "training"]


def test_rows_of_several_lines_are_parted() -> None:
    rows = [("a\nb", ""), ("c\nd", "")]
    assert as_text(COLUMNS, [("", rows)]).splitlines()[2:] == ["a", "b", "", "c", "d"]


def test_a_terminal_gets_lines_and_no_other_words(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    # given
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    monkeypatch.setenv("COLUMNS", "40")
    # when
    show(COLUMNS, [("Geld", [("Cheque\n(time_credit_training)", "Ja")])], COLOURS)
    # then
    written = capsys.readouterr().out
    assert "────" in written
    for word in ("Geld", "Recht", "Cheque", "(time_credit_", "Ja"):
        assert word in written
