"""An assessment as JSON: numbers as numbers, days as ISO, words as the engine names them."""

from __future__ import annotations

import json
from dataclasses import asdict, is_dataclass
from datetime import date
from decimal import Decimal
from enum import Enum
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from koers.engine.assessment import AmountFound, Assessment
    from koers.engine.change import NearestChange
    from koers.engine.explain import Explanation
    from koers.engine.incentive import Rulebook


def dumps(value: object, *, indent: int | None = 2) -> str:
    """JSON text; accents as they are."""
    return json.dumps(value, default=plain, ensure_ascii=False, indent=indent)


def plain(value: object) -> Any:
    """What JSON has no word for: a Decimal, a day, a word of the engine, a dataclass."""
    if isinstance(value, Decimal):
        return int(value) if value == value.to_integral_value() else float(value)
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Enum):
        return value.value
    if is_dataclass(value) and not isinstance(value, type):
        return asdict(value)
    if isinstance(value, (set, frozenset)):
        return sorted(value, key=str)
    raise TypeError(f"no JSON for {type(value).__name__}")


def of_right(rulebook: Rulebook, found: Assessment, told: Explanation) -> dict[str, Any]:
    """One right: what it is, the answer, the amounts, and all reasons."""
    rule = rulebook[found.incentive]
    values = {one.name: one for one in told.amounts}
    return {
        "id": rule.id,
        "title": told.title,
        "kind": rule.kind,
        "level": rule.level,
        "group": rule.group,
        "recipient": rule.recipient,
        "exists": found.exists,
        "answer": found.answer if found.answers else None,
        "headline": told.headline,
        "because": told.because,
        "day": found.day,
        "day_is": rule.reference,
        "amounts": {
            name: _amount(found.amounts[name], one.label, one.value, list(one.open_because))
            for name, one in values.items()
        },
        "sets": _sets(found),
        "conditions": [
            {
                "name": reason.name,
                "title": one.title,
                "verdict": reason.verdict,
                "law": reason.law,
                "source": reason.url,
                "facts": [
                    {"name": seen.name, "value": seen.value, "origin": seen.origin}
                    for seen in reason.facts
                ],
            }
            for reason, one in zip(found.reasons, told.conditions, strict=True)
        ],
        "missing": list(found.missing),
        "law_open": [one.reason for one in told.law_open],
        "judgements": [asdict(one) for one in told.judgements],
        "assumptions": [
            {"fact": one.fact, "value": one.value, "because": one.because}
            for one in found.assumptions
        ],
        "contradictions": list(told.contradictions),
        "steps": [asdict(one) for one in told.steps],
        "taken_as_met": list(told.taken_as_met),
        "not_covered": list(told.not_covered),
    }


def _sets(found: Assessment) -> dict[str, list[str] | None]:
    """The results that are a set of words, by name; null while one of the words is open."""
    names = dict.fromkeys(one.part_of for one in found.amounts.values() if one.part_of)
    sets: dict[str, list[str] | None] = {}
    for name in names:
        parts = [one for one in found.amounts.values() if one.part_of == name]
        inside = [word for one in parts if one.value == "yes" for word in one.words]
        sets[name] = inside if all(one.exact for one in parts) else None
    return sets


def _amount(found: AmountFound, label: str, text: str, open_because: list[str]) -> dict[str, Any]:
    return {
        "label": label,
        "value": found.value,
        "low": found.low,
        "high": found.high,
        "absent": found.absent,
        "unit": found.unit,
        "period": found.period,
        "recipient": found.recipient,
        "text": text,
        "open_because": open_because,
    }


def of_change(change: NearestChange | None, sentence: str) -> dict[str, Any]:
    """What would open the right."""
    return {
        "text": sentence,
        "facts": []
        if change is None
        else [
            {
                "name": one.fact,
                "to": one.to,
                "from_value": one.low,
                "to_value": one.high,
                "also": list(one.also),
            }
            for one in change.facts
        ],
        "answer": None if change is None else change.answer,
        "opens_on": None if change is None else change.opens_on,
    }
