"""Runs what a page shows: writes its files, runs its commands, puts what they print in the page.

A block whose fence names a file (```` ```yaml lisa.yaml ````) is written; in a `console` block each
line after `$ ` is run, and what it prints takes the place of the lines below it. So a page never
shows an answer that nobody got. Standard error is left out, unless a command breaks: then nothing
is shown at all.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from tempfile import TemporaryDirectory

ROOT = Path(__file__).parent.parent.parent
_BLOCK = re.compile(r"^```(?P<kind>\w+) ?(?P<file>\S*)\n(?P<text>.*?)^```$", re.M | re.S)
_PROGRAMS = {
    "python": 'exec "{python}" "$@"',
    "koers": 'exec "{python}" -m koers.cli "$@"',
}


def files(page: str) -> dict[str, str]:
    """The files that a page shows, by name; the last of a name counts."""
    return {block["file"]: block["text"] for block in _BLOCK.finditer(page) if block["file"]}


def refreshed(page: str) -> str:
    """The page with what its commands print now, run in order in an empty folder."""
    with TemporaryDirectory() as name:
        folder, programs = Path(name, "here"), Path(name, "programs")
        folder.mkdir()
        _make_programs(programs)

        def new(block: re.Match[str]) -> str:
            if block["kind"] == "console":
                return f"```console\n{_session(block['text'], folder, programs)}```"
            if block["file"]:
                path = folder / block["file"]
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_text(block["text"], encoding="utf-8")
            return block[0]

        return _BLOCK.sub(new, page)


def _make_programs(folder: Path) -> None:
    """`python` and `koers` as a reader has them after `make run`, with this Python."""
    folder.mkdir()
    for name, line in _PROGRAMS.items():
        path = folder / name
        path.write_text(f"#!/bin/sh\n{line.format(python=sys.executable)}\n", encoding="utf-8")
        path.chmod(0o755)


def _session(text: str, folder: Path, programs: Path) -> str:
    commands = [line[2:] for line in text.splitlines() if line.startswith("$ ")]
    environment = {
        **os.environ,
        "PATH": f"{programs}{os.pathsep}{os.environ['PATH']}",
        "PYTHONPATH": str(ROOT),
        "PYTHONDONTWRITEBYTECODE": "1",
        "PYTHONUTF8": "1",
        "COLUMNS": "100",
        "NO_COLOR": "1",
        "XDG_CACHE_HOME": str(programs / "cache"),
    }
    return "".join(f"$ {one}\n{_printed(one, folder, environment)}" for one in commands)


def _printed(command: str, folder: Path, environment: Mapping[str, str]) -> str:
    done = subprocess.run(
        ["sh", "-c", command],
        cwd=folder,
        env=environment,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    if done.returncode or "Traceback" in done.stderr:
        raise RuntimeError(f"`{command}` broke, and no page may show that.\n{done.stderr}")
    return "".join(f"{line.rstrip()}\n" for line in done.stdout.splitlines())
