"""The facts that a caller gives in a file, and the file that `koers ask` writes.

What a value may be is in `koers.engine.statements`; here is what may be wrong with a file.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Any

from koers.cli.days import nearest_day
from koers.cli.dutch import BadInput

if TYPE_CHECKING:
    from koers.engine.facts import Fact, Vocabulary
    from koers.engine.values import Stated

EXAMPLE = "Schrijf bijvoorbeeld: `employment.status: employee`."
LARGEST = 10**12
_DAY = re.compile(r"^\d{4}-\d{1,2}-\d{1,2}$")


def read_given(path: Path, vocabulary: Vocabulary) -> dict[str, Stated]:
    """The facts in FACTS.yaml. Raises BadInput with the file and the nearest valid thing."""
    from koers.engine.errors import FactError
    from koers.engine.statements import read_facts

    content = read_text_as_yaml(path)
    if content is None:
        raise BadInput(f"{path} is leeg. {EXAMPLE}")
    if not isinstance(content, dict):
        raise BadInput(f"{path} bevat geen namen met waarden. {EXAMPLE}")
    for name, value in content.items():
        inside = [fact for fact in vocabulary.facts if fact.startswith(f"{name}.")]
        if inside and isinstance(value, dict):
            nested = f"{name}.{next(iter(value), '')}"
            dotted = nested if nested in vocabulary.facts else inside[0]
            raise BadInput(f"{path}: onder {name} staan namen. Schrijf ze voluit, als {dotted}.")
    try:
        facts = read_facts(content, vocabulary)
    except FactError as error:
        raise BadInput(f"{path}: {error}") from None
    for name, stated in facts.items():
        if too_large(stated):
            raise BadInput(f"{path}: {name}: dit getal is te groot. Kijk na of het klopt.")
    return facts


def too_large(stated: object) -> bool:
    """Is it, or does it hold, a number that no law can reckon with?"""
    from koers.engine.values import Between, Dated

    match stated:
        case Dated(inner, _):
            return too_large(inner)
        case Between(low, high):
            return too_large(low) or too_large(high)
        case int() | Decimal():
            return abs(Decimal(stated)) > LARGEST
    return False


def with_training(
    facts: Mapping[str, Stated], path: Path, training: Mapping[str, Stated], training_path: Path
) -> dict[str, Stated]:
    """The facts of a person and of a training together; a clash is refused."""
    for name, value in training.items():
        if name in facts and facts[name] != value:
            raise BadInput(
                f"{name} staat met een andere waarde in {path} en in {training_path}. "
                "Houd er één van de twee."
            )
    return {**facts, **training}


def read_text_as_yaml(path: Path) -> Any:
    """The content of a YAML file. Raises BadInput, with the line, when it cannot be read."""
    from koers.engine.errors import RuleError
    from koers.engine.reading import read_yaml

    try:
        return read_yaml(path)
    except (RuleError, ValueError, ArithmeticError, RecursionError, OSError) as error:
        raise BadInput(_why_unreadable(path, error)) from None


def _why_unreadable(path: Path, error: Exception) -> str:
    try:
        text = path.read_text(encoding="utf-8")
    except UnicodeDecodeError:
        return f"{path} is geen tekst in UTF-8. Bewaar het bestand als UTF-8."
    except OSError:
        return f"{path} kan ik niet lezen. Kijk na of het een gewoon bestand is."
    double = re.search(r"the key (.+) stands twice", str(error))
    if double is not None:
        line = getattr(error, "line", None)
        return f"{path}{_at(line)}: {double[1]} staat er twee keer. Houd er één."
    line, value = _wrong_scalar(text)
    if value and _DAY.match(value):
        return f"{path}{_at(line)}: {value} bestaat niet. Bedoelde je {nearest_day(value)}?"
    if value:
        return f'{path}{_at(line)}: {value!r} is geen getal en geen dag. Zet tekst tussen "…".'
    return (
        f"{path}{_at(getattr(error, 'line', None))}: dit is geen leesbare YAML. "
        "Kijk naar de inspringing, de dubbele punten en de aanhalingstekens."
    )


def _at(line: int | None) -> str:
    return "" if line is None else f", regel {line}"


def _wrong_scalar(text: str) -> tuple[int | None, str]:
    """The first value that looks like a day or a number and is none, with its line."""
    import yaml

    from koers.cli.days import real_day

    try:
        tokens = list(yaml.scan(text))
    except (yaml.YAMLError, RecursionError):
        return None, ""
    for token in tokens:
        if isinstance(token, yaml.ScalarToken) and token.plain:
            value: str = token.value
            parts = [int(part) for part in value.split("-")] if _DAY.match(value) else []
            no_day = len(parts) == 3 and real_day(parts[0], parts[1], parts[2]) is None
            odd = re.fullmatch(r"[-+]?\.(inf|nan)|\d+(:\d+)+(\.\d*)?", value.lower()) is not None
            if no_day or odd:
                return token.start_mark.line + 1, value
    return None, ""


# Written -------------------------------------------------------------------------------------


def writable(path: Path) -> Path:
    """A new file that can be made. Raises BadInput when it cannot, or is already there."""
    if path.exists():
        raise BadInput(f"{path} bestaat al, en ik wil niets overschrijven. Kies een andere naam.")
    if not path.parent.is_dir():
        raise BadInput(f"De map {path.parent} bestaat niet. Kies een map die er is.")
    return path


def write_given(path: Path, facts: Mapping[str, Stated], vocabulary: Vocabulary, on: date) -> None:
    """Write facts so that `read_given` reads them back. Raises BadInput when that cannot be."""
    import yaml

    plain = {name: as_written(vocabulary.facts[name], value) for name, value in facts.items()}
    text = yaml.safe_dump(plain, sort_keys=False, allow_unicode=True) if plain else "{}\n"
    try:
        path.write_text(f"# Antwoorden voor Koers, gegeven op {on}.\n{text}", encoding="utf-8")
    except OSError:
        raise BadInput(f"{path} kan ik niet schrijven. Kies een andere plaats.") from None


def as_written(fact: Fact, value: Stated) -> Any:
    """A value as it stands in FACTS.yaml."""
    from koers.engine.statements import SCHOOL_YEAR
    from koers.engine.values import Between, Dated, OneOf, Special

    match value:
        case Dated(inner, on):
            return {"value": as_written(fact, inner), "on": on}
        case OneOf(words):
            return sorted((as_written(fact, word) for word in words), key=str)
        case Between(low, high):
            ends = {"from": low, "to": high}
            return {name: as_written(fact, end) for name, end in ends.items() if end is not None}
        case Special():
            return value.value
        case bool() | str():
            return value
        case int() | Decimal() if fact.unit == SCHOOL_YEAR:
            return f"{int(value)}-{int(value) + 1}"
        case Decimal():
            return int(value) if value == value.to_integral_value() else float(value)
    return value
