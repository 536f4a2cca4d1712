"""Random rules and people: the compiled rules say what the referee says."""

from hypothesis import given

from koers.engine.to_python import compile_rules
from tests.generative.agreement import differences
from tests.generative.choices import choices
from tests.generative.nodes import DAYS
from tests.generative.people import person
from tests.generative.rules import rulebook


@given(choices(1500))
def test_compiled_rules_agree_with_the_referee(chosen):
    rules, on, strict = rulebook(chosen), chosen.pick(DAYS), chosen.chance(50)
    compiled = compile_rules(rules, on, strict=strict)
    people = [person(chosen, rules.vocabulary) for _ in range(4)]

    found = [differences(compiled, one) for one in people]

    assert found == [[], [], [], []]
