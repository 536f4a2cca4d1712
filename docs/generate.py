"""Writes the generated pages of docs/, and what other pages show as printed: `make docs`.

Every page is made from the rulebook, the engine, the spec tests or the command line, and from
nothing else: no clock, no network. Run twice, it writes the same bytes; tests/docs holds the
committed pages to it.
"""

from __future__ import annotations

import sys
from pathlib import Path

from docs.writers.commands import commands_page
from docs.writers.facts import facts_page
from docs.writers.incentives import incentive_page
from docs.writers.index import index_page
from docs.writers.language import language_page
from docs.writers.open_questions import open_questions_page
from docs.writers.outputs import outputs_page
from docs.writers.sessions import ROOT, refreshed
from docs.writers.sources import sources_page
from koers.rulebook import RULEBOOK

REFERENCE = ROOT / "docs" / "reference"
SHOWN = ("README.md", "docs/tutorial/first-incentive.md", "docs/how-to/price-of-a-training.md")
"""Pages written by hand that show what commands print."""


def pages() -> dict[str, str]:
    """Every generated page: its path under docs/reference, and its text."""
    found = {
        "commands.md": commands_page(),
        "facts.md": facts_page(RULEBOOK),
        "language.md": language_page(),
        "outputs.md": outputs_page(RULEBOOK),
        "sources.md": sources_page(RULEBOOK),
        "incentives/README.md": index_page(RULEBOOK),
    }
    for one in RULEBOOK.incentives:
        found[f"incentives/{one.id}.md"] = incentive_page(RULEBOOK, one)
    return found


def pages_beside() -> dict[str, str]:
    """The generated pages that stand in docs/ itself, among pages written by hand."""
    return {"open-law-questions.md": open_questions_page(RULEBOOK)}


def write(folder: Path) -> list[Path]:
    """Write every page under a folder; what is there and no longer made is removed."""
    made = {folder / name: text for name, text in pages().items()}
    for path in sorted(folder.rglob("*.md")):
        if path not in made:
            path.unlink()
    for path, text in made.items():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="\n")
    return list(made)


def write_beside(folder: Path) -> list[Path]:
    """Write the pages that stand in docs/ itself; nothing else there is touched."""
    made = {folder / name: text for name, text in pages_beside().items()}
    for path, text in made.items():
        path.write_text(text, encoding="utf-8", newline="\n")
    return list(made)


def show() -> None:
    """Put what the commands print now in the pages that show it."""
    for name in SHOWN:
        path = ROOT / name
        text = refreshed(path.read_text(encoding="utf-8"))
        path.write_text(text, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    written = [*write(REFERENCE), *write_beside(REFERENCE.parent)]
    show()
    print(f"{len(written)} pages written under docs/.", file=sys.stderr)
