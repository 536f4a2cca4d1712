"""What the tests of the command line share: running a command, and a frozen day."""

from collections.abc import Callable
from datetime import date
from functools import cache
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from koers.cli import clock, main
from koers.engine.ask import Asker
from koers.rulebook import RULEBOOK
from koers.rulebook.questions import BOOK

TODAY = date(2026, 11, 22)

Run = Callable[..., Result]


@cache
def asker(on: date, strict: bool) -> Asker:
    """Compiling the rules takes longer than an interview: once for each day is enough."""
    return Asker(RULEBOOK, on, book=BOOK, strict=strict)


@pytest.fixture(autouse=True)
def compiled_once(monkeypatch: pytest.MonkeyPatch) -> None:
    def same(rulebook: object, on: date, *, book: object, strict: bool) -> Asker:
        return asker(on, strict)

    monkeypatch.setattr("koers.cli.interview.Asker", same)


@pytest.fixture(autouse=True)
def frozen_day(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(clock, "today", lambda: TODAY)


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Run `koers` in an empty folder; whatever is not an exit comes up as an error."""
    monkeypatch.chdir(tmp_path)

    def running(*arguments: str, typed: str | None = None) -> Result:
        return CliRunner().invoke(
            main, list(arguments), input=typed, prog_name="koers", catch_exceptions=False
        )

    return running


@pytest.fixture
def write(tmp_path: Path) -> Callable[[str, str], str]:
    """Write a file in that folder; its name comes back."""

    def writing(name: str, text: str) -> str:
        (tmp_path / name).write_text(text, encoding="utf-8")
        return name

    return writing


WORKER = """\
employment.status: employee
employment.sector: private
employment.workplace_region: flanders
employment.fraction: 100
employment.fraction_reference_month: 100
employment.months_with_employer: 40
employment.joint_committee: "200"
person.residence_region: flanders
person.highest_diploma: secondary
career.experience_months: 120
"""


@pytest.fixture
def worker(write: Callable[[str, str], str]) -> str:
    """The facts of somebody who works full time in Flanders, in a file."""
    return write("werknemer.yaml", WORKER)
