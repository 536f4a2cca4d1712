"""Reading and running case files: examples of the law, the administration, and our own.

    cases:
    - id: vov-k-01
      incentive: vov
      date: '2025-10-06'            # the day asked about
      facts: {employment.status: employee, ...}
      strict: true                  # nothing is assumed; left out: usual values are
      expected: {eligible: 'yes', hours: 80, reason: "..."}
      source: https://…

Every expected key but `reason` is compared. `KEY_min` and `KEY_max` are the bounds of a range;
`unknown` for an amount means that the right is certain and the amount is open. A case of an
incentive that the rulebook does not have counts as failed.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

from koers.engine.ask import next_fact
from koers.engine.assess import assess
from koers.engine.assessment import AmountFound, Assessment
from koers.engine.errors import FactError, RuleError
from koers.engine.incentive import Rulebook
from koers.engine.reading import read_yaml
from koers.engine.statements import read_day, read_facts

TOLERANCE = Decimal("0.005")
NOT_COMPARED = frozenset({"reason"})
_KEYS = frozenset(("id", "incentive", "date", "facts", "strict", "expected", "source", "note"))


@dataclass(frozen=True)
class Case:
    """One example: facts on a day, and what an incentive must answer."""

    id: str
    incentive: str
    on: date
    facts: Mapping[str, Any]
    expected: Mapping[str, Any]
    strict: bool = False
    source: str = ""


@dataclass(frozen=True)
class CaseResult:
    """What came out; `problems` is empty when the case passed."""

    case: Case
    got: Mapping[str, Any]
    problems: tuple[str, ...] = field(default=())

    @property
    def passed(self) -> bool:
        """Is everything as expected?"""
        return not self.problems

    @property
    def wrong_yes(self) -> bool:
        """A certain yes where no or unknown is expected."""
        wanted = self.case.expected.get("eligible", "yes")
        return self.got.get("eligible") == "yes" and not same("yes", wanted)

    @property
    def wrong_no(self) -> bool:
        """A certain no where yes or unknown is expected."""
        wanted = self.case.expected.get("eligible", "no")
        return self.got.get("eligible") == "no" and not same("no", wanted)


def read_cases(path: Path) -> list[Case]:
    """The cases of a file.

    Raises FactError, with the number of the case, when the file is not as it should be.
    """
    try:
        content = read_yaml(path)
    except RuleError as error:
        raise FactError(str(error)) from None
    if not isinstance(content, dict) or not isinstance(content.get("cases"), list):
        raise FactError(f"{path.name}: er is geen lijst `cases:`. Zet de gevallen daaronder.")
    return [_case(item, position, path) for position, item in enumerate(content["cases"], 1)]


def _case(item: Any, position: int, path: Path) -> Case:
    where = f"{path.name}, geval {position}"
    if not isinstance(item, dict):
        raise FactError(f"{where}: dit is geen geval. Geef id, incentive, date, facts, expected.")
    where = f"{where} ({item.get('id', 'zonder id')})"
    for needed in ("id", "incentive", "date", "facts", "expected"):
        if needed not in item:
            raise FactError(f"{where}: `{needed}` ontbreekt. Voeg het toe.")
    unknown = set(item) - _KEYS
    if unknown:
        raise FactError(
            f"{where}: {sorted(unknown)[0]!r} ken ik niet. Gebruik: {', '.join(sorted(_KEYS))}."
        )
    for mapping in ("facts", "expected"):
        if not isinstance(item[mapping], dict):
            raise FactError(f"{where}: `{mapping}` bevat geen namen met waarden.")
    day = item["date"]
    on = day if isinstance(day, date) else read_day(day, f"{where}: date")
    return Case(
        str(item["id"]),
        str(item["incentive"]),
        on,
        item["facts"],
        item["expected"],
        bool(item.get("strict", False)),
        str(item.get("source", "")),
    )


def run_case(case: Case, rulebook: Rulebook) -> CaseResult:
    """Assess one case and compare what is listed."""
    if case.incentive not in rulebook:
        problem = f"{case.incentive} is niet in het regelboek"
        return CaseResult(case, {}, (problem,))
    try:
        facts = read_facts(case.facts, rulebook.vocabulary)
    except FactError as error:
        return CaseResult(case, {}, (str(error),))
    assessment = assess(rulebook, case.incentive, facts, on=case.on, strict=case.strict)
    got = {}
    problems = []
    for key, wanted in case.expected.items():
        if key in NOT_COMPARED:
            continue
        if key == "next_question":
            got[key] = next_fact(
                rulebook, facts, on=case.on, strict=case.strict, incentives=[case.incentive]
            )
        else:
            got[key] = shown(assessment, key)
        if not same(got[key], wanted):
            problems.append(f"{key}: verwacht {wanted!r}, gekregen {got[key]!r}")
    return CaseResult(case, got, tuple(problems))


def run_cases(paths: list[Path], rulebook: Rulebook) -> Iterator[CaseResult]:
    """The results of all cases of some files, in order."""
    for path in paths:
        for case in read_cases(path):
            yield run_case(case, rulebook)


def shown(assessment: Assessment, key: str) -> Any:
    """What an assessment says for an expected key; `unknown` when it is open, None when absent."""
    if key == "eligible":
        return assessment.eligible.value if assessment.answers else None
    if key in assessment.amounts:
        return _amount(assessment.amounts[key])
    for ending, end in (("_min", "low"), ("_max", "high")):
        found = assessment.amounts.get(key.removesuffix(ending)) if key.endswith(ending) else None
        if found is not None:
            bound = getattr(found, end)
            return "unknown" if bound is None else _plain(bound)
    return _set([one for one in assessment.amounts.values() if one.part_of == key])


def _set(parts: list[AmountFound]) -> Any:
    """The words of a set that are certainly in it; `unknown` when one of them is open."""
    if any(not one.exact for one in parts):
        return "unknown"
    return [word for one in parts if one.value == "yes" for word in one.words] if parts else None


def _amount(found: AmountFound) -> Any:
    if found.absent:
        return None
    if found.value is None:
        return "unknown"
    if found.value in ("yes", "no"):
        return found.value
    return _plain(found.value)


def _plain(value: Any) -> Any:
    if isinstance(value, Decimal):
        return int(value) if value == value.to_integral_value() else float(value)
    return value.isoformat() if isinstance(value, date) else value


def same(got: Any, wanted: Any) -> bool:
    """Is it what was expected? Numbers within 0.005; true and false are yes and no."""
    if isinstance(wanted, bool):
        return bool(got == ("yes" if wanted else "no"))
    if isinstance(wanted, (int, float, Decimal)):
        if isinstance(got, bool) or not isinstance(got, (int, float, Decimal)):
            return False
        return abs(Decimal(str(got)) - Decimal(str(wanted))) <= TOLERANCE
    if isinstance(wanted, list):
        return isinstance(got, list) and sorted(map(str, got)) == sorted(map(str, wanted))
    if isinstance(wanted, date):
        return bool(got == wanted.isoformat())
    return bool(got == wanted)


def summary(results: list[CaseResult]) -> dict[str, int]:
    """How many cases, how many passed, and how many were wrong in the two ways that hurt."""
    return {
        "cases": len(results),
        "passed": sum(result.passed for result in results),
        "wrong_yes": sum(result.wrong_yes for result in results),
        "wrong_no": sum(result.wrong_no for result in results),
    }
