"""The index of the incentives, and the Dutch words for what kind of incentive one is."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from docs.writers.markdown import code, escaped, link, page, table
from koers.engine import words
from koers.engine.cases import read_cases
from koers.engine.incentive import Incentive, Rulebook

MADE = (
    "> Deze pagina is gemaakt uit het regelboek. Verander ze niet hier, maar in de bestanden "
    "hieronder. Typ daarna `make docs`."
)
KINDS = {
    "right": "recht van een persoon",
    "employer_right": "recht van een onderneming",
    "duty": "plicht",
    "definition": "bepaling die andere regels gebruiken",
    "information": "informatie",
}
LEVELS = {
    "flemish": "Vlaams",
    "federal": "federaal",
    "sector": "van de sector",
    "brussels": "Brussels",
    "wallonia": "Waals",
}
GROUPS = {"money": "geld", "time": "tijd", "guidance": "begeleiding", "proof": "bewijs"}


def index_page(rulebook: Rulebook) -> str:
    """The page that leads to all of them."""
    rows = []
    for one in rulebook.incentives:
        exists = one.parameters.exists
        since = exists.since if exists else None
        rows.append(
            (
                link(escaped(one.texts.title), f"{one.id}.md"),
                code(one.id),
                KINDS[one.kind],
                LEVELS[one.level],
                GROUPS[one.group],
                words.day(since) if since else "voor 2019",
                str(len(one.conditions)),
                str(number_of_cases(one)),
            )
        )
    head = ("naam", "id", "soort", "niveau", "wat", "bestaat sinds", "voorwaarden", "voorbeelden")
    return page(
        [
            "# De maatregelen in het regelboek",
            "",
            MADE.replace("de bestanden hieronder", "`koers/rulebook/`"),
            "",
            "Elke maatregel heeft een pagina met de voorwaarden, de bedragen door de tijd, de "
            "bronnen en de twijfels. Wat hier niet staat, kent Koers niet: Koers zegt er geen ja "
            "en geen nee over.",
            "",
            *table(head, rows),
        ]
    )


def number_of_cases(incentive: Incentive) -> int:
    """How many cases its folder holds for an incentive."""
    return _incentives_of_cases(incentive.parameters.path.with_name("cases.yaml")).count(
        incentive.id
    )


@cache
def _incentives_of_cases(path: Path) -> tuple[str, ...]:
    return tuple(case.incentive for case in read_cases(path))
