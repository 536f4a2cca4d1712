"""The links of Markdown pages, and whether something stands where they point."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from docs.writers.markdown import slug

_FENCE = re.compile(r"^```.*?^```$", re.M | re.S)
_LINK = re.compile(r"(?<!\\)\[(?:[^\[\]\\]|\\.)*\]\(([^)\s]+)\)")
_HEADING = re.compile(r"^#+ (.+)$", re.M)
_ANCHOR = re.compile(r'<a id="([^"]+)">')
_ELSEWHERE = ("http://", "https://", "mailto:")


def broken_links(page: Path) -> Iterator[str]:
    """The links inside the repository that lead nowhere."""
    text = _FENCE.sub("", page.read_text(encoding="utf-8"))
    for target in _LINK.findall(text):
        if target.startswith(_ELSEWHERE):
            continue
        file, _, anchor = target.partition("#")
        path = (page.parent / file).resolve() if file else page
        if not path.exists() or (anchor and anchor not in anchors(path)):
            yield f"{page.name}: {target}"


@cache
def anchors(page: Path) -> frozenset[str]:
    """Every place of a page that a link may name."""
    text = _FENCE.sub("", page.read_text(encoding="utf-8"))
    return frozenset({*map(slug, _HEADING.findall(text)), *_ANCHOR.findall(text)})
