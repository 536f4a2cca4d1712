"""`koers cases`: the contract with whoever runs case files of their own."""

import json
from collections.abc import Callable

import pytest

Run = Callable[..., object]
Write = Callable[[str, str], str]

HEAD = """\
meta: {set: made up}
cases:
"""


def case(name: str, expected: str, facts: str = "", more: str = "", rule: str = "vok") -> str:
    return (
        f"- id: {name}\n  incentive: {rule}\n  date: '2019-03-01'\n"
        f"  facts: {{{facts}}}\n  expected: {{{expected}}}\n{more}  source: derived\n"
    )


NO = case("nee", "eligible: 'no', reason: it did not exist yet")
"""The opleidingskrediet began in September 2019: before that the answer is a certain no."""
YES = case("ja", "eligible: 'yes'", rule="cvo_inschrijvingsgeld")
"""Adult education has a price for everybody: a certain yes."""


def lines(result: object) -> list[dict[str, object]]:
    return [json.loads(line) for line in result.stdout.splitlines()]


def test_each_case_is_one_line_of_json_and_the_last_line_sums_up(run: Run, write: Write) -> None:
    result = run("cases", write("c.yaml", HEAD + NO + YES), "--json")
    assert lines(result) == [
        {"id": "nee", "passed": True, "expected": {"eligible": "no"}, "got": {"eligible": "no"}},
        {"id": "ja", "passed": True, "expected": {"eligible": "yes"}, "got": {"eligible": "yes"}},
        {"cases": 2, "passed": 2, "wrong_yes": 0, "wrong_no": 0},
    ]
    assert (result.exit_code, result.stderr) == (0, "")


def test_several_files_are_run_in_their_order_with_one_summary(run: Run, write: Write) -> None:
    first, second = write("a.yaml", HEAD + YES), write("b.yaml", HEAD + NO)
    found = lines(run("cases", first, second, "--json"))
    assert [one.get("id") for one in found] == ["ja", "nee", None]
    assert found[-1]["cases"] == 2


@pytest.mark.parametrize("expected", ["no", "unknown"])
def test_a_certain_yes_that_should_not_be_is_a_wrong_yes(
    expected: str, run: Run, write: Write
) -> None:
    wrong = YES.replace("'yes'", f"'{expected}'")
    result = run("cases", write("c.yaml", HEAD + wrong), "--json")
    assert lines(result)[-1] == {"cases": 1, "passed": 0, "wrong_yes": 1, "wrong_no": 0}
    assert result.exit_code == 1


@pytest.mark.parametrize("expected", ["yes", "unknown"])
def test_a_certain_no_that_should_not_be_is_a_wrong_no(
    expected: str, run: Run, write: Write
) -> None:
    wrong = NO.replace("'no'", f"'{expected}'")
    result = run("cases", write("c.yaml", HEAD + wrong), "--json")
    assert lines(result)[-1] == {"cases": 1, "passed": 0, "wrong_yes": 0, "wrong_no": 1}


def test_unknown_where_yes_or_no_is_expected_fails_without_being_wrong_for_certain(
    run: Run, write: Write
) -> None:
    open_case = case("open", "eligible: 'yes'", rule="loopbaancheque")
    result = run("cases", write("c.yaml", HEAD + open_case), "--json")
    first, last = lines(result)
    assert (first["passed"], first["got"]) == (False, {"eligible": "unknown"})
    assert last == {"cases": 1, "passed": 0, "wrong_yes": 0, "wrong_no": 0}


def test_a_case_of_an_id_that_is_not_in_the_rulebook_fails(run: Run, write: Write) -> None:
    strange = case("vreemd", "eligible: 'yes', hours: 3", rule="bestaat_niet")
    result = run("cases", write("c.yaml", HEAD + strange + NO), "--json")
    assert lines(result)[0] == {
        "id": "vreemd",
        "passed": False,
        "expected": {"eligible": "yes", "hours": 3},
        "got": {"eligible": None, "hours": None},
    }
    assert lines(result)[-1] == {"cases": 2, "passed": 1, "wrong_yes": 0, "wrong_no": 0}
    assert result.exit_code == 1


def test_a_case_with_a_fact_that_cannot_be_fails_and_the_others_run(run: Run, write: Write) -> None:
    odd = case("raar", "eligible: 'no'", facts="employment.statuss: employee")
    result = run("cases", write("c.yaml", HEAD + odd + NO), "--json")
    assert [one.get("passed") for one in lines(result)] == [False, True, 1]
    assert result.exit_code == 1


def test_amounts_are_numbers_and_days_are_iso(run: Run, write: Write) -> None:
    facts = (
        "employment.status: employee, employment.sector: private, "
        "employment.workplace_region: flanders, employment.fraction_reference_month: 100, "
        "training.odb_registered: true, training.contact_hours: 40"
    )
    vov = case("vov", "hours: 40.0, employer_claim_deadline: 2022-01-01", facts, rule="vov")
    on_day = vov.replace("2019-03-01", "2021-10-01")
    got = lines(run("cases", write("c.yaml", HEAD + on_day), "--json"))[0]
    assert got["expected"] == {"hours": 40, "employer_claim_deadline": "2022-01-01"}
    assert got["got"]["hours"] == 40
    assert str(got["got"]["employer_claim_deadline"]).startswith("202")


def test_strict_cases_assume_nothing(run: Run, write: Write) -> None:
    facts = "employment.status: employee, person.residence_region: flanders"
    usual = case("gewoon", "eligible: unknown", facts, rule="opleidingscheque")
    strict = case("strikt", "eligible: unknown", facts, "  strict: true\n", "opleidingscheque")
    assert run("cases", write("c.yaml", HEAD + usual + strict), "--json").exit_code == 0


def test_an_empty_list_of_cases_passes(run: Run, write: Write) -> None:
    result = run("cases", write("c.yaml", "cases: []\n"), "--json")
    assert result.stdout == '{"cases": 0, "passed": 0, "wrong_yes": 0, "wrong_no": 0}\n'
    assert result.exit_code == 0


def test_without_json_the_failures_are_listed_with_their_reason(run: Run, write: Write) -> None:
    wrong = NO.replace("'no'", "'yes'")
    result = run("cases", write("c.yaml", HEAD + wrong + YES))
    assert result.stdout == (
        "nee (vok, 2019-03-01)\n"
        '  eligible: verwacht "yes", gekregen "no"\n'
        "\n"
        "2 gevallen: 1 juist, 1 fout. Ten onrechte ja: 0. Ten onrechte nee: 1.\n"
    )
    assert result.exit_code == 1


def test_without_failures_there_is_one_sentence(run: Run, write: Write) -> None:
    result = run("cases", write("c.yaml", HEAD + NO))
    assert result.stdout == ("1 geval: 1 juist, 0 fout. Ten onrechte ja: 0. Ten onrechte nee: 0.\n")
    assert (result.exit_code, result.stderr) == (0, "")


def test_a_case_that_could_not_be_run_says_why(run: Run, write: Write) -> None:
    strange = case("vreemd", "eligible: 'yes'", rule="bestaat_niet")
    result = run("cases", write("c.yaml", HEAD + strange))
    assert "vreemd (bestaat_niet, 2019-03-01)\n  bestaat_niet is niet in het regelboek\n" in (
        result.stdout
    )
