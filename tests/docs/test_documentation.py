"""Everything that a reader may look up is documented, and every link leads somewhere."""

import re
from pathlib import Path

import click
import pytest

import koers.engine
from docs.generate import REFERENCE
from docs.writers.commands import every_command
from docs.writers.sessions import ROOT
from koers.engine import nodes
from koers.engine.cases import run_cases
from koers.rulebook import RULEBOOK
from tests.docs.links import broken_links
from tests.docs.names import english_words, explained_words, unexplained, words_of

PAGES = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")])


def headings(name: str) -> set[str]:
    """The headings of a reference page that are names in code."""
    text = (REFERENCE / name).read_text(encoding="utf-8")
    return set(re.findall(r"^#+ `([^`]+)`$", text, re.M))


def test_every_fact_is_documented() -> None:
    assert set(RULEBOOK.vocabulary.facts) <= headings("facts.md")


def test_every_output_is_documented() -> None:
    assert set(RULEBOOK.outputs) == headings("outputs.md")


def test_every_public_name_of_the_engine_is_documented() -> None:
    assert set(koers.engine.__all__) <= headings("language.md")


def test_every_node_is_documented() -> None:
    vocabulary = (REFERENCE / "language.md").read_text(encoding="utf-8")
    kinds = {node.__name__ for node in nodes.Node.__subclasses__()}

    assert {kind for kind in kinds if f"| `{kind}` |" not in vocabulary} == set()


@pytest.mark.parametrize("incentive", RULEBOOK.ids)
def test_every_incentive_has_a_page_and_stands_in_the_index(incentive: str) -> None:
    index = (REFERENCE / "incentives/README.md").read_text(encoding="utf-8")

    assert (REFERENCE / f"incentives/{incentive}.md").exists()
    assert f"({incentive}.md)" in index


def test_every_command_and_option_is_documented() -> None:
    text = (REFERENCE / "commands.md").read_text(encoding="utf-8")
    commands = dict(every_command())
    options = {
        option
        for command in commands.values()
        for parameter in command.params
        if isinstance(parameter, click.Option)
        for option in (*parameter.opts, *parameter.secondary_opts)
    }

    assert set(commands) <= headings("commands.md")
    assert {option for option in options if f"`{option}`" not in text} == set()


def test_every_dutch_name_is_in_the_glossary() -> None:
    glossary = (ROOT / "docs/glossary.md").read_text(encoding="utf-8")
    words = words_of(RULEBOOK)

    missing = unexplained(words, english_words() | explained_words(glossary))

    told = ", ".join(f"{word} (in {words[word]})" for word in missing)
    assert not missing, (
        f"Explain in docs/glossary.md: {told}. "
        "Plain English words go in tests/docs/english_words.txt."
    )


def test_the_glossary_and_the_english_words_do_not_overlap() -> None:
    glossary = (ROOT / "docs/glossary.md").read_text(encoding="utf-8")

    assert not english_words() & explained_words(glossary)


def test_the_case_of_the_how_to_passes(tmp_path: Path) -> None:
    page = (ROOT / "docs/how-to/run-cases.md").read_text(encoding="utf-8")
    file = tmp_path / "cases.yaml"
    file.write_text(page.split("```yaml\n")[1].split("```")[0], encoding="utf-8")

    (result,) = run_cases([file], RULEBOOK)

    assert result.problems == ()


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(ROOT).as_posix())
def test_every_link_leads_somewhere(page: Path) -> None:
    assert list(broken_links(page)) == []


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(ROOT).as_posix())
def test_every_file_that_a_page_names_exists(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    named = set(re.findall(r"`((?:koers|docs|tests)/[\w./-]+)`", text))

    assert sorted(name for name in named if not (ROOT / name).exists()) == []
