"""Random people: facts that are known, not asked, unknown, absent, known in part, or dated."""

from __future__ import annotations

from koers.engine.facts import Vocabulary
from koers.engine.values import UNKNOWN, Dated, Stated
from tests.generative.choices import Choices
from tests.generative.nodes import DAYS
from tests.generative.vocabularies import exact_value, partial_value


def person(choices: Choices, vocabulary: Vocabulary, *, dated: bool = True) -> dict[str, Stated]:
    """What is stated of one person; facts that were not asked are left out."""
    facts: dict[str, Stated] = {}
    for name, fact in vocabulary.facts.items():
        sort = choices.below(20)
        if sort < 7:
            continue
        if sort < 10:
            facts[name] = UNKNOWN
        elif sort < 14:
            facts[name] = partial_value(choices, fact)
        else:
            facts[name] = exact_value(choices, fact)
        if dated and choices.chance(4):
            facts[name] = Dated(facts[name], choices.pick(DAYS))
    return facts
