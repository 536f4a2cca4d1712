"""`koers combine`: what one training costs with all rights together, as text and as JSON."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from koers.cli.plan_text import OBJECTIVE
from koers.rulebook import RULEBOOK

Run = Callable[..., object]
Write = Callable[[str, str], str]

COURSE = """\
training.kind: course
training.odb_registered: true
training.contact_hours: 40
training.coincides_with_work_hours: false
training.start_date: 2025-10-06
training.end_date: 2025-12-19
training.fee: 400
"""
ME = """\
employment.weekly_hours: 38
person.cvo_category: none
person.vdab_registered: false
"""


@pytest.fixture
def course(write: Write) -> str:
    """A course of forty hours, in a file."""
    return write("cursus.yaml", COURSE)


@pytest.fixture
def me(worker: str, write: Write, tmp_path: Path) -> str:
    """Somebody who works full time in Flanders and told a little more, in a file."""
    return write("ik.yaml", (tmp_path / worker).read_text(encoding="utf-8") + ME)


def told(run: Run, *arguments: str) -> dict:
    """What `koers combine --json` tells."""
    return json.loads(run("combine", *arguments, "--json").stdout)


def test_the_price_is_built_up_from_the_list_price_to_what_is_paid(
    run: Run, me: str, course: str
) -> None:
    result = run("combine", me, "--training", course, "--on", "2025-09-01")
    lines = [line.strip() for line in result.stdout.splitlines()]
    price = lines[lines.index("De prijs") + 2 : lines.index("Betaalde uren weg van je werk") - 1]

    assert (result.exit_code, result.stderr) == (0, "")
    assert [line.rpartition(". ")[2] for line in price if ". " in line] == [
        "400 euro",
        "125 euro",
        "275 euro",
        "275 euro",
    ]


def test_hours_employer_steps_and_conflicts_are_told(run: Run, me: str, course: str) -> None:
    text = run("combine", me, "--training", course, "--on", "2025-09-01").stdout

    assert "- Vlaams opleidingsverlof (je werkgever betaalt je loon door): 40 uur." in text
    assert "- Vlaams opleidingsverlof (de Vlaamse overheid): 596,40 euro." in text
    assert "ten laatste op 5 januari 2026" in text
    assert 'Regel "Eén steun voor dezelfde prijs". Bron:' in text
    assert "https://www.zelfstandige.vlaanderen/" in text


def test_who_pays_is_assumed_and_what_if_the_employer_pays_is_one_line(
    run: Run, me: str, course: str
) -> None:
    text = run("combine", me, "--training", course, "--on", "2025-09-01").stdout

    assert "- wie betaalt de opleiding: jij" in text
    assert "- Dan betaal jij niets. Je werkgever betaalt 400 euro en krijgt" in text


def test_the_objective_the_day_the_version_and_no_decision_are_told(
    run: Run, me: str, course: str
) -> None:
    text = " ".join(run("combine", me, "--training", course).stdout.split())

    assert OBJECTIVE in text
    assert "Berekend voor 22 november 2026" in text
    assert RULEBOOK.version in text
    assert "Dit is geen beslissing." in text


def test_no_line_is_wider_than_a_terminal_but_an_address(run: Run, me: str, course: str) -> None:
    text = run("combine", me, "--training", course, "--on", "2025-09-01").stdout

    assert all(len(line) <= 90 or "http" in line for line in text.splitlines())
    assert "\x1b[" not in text


def test_json_has_all_of_it_with_stable_keys(run: Run, me: str, course: str) -> None:
    found = told(run, me, "--training", course, "--on", "2025-09-01")
    best = found["best"]

    assert list(found) == [
        "on", "strict", "rulebook", "objective", "payer", "payer_assumed", "best", "equal",
        "employer", "left_out", "conflicts", "together", "not_settled", "open", "closed",
        "assumptions", "contradictions", "if_employer_pays", "note",
    ]  # fmt: skip
    assert (found["on"], found["payer"], found["payer_assumed"]) == ("2025-09-01", "worker", True)
    assert best["list_price_eur"] == {"low": 400, "high": 400}
    assert best["pays_eur"] == best["pays_first_eur"] == {"low": 275, "high": 275}
    assert best["paid_hours"] == {"low": 40, "high": 40}
    assert [(one["id"], one["does"], one["sure"]) for one in best["rights"]] == [
        ("opleidingscheque", "pays", True),
        ("vov", "gives_time", True),
    ]
    assert found["if_employer_pays"]["best"]["employer_pays_eur"] == {"low": 400, "high": 400}
    assert [one["rule"]["name"] for one in found["conflicts"]] == ["same_fee_once"]


def test_a_price_that_is_not_known_has_no_upper_bound_in_json_and_is_told_in_words(
    run: Run, me: str, write: Write
) -> None:
    course = write("prijs.yaml", COURSE.replace("training.fee: 400\n", ""))

    found = told(run, me, "--training", course, "--on", "2025-09-01")
    text = run("combine", me, "--training", course, "--on", "2025-09-01").stdout

    assert found["best"]["pays_eur"] == {"low": 0, "high": None}
    assert "De prijs van de opleiding is nog niet geweten." in text
    assert (
        "Wat je uiteindelijk zelf betaalt .............................. nog niet geweten" in text
    )


def test_strict_assumes_nothing_not_even_who_pays(run: Run, me: str, course: str) -> None:
    found = told(run, me, "--training", course, "--on", "2025-09-01", "--strict")
    text = run("combine", me, "--training", course, "--on", "2025-09-01", "--strict").stdout

    assert (found["payer"], found["payer_assumed"], found["assumptions"]) == (None, False, [])
    assert found["best"]["pays_eur"] == {"low": 0, "high": 400}
    assert "We weten niet wie de opleiding betaalt: jij of je werkgever." in text


def test_when_the_employer_pays_the_bill_is_of_the_employer(
    run: Run, me: str, write: Write
) -> None:
    course = write("baas.yaml", COURSE + "training.paid_by: employer\n")
    text = run("combine", me, "--training", course, "--on", "2025-09-01").stdout

    assert "Je werkgever betaalt .......................................... 400 euro" in text
    assert "Wat je uiteindelijk zelf betaalt .............................. 0 euro" in text
    assert "Als je werkgever de opleiding betaalt" not in text


def test_a_refund_is_paid_first_and_the_voucher_is_left_out_with_its_reason(
    run: Run, me: str, course: str, write: Write, tmp_path: Path
) -> None:
    text = (tmp_path / me).read_text(encoding="utf-8").replace('"200"', '"111"')
    metal = write("metaal.yaml", text + "employment.workplace_province: west_flanders\n")

    shown = run("combine", metal, "--training", course, "--on", "2025-09-01").stdout
    lines = " ".join(shown.split())

    assert "Te betalen bij je inschrijving ................................ 400 euro" in shown
    assert "Wat je uiteindelijk zelf betaalt .............................. 0 euro" in shown
    assert "later terug van mtech+" in lines
    assert "- Opleidingscheques voor werknemers: we weten niet of dit samengaat met wat" in lines


def test_nobody_and_nothing_is_a_question_too(run: Run, write: Write) -> None:
    empty, course = write("niets.yaml", "{}\n"), write("cursus.yaml", "{}\n")
    result = run("combine", empty, "--training", course)

    assert result.exit_code == 0
    assert "nog niet geweten" in result.stdout


def test_facts_and_training_that_clash_are_refused(run: Run, write: Write) -> None:
    one, other = write("ik.yaml", "training.fee: 1\n"), write("cursus.yaml", "training.fee: 2\n")
    result = run("combine", one, "--training", other)

    assert (result.exit_code, result.stdout) == (2, "")
    assert "training.fee staat met een andere waarde in ik.yaml en in cursus.yaml" in result.stderr


def test_without_a_training_the_sentence_says_how_to_write_it(run: Run, me: str) -> None:
    result = run("combine", me)

    assert (result.exit_code, result.stdout) == (2, "")
    assert "T.yaml ontbreekt" in result.stderr
    assert "koers combine --training T.yaml [OPTIES] FACTS.yaml" in result.stderr


def test_which_of_two_rights_it_is_may_depend_on_what_is_not_known(
    run: Run, me: str, course: str, write: Write, tmp_path: Path
) -> None:
    text = (tmp_path / me).read_text(encoding="utf-8")
    told_less = text.replace("employment.workplace_region: flanders\n", "")
    somewhere = write("ergens.yaml", told_less)

    shown = run("combine", somewhere, "--training", course, "--on", "2025-09-01").stdout

    assert "misschien is het dit, in plaats van" in " ".join(shown.split())


def test_the_price_of_adult_education_follows_from_its_rule_with_what_is_open(
    run: Run, me: str, write: Write
) -> None:
    module = write(
        "cvo.yaml",
        "training.kind: cvo\ntraining.cvo_tier: standard\ntraining.lestijden: 160\n"
        "training.odb_registered: true\ntraining.start_date: 2025-09-15\n"
        "training.fees_already_this_semester_same_training: 0\n",
    )
    text = run("combine", me, "--training", module, "--on", "2025-09-01").stdout
    lines = " ".join(text.split())

    assert "tussen 300 en 360 euro" in text
    assert "tussen 175 en 235 euro" in text
    assert "- De prijs: De regel is nog niet duidelijk: voor een deel van de tarieven" in lines


def test_a_free_training_only_gives_time(run: Run, me: str, write: Write) -> None:
    free = write("gratis.yaml", COURSE.replace("fee: 400", "fee: 0"))
    found = told(run, me, "--training", free, "--on", "2025-09-01")

    assert found["best"]["pays_eur"] == {"low": 0, "high": 0}
    assert [one["id"] for one in found["best"]["rights"]] == ["vov"]


def test_answers_that_do_not_fit_are_told(run: Run, me: str, write: Write) -> None:
    course = write("tegen.yaml", COURSE + "person.receives_unemployment_benefit: true\n")
    text = run("combine", me, "--training", course, "--on", "2025-09-01").stdout

    found = told(run, me, "--training", course, "--on", "2025-09-01")

    assert "Let op\n" in text
    assert "person.receives_unemployment_benefit" in [
        one["fact"] for one in found["contradictions"]
    ]
