"""`koers rights`: every incentive with its answer, amounts and reason; and how fast it starts."""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

from koers.rulebook import RULEBOOK

Run = Callable[..., object]
Write = Callable[[str, str], str]
ROOT = Path(__file__).parents[2]


def by_id(text: str) -> dict[str, dict[str, object]]:
    return {one["id"]: one for one in json.loads(text)["rights"]}


def test_every_incentive_is_shown_under_its_group(run: Run, worker: str) -> None:
    text = run("rights", worker, "--on", "2025-10-06").stdout
    headings = [line for line in text.splitlines() if line and not line.startswith((" ", "-"))]
    order = [headings.index(one) for one in ("Geld", "Tijd om te leren", "Begeleiding")]
    assert order == sorted(order)
    for one in RULEBOOK.incentives:
        assert one.texts.title.split()[0] in text


def test_a_line_has_the_answer_in_words_the_amount_and_the_reason(run: Run, worker: str) -> None:
    text = run("rights", worker, "--on", "2025-10-06").stdout
    assert (
        "Recht                       Antwoord        Hoeveel                         Waarom" in text
    )
    assert "Ja, als de" in text
    assert "hoogstens 250 euro" in text
    assert "We weten nog niet: " in text
    assert 'Dit klopt niet voor jou: "Je krijgt' in text


def test_the_table_is_aligned_when_stdout_is_no_terminal(run: Run, worker: str) -> None:
    result = run("rights", worker)
    assert "\x1b[" not in result.stdout
    assert max(len(line) for line in result.stdout.splitlines()) <= 120
    assert result.stderr == ""


def test_the_day_is_today_when_none_is_given(run: Run, worker: str) -> None:
    assert run("rights", worker).stdout.startswith("Rechten op 22 november 2026\n")
    assert json.loads(run("rights", worker, "--json").stdout)["on"] == "2026-11-22"


def test_json_has_all_rights_with_numbers_as_numbers(run: Run, worker: str) -> None:
    result = run("rights", worker, "--on", "2025-10-06", "--json")
    told = json.loads(result.stdout)
    rights = by_id(result.stdout)
    assert result.exit_code == 0
    assert list(rights) == list(RULEBOOK.ids)
    assert (told["on"], told["strict"], told["rulebook"]) == ("2025-10-06", False, RULEBOOK.version)
    assert rights["opleidingscheque"]["answer"] == "entitled_if_training_qualifies"
    assert rights["opleidingscheque"]["amounts"]["face_value_eur"]["high"] == 250
    assert rights["leave_region_selector"]["answer"] is None


def test_a_training_of_its_own_file_is_added(run: Run, worker: str, write: Write) -> None:
    # given
    training = write(
        "cursus.yaml",
        "training.odb_registered: true\ntraining.contact_hours: 40\ntraining.fee: 300\n",
    )
    # when
    result = run("rights", worker, "--training", training, "--on", "2025-10-06", "--json")
    # then
    voucher = by_id(result.stdout)["opleidingscheque"]
    assert voucher["answer"] == "entitled"
    assert voucher["amounts"]["state_pays_eur"]["value"] == 125


def test_a_training_that_says_the_same_is_no_clash(run: Run, write: Write) -> None:
    one = write("ik.yaml", "training.contact_hours: 40\n")
    other = write("cursus.yaml", "training.contact_hours: 40\n")
    assert run("rights", one, "--training", other).exit_code == 0


def test_strict_assumes_nothing(run: Run, worker: str) -> None:
    rights = by_id(run("rights", worker, "--strict", "--json").stdout)
    assert not [one["id"] for one in rights.values() if one["assumptions"]]


def test_no_facts_at_all_is_a_question_too(run: Run, write: Write) -> None:
    result = run("rights", write("niets.yaml", "{}\n"), "--json")
    assert result.exit_code == 0
    assert by_id(result.stdout)["vov"]["answer"] == "unknown"


def test_not_known_partly_known_and_absent_can_be_given(run: Run, write: Write) -> None:
    facts = write(
        "ik.yaml",
        "employment.status: [employee, temp_agency]\n"
        "employment.fraction: {from: 50, to: 80}\n"
        "employment.contract_start: 2015\n"
        "employment.contract_end: absent\n"
        "person.highest_diploma:\n"
        "person.age: unknown\n",
    )
    assert run("rights", facts).exit_code == 0


def test_before_it_exists_an_instrument_does_not_exist_yet(run: Run, worker: str) -> None:
    vok = by_id(run("rights", worker, "--on", "2019-01-01", "--json").stdout)["vok"]
    assert (vok["exists"], vok["answer"]) == (False, "not_entitled")


# The start -----------------------------------------------------------------------------------

RUNNER = """
import sys
from koers.cli import main
try:
    main(["rights", sys.argv[1], "--on", "2026-11-22"], prog_name="koers")
except SystemExit as ended:
    heavy = {"numpy", "django", "rich", "rich.console", "koers.engine.to_python", "hypothesis"}
    print(ended.code, sorted(heavy & set(sys.modules)), file=sys.stderr)
"""


def _in_a_process(worker: Path, *, cache: Path) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "KOERS_CACHE": str(cache)}
    return subprocess.run(
        [sys.executable, "-c", RUNNER, str(worker)],
        capture_output=True,
        text=True,
        check=False,
        env=environment,
    )


def test_nothing_heavy_is_imported(worker: str, tmp_path: Path) -> None:
    result = _in_a_process(tmp_path / worker, cache=tmp_path / "cache")
    assert result.stderr == "0 []\n"
    assert result.stdout.startswith("Rechten op 22 november 2026\n")


def test_a_cold_and_a_warm_cache_say_the_same(worker: str, tmp_path: Path) -> None:
    cold = _in_a_process(tmp_path / worker, cache=tmp_path / "cache")
    warm = _in_a_process(tmp_path / worker, cache=tmp_path / "cache")
    assert cold.stdout == warm.stdout


def test_json_tells_a_set_as_a_list_of_words(run: Run, write: Write) -> None:
    path = write(
        "zaak.yaml",
        "employment.status: self_employed\nemployment.self_employed_kind: main\n"
        "enterprise.seat_region: flanders\n",
    )

    rights = by_id(run("rights", path, "--json").stdout)

    sets = {name: one["sets"] for name, one in rights.items() if one["sets"]}
    assert sets == {"self_employed_scheme_selector": {"schemes": ["kmo_portefeuille"]}}
