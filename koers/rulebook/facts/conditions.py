"""Conditions on facts that several instruments share, so that each is written once.

A condition lives here only when the law of one instrument is used by another. It holds no
amounts and no dates: an instrument that needs it at other dates dates its own condition.
"""

from koers.rulebook.facts.jobs import employment
from koers.rulebook.facts.people import person
from koers.rulebook.facts.words import REGION

works_in_flanders_or_brussels = employment.workplace_region.is_in(["flanders", "brussels"])

opleidingscheque_residence = (
    person.residence_region.is_in(["flanders", "brussels"])
    | (person.residence_region.is_in(REGION.group("eea")) & works_in_flanders_or_brussels)
    | (
        person.residence_region.is_in(REGION.group("walloon_region"))
        & person.moved_from_eea_to_wallonia
        & works_in_flanders_or_brussels
    )
)
"""Where somebody must live for opleidingscheques, since 1 March 2015 (OC-C3).

Also the residence rule of loopbaancheques. Somebody from Wallonia who always lived in Belgium
has no right by working in Flanders; somebody from Flanders who works in Wallonia has it.
Source: https://www.vlaanderen.be/opleidingscheques-voor-werknemers
"""

__all__ = ["opleidingscheque_residence", "works_in_flanders_or_brussels"]
