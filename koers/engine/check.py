"""Errors found when the rulebook loads: what one rule file cannot see about itself.

Words, kinds and units of an expression are checked while a rule is imported (`language`), the
shape of the YAML while it is read (`reading`). Here stands what needs the incentive with its
folder, the facts, or the whole rulebook. One small function per check: it yields what is wrong,
where and what to do; `check` adds the file and the line, and goes on, so that an author mends
everything in one go. The list of all checks is at the end.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

from koers.engine import check_facts, check_parameters, check_rules, check_texts
from koers.engine.checks import CASES, PARAMETERS, RULE, TEXTS, Found, Keys
from koers.engine.errors import RuleError, RuleErrors
from koers.engine.incentive import Incentive, Rulebook
from koers.engine.reading import line_of


def check(rulebook: Rulebook) -> list[RuleError]:
    """All errors, in the order of the list of incentives; those of the facts come last."""
    found: list[RuleError] = []
    owners: set[str] = set()
    for one in rulebook.incentives:
        checks = OF_AN_INCENTIVE
        if one.parameters.owner not in owners:
            owners.add(one.parameters.owner)
            checks = (*OF_AN_INCENTIVE, *OF_A_FOLDER)
        for file, look in checks:
            found += [_placed(one, file, *error) for error in look(one, rulebook)]
    for look_at_facts in OF_THE_FACTS:
        for key, what, todo in look_at_facts(rulebook):
            found.append(RuleError(what, file="facts", key=str(key), todo=todo))
    return list({str(error): error for error in found}.values())


def require_valid(rulebook: Rulebook) -> None:
    """Raise RuleErrors with every error of a rulebook that has any."""
    errors = check(rulebook)
    if errors:
        raise RuleErrors(errors)


def _placed(incentive: Incentive, file: str, keys: Keys, what: str, todo: str) -> RuleError:
    """An error with its file, key and line."""
    name = incentive.module if file == RULE else file
    path = incentive.parameters.path.with_name(name)
    keys = (keys,) if isinstance(keys, str) else keys
    key = ".".join(part for part in keys if isinstance(part, str))
    line = _line_in_rule(path, key) if file == RULE else line_of(path, *keys)
    place = f"{incentive.parameters.owner}/{name}"
    return RuleError(what, file=place, key=key or None, line=line, todo=todo)


def _line_in_rule(path: Path, key: str) -> int | None:
    """The line of a rule where a name is assigned, an id given, an amount or step named."""
    text = path.read_text(encoding="utf-8") if path.exists() else ""
    quoted = rf"[\"']{re.escape(key)}[\"']"
    pattern = rf"^{re.escape(key)}\s*=|\bid\s*=\s*{quoted}|{quoted}\s*:|\bstep\(\s*{quoted}"
    found = re.search(pattern, text, re.MULTILINE)
    return text.count("\n", 0, found.start()) + 1 if found else None


# All checks, by the file in which the author mends it ------------------------------------------


OF_AN_INCENTIVE: tuple[tuple[str, Callable[[Incentive, Rulebook], Found]], ...] = (
    (RULE, check_rules.ids),
    (RULE, check_rules.words),
    (RULE, check_rules.reference_facts),
    (RULE, check_rules.conditions),
    (RULE, check_rules.sources),
    (RULE, check_rules.sources_of_doubt),
    (RULE, check_rules.dates),
    (RULE, check_rules.titles),
    (RULE, check_rules.outputs),
    (RULE, check_rules.steps),
    (RULE, check_rules.names),
    (RULE, check_rules.law_numbers),
    (RULE, check_rules.divisors),
    (RULE, check_rules.members),
    (RULE, check_rules.tables),
    (TEXTS, check_texts.missing_texts),
    (TEXTS, check_texts.text_names),
    (TEXTS, check_texts.text_braces),
)
OF_A_FOLDER: tuple[tuple[str, Callable[[Incentive, Rulebook], Found]], ...] = (
    (PARAMETERS, check_parameters.exists),
    (PARAMETERS, check_parameters.rows),
    (PARAMETERS, check_parameters.gaps),
    (PARAMETERS, check_parameters.unused_parameters),
    (PARAMETERS, check_parameters.unused_sources),
    (PARAMETERS, check_parameters.doubts),
    (PARAMETERS, check_parameters.changes),
    (TEXTS, check_texts.text_ids),
    (CASES, check_texts.cases),
)
OF_THE_FACTS = (
    check_facts.declarations,
    check_facts.usual_values,
    check_facts.implications,
    check_facts.derivations,
    check_facts.bounds,
    check_facts.strangers,
    check_facts.cycles,
    check_facts.usage,
)
