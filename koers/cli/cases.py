"""`koers cases`: run case files and compare every expected value."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from koers.cli.dutch import BadInput, DutchCommand, existing_file

if TYPE_CHECKING:
    from koers.engine.cases import Case, CaseResult

LONG = 200
"""From so many cases on, a bar shows how far it is."""


@click.command(cls=DutchCommand, short_help="Reken gevallen na die in bestanden staan.")
@click.argument("files", metavar="BESTAND...", nargs=-1, required=True, type=existing_file)
@click.option("--json", "as_json", is_flag=True, help="Toon JSON Lines: één regel per geval.")
def cases(files: tuple[Path, ...], as_json: bool) -> None:
    """Reken de gevallen in elk BESTAND na.

    Een bestand heeft een lijst `cases:`; elk geval heeft id, incentive, date, facts en expected.
    Alles onder expected wordt vergeleken, behalve reason. Code 0 als alles klopt, anders 1.
    """
    from koers.engine.cases import summary

    every = [case for file in files for case in _read(file)]
    results = []
    for result in _run(every):
        results.append(result)
        if as_json:
            click.echo(_json_line(result))
    told = summary(results)
    if as_json:
        from koers.cli.jsonable import dumps

        click.echo(dumps(told, indent=None))
    else:
        _tell(results, told)
    if told["passed"] < told["cases"]:
        sys.exit(1)


def _read(file: Path) -> list[Case]:
    from koers.cli.given import read_text_as_yaml
    from koers.engine.cases import read_cases
    from koers.engine.errors import FactError

    try:
        found = read_cases(file)
    except (FactError, ValueError, ArithmeticError, RecursionError, OSError) as error:
        read_text_as_yaml(file)  # refuses, with the line, when the file itself is no good
        raise BadInput(str(error)) from None
    for position, case in enumerate(found, 1):
        odd = next((key for key in case.expected if not isinstance(key, str)), None)
        if odd is not None:
            raise BadInput(
                f"{file}, geval {position} ({case.id}): onder expected staat {odd!r}, en dat is "
                "geen naam. Schrijf bijvoorbeeld `eligible: 'yes'`."
            )
        if isinstance(case.on, datetime):
            raise BadInput(
                f"{file}, geval {position} ({case.id}): date heeft een uur. "
                f"Schrijf alleen de dag: '{case.on:%Y-%m-%d}'."
            )
    return found


def _run(every: list[Case]) -> Iterator[CaseResult]:
    from koers.rulebook import RULEBOOK

    def checked(some: Iterable[Case]) -> Iterator[CaseResult]:
        from koers.engine.cases import CaseResult, run_case
        from koers.engine.errors import RuleError

        for case in some:
            try:
                yield run_case(case, RULEBOOK)
            except RuleError as error:
                yield CaseResult(case, {}, (f"de regel is verkeerd: {error}",))
            except ArithmeticError:
                yield CaseResult(case, {}, ("een getal is te groot om mee te rekenen",))

    if len(every) < LONG or not sys.stderr.isatty():
        yield from checked(every)
        return
    with click.progressbar(every, label="Nakijken", file=sys.stderr) as bar:
        yield from checked(bar)


def _json_line(result: CaseResult) -> str:
    from koers.cli.jsonable import dumps

    expected, got = _compared(result)
    line = {"id": result.case.id, "passed": result.passed, "expected": expected, "got": got}
    return dumps(line, indent=None)


def _compared(result: CaseResult) -> tuple[dict[str, Any], dict[str, Any]]:
    """What was expected and what came out, for the keys that are compared."""
    from koers.engine.cases import NOT_COMPARED

    wanted = result.case.expected
    expected = {key: value for key, value in wanted.items() if key not in NOT_COMPARED}
    return expected, {key: result.got.get(key) for key in expected}


def _tell(results: list[CaseResult], told: dict[str, int]) -> None:
    for result in results:
        if not result.passed:
            click.echo(f"{result.case.id} ({result.case.incentive}, {result.case.on})")
            for problem in _problems(result):
                click.echo(f"  {problem}")
    every, right = told["cases"], told["passed"]
    if right < every:
        click.echo()
    click.echo(
        f"{every} {'geval' if every == 1 else 'gevallen'}: {right} juist, {every - right} fout. "
        f"Ten onrechte ja: {told['wrong_yes']}. Ten onrechte nee: {told['wrong_no']}."
    )


def _problems(result: CaseResult) -> list[str]:
    """What differs, key by key; else why the case could not be run."""
    from koers.cli.jsonable import dumps
    from koers.engine.cases import same

    if not result.got:
        return list(result.problems)
    expected, got = _compared(result)
    return [
        f"{key}: verwacht {dumps(wanted, indent=None)}, gekregen {dumps(got[key], indent=None)}"
        for key, wanted in expected.items()
        if not same(got[key], wanted)
    ]
