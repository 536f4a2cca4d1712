"""What a page shows as printed is what its commands print."""

import pytest

from docs.generate import SHOWN
from docs.writers.sessions import ROOT, files, refreshed


@pytest.mark.parametrize("name", SHOWN)
def test_a_page_shows_what_its_commands_print(name: str) -> None:
    page = (ROOT / name).read_text(encoding="utf-8")

    assert refreshed(page) == page, f"{name} shows something else: run `make docs`, and read it"


def test_a_session_shows_what_is_printed_and_not_what_was_written() -> None:
    page = (
        "```yaml lisa.yaml\nperson.age: 34\n```\n\n"
        "```console\n$ python -c \"print(open('lisa.yaml').read(), end='')\"\nsomething else\n```\n"
    )

    assert files(page) == {"lisa.yaml": "person.age: 34\n"}
    assert refreshed(page).endswith("end='')\"\nperson.age: 34\n```\n")
