"""`koers explain`: every condition of one incentive, and what would open it."""

import json
from collections.abc import Callable

Run = Callable[..., object]
Write = Callable[[str, str], str]


def test_each_condition_has_a_verdict_its_law_and_its_source(run: Run, worker: str) -> None:
    text = run("explain", "loopbaancheque", worker, "--on", "2025-06-01").stdout
    assert text.startswith("Loopbaancheque\n==============\n")
    assert "- [in orde] Je werkt nu als werknemer of als zelfstandige" in text
    assert "    Wet: BVR 17 mei 2013" in text
    assert "    Bron: " in text
    assert "https://" in text


def test_a_closed_right_names_what_would_open_it(run: Run, write: Write) -> None:
    facts = write(
        "ik.yaml",
        "employment.status: employee\nperson.residence_region: flanders\n"
        "career.experience_months: 20\ncareer_guidance.cheques_used_last_6y: 0\n",
    )
    text = run("explain", "loopbaancheque", facts, "--on", "2025-06-01").stdout
    assert "Wat zou dit recht openen?\n" in text
    assert "minstens 84 (nu 20)" in text


def test_an_open_right_needs_no_change(run: Run, worker: str) -> None:
    assert "Wat zou dit recht openen?" not in run("explain", "vov", worker).stdout


def test_json_holds_the_conditions_and_the_change(run: Run, write: Write) -> None:
    facts = write("ik.yaml", "employment.status: employee\ncareer.experience_months: 20\n")
    result = run("explain", "loopbaancheque", facts, "--on", "2025-06-01", "--json")
    told = json.loads(result.stdout)
    assert told["answer"] == "not_entitled"
    verdicts = {one["verdict"] for one in told["conditions"]}
    assert verdicts <= {"yes", "no", "unknown"}
    assert told["nearest_change"]["facts"][0]["name"] == "career.experience_months"
    assert told["nearest_change"]["facts"][0]["from_value"] == 84


def test_json_of_an_open_right_has_no_change(run: Run, worker: str) -> None:
    told = json.loads(run("explain", "vov", worker, "--json").stdout)
    assert told["nearest_change"] is None


def test_a_definition_is_explained_too(run: Run, worker: str) -> None:
    result = run("explain", "leave_region_selector", worker)
    assert result.exit_code == 0
    assert "Dit is geen recht op zich." in result.stdout


def test_strict_says_what_else_must_be_known(run: Run, worker: str) -> None:
    usual = json.loads(run("explain", "opleidingscheque", worker, "--json").stdout)
    strict = json.loads(run("explain", "opleidingscheque", worker, "--strict", "--json").stdout)
    assert set(usual["missing"]) < set(strict["missing"])
    assert strict["assumptions"] == []
