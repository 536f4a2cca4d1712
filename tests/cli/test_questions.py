"""`koers questions`: the figures in their order, in words too, and the shares that are kept."""

import json
from collections.abc import Callable
from pathlib import Path

import koers.rulebook

Run = Callable[..., object]
SHARES = Path(koers.rulebook.__file__).with_name("shares.yaml")


def test_json_has_the_figures_the_median_and_the_most_first(run: Run) -> None:
    result = run("questions", "--profiles", "4", "--seed", "7", "--json")
    told = json.loads(result.stdout)
    assert list(told)[:2] == ["median", "max"]
    assert (told["people"], told["on"]) == (4, "2026-11-22")
    assert told["certificate_mean"] <= told["mean"] <= told["everything"]
    assert told["mean"] <= told["questions_mean"]


def test_the_same_seed_asks_the_same_people(run: Run) -> None:
    first, again, other = (
        json.loads(run("questions", "--profiles", "5", "--seed", seed, "--json").stdout)
        for seed in ("3", "3", "4")
    )
    timed = [name for name in first if name.startswith("choice_ms")]
    for told in (first, again, other):
        for name in timed:
            del told[name]
    assert first == again != other


def test_in_words_there_is_a_sentence_a_table_and_a_chart(run: Run) -> None:
    text = run("questions", "--profiles", "4").stdout
    assert text.startswith("4 mensen kregen meestal")
    assert "mediaan van de schermen" in text
    assert "█" in text.split("Schermen per persoon")[1]


def test_the_shares_of_the_rulebook_are_those_of_the_made_people(run: Run) -> None:
    found = run("questions", "--shares", "--on", "2026-11-22").stdout
    assert found == SHARES.read_text(encoding="utf-8")


def test_no_people_is_refused(run: Run) -> None:
    result = run("questions", "--profiles", "0")
    assert result.exit_code == 2
    assert "--profiles" in result.stderr
