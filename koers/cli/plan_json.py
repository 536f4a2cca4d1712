"""The best combination for one training as JSON: the same as the text, with numbers as numbers.

A range is `{"low": …, "high": …}`; `high` is null when there is no upper bound.
"""

from __future__ import annotations

from datetime import date
from typing import Any

from koers.cli.jsonable import dumps
from koers.cli.plan_text import OBJECTIVE
from koers.engine.combination import Combined, Line, Plan, Range, Rule
from koers.engine.explain import NO_DECISION, Explanation, explain
from koers.engine.incentive import Rulebook


def as_json(rulebook: Rulebook, found: Combined, *, on: date, strict: bool) -> str:
    """The whole result as JSON text."""
    return dumps(
        {
            "on": on,
            "strict": strict,
            "rulebook": rulebook.version,
            "objective": OBJECTIVE,
            **_combined(rulebook, found),
            "if_employer_pays": None
            if found.if_employer_pays is None
            else _combined(rulebook, found.if_employer_pays),
            "note": NO_DECISION,
        }
    )


def _combined(rulebook: Rulebook, found: Combined) -> dict[str, Any]:
    return {
        "payer": found.payer,
        "payer_assumed": found.payer_assumed,
        "best": _plan(rulebook, found.best),
        "equal": [list(one.chosen) for one in found.equal],
        "employer": [_line(rulebook, one) for one in found.employer],
        "left_out": [
            {
                "id": one.incentive,
                "why": one.why,
                "rule": None if one.rule is None else _rule(one.rule),
            }
            for one in found.left_out
        ],
        "conflicts": [
            {"rights": list(one.rights), "rule": _rule(one.rule)} for one in found.conflicts
        ],
        "together": [_rule(one) for one in found.settled],
        "not_settled": [_rule(one) for one in found.unsettled],
        "open": [{"id": one.incentive, "missing": list(one.missing)} for one in found.open],
        "closed": list(found.closed),
        "assumptions": _assumptions(found),
        "contradictions": _contradictions(found),
    }


def _plan(rulebook: Rulebook, plan: Plan) -> dict[str, Any]:
    return {
        "list_price_eur": _range(plan.list_price),
        "pays_first_eur": _range(plan.pays_first),
        "gets_back_eur": _range(plan.gets_back),
        "pays_eur": _range(plan.pays),
        "employer_pays_eur": _range(plan.employer_pays),
        "paid_hours": _range(plan.hours),
        "rights": [_line(rulebook, one) for one in plan.lines],
    }


def _line(rulebook: Rulebook, line: Line) -> dict[str, Any]:
    told = explain(rulebook, line.assessment)
    return {
        "id": line.incentive,
        "title": told.title,
        "does": line.does,
        "payer": line.part.payer,
        "amount": None if line.amount is None else _range(line.amount),
        "unit": line.unit,
        "period": line.period,
        "sure": line.sure,
        "answer": line.assessment.answer,
        "not_settled": [one.name for one in line.doubts],
        "open_because": _open_because(line, told),
        "steps": [
            {"name": step.name, "text": text.text, "who": step.who, "by": step.by}
            for step, text in zip(line.assessment.steps, told.steps, strict=True)
        ],
    }


def _open_because(line: Line, told: Explanation) -> list[str]:
    amounts = (one for one in told.amounts if one.name == line.part.amount)
    texts = [told.because, *(why for one in amounts for why in one.open_because)]
    return [text for text in dict.fromkeys(texts) if text]


def _assumptions(found: Combined) -> list[dict[str, str]]:
    assumed = {
        one.fact: {"fact": one.fact, "value": one.value, "because": one.because}
        for line in (*found.best.lines, *found.employer)
        for one in line.assessment.assumptions
    }
    return list(assumed.values())


def _contradictions(found: Combined) -> list[dict[str, str]]:
    odd = {
        one.fact: {"fact": one.fact, "stated": one.stated, "implied": one.implied}
        for assessment in found.assessments.values()
        for one in assessment.contradictions
    }
    return list(odd.values())


def _rule(rule: Rule) -> dict[str, Any]:
    return {
        "name": rule.name,
        "title": rule.title,
        "together": rule.together,
        "why": rule.why,
        "source": rule.source,
    }


def _range(found: Range) -> dict[str, Any]:
    return {"low": found.low, "high": found.high}


__all__ = ["as_json"]
