"""The committed reference pages are what the generator makes now."""

from pathlib import Path

import pytest

from docs.generate import REFERENCE, pages, write

MADE = pages()


@pytest.mark.parametrize("name", sorted(MADE))
def test_a_committed_page_is_what_make_docs_writes(name: str) -> None:
    path = REFERENCE / name

    assert path.exists(), f"{path.name} is missing: run `make docs`"
    assert path.read_text(encoding="utf-8") == MADE[name], f"{name} is old: run `make docs`"


def test_no_page_is_left_of_something_that_is_gone() -> None:
    committed = {path.relative_to(REFERENCE).as_posix() for path in REFERENCE.rglob("*.md")}

    assert committed == set(MADE), "run `make docs`"


def test_the_generator_writes_the_same_pages_again_and_removes_the_rest(tmp_path: Path) -> None:
    (tmp_path / "incentives").mkdir()
    (tmp_path / "incentives" / "abolished.md").write_text("old")

    written = write(tmp_path)

    found = {path.relative_to(tmp_path).as_posix(): path for path in tmp_path.rglob("*.md")}
    assert set(found.values()) == set(written)
    assert {name: path.read_text(encoding="utf-8") for name, path in found.items()} == MADE
