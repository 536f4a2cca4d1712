"""The YAML of the rulebook, parsed once and kept in the user's cache folder by content.

A cache that is missing, unwritable, cut off or made by other content is simply not used. The
file holds JSON with its own digest; nothing in it is executed.
"""

from __future__ import annotations

import json
import os
from datetime import date
from decimal import Decimal
from hashlib import sha256
from pathlib import Path
from typing import Any

from koers.engine.reading import preload, read_yaml

KEPT = ("parameters.yaml", "texts.nl.yaml", "committees.yaml")


def cache_folder() -> Path:
    """Where caches go: `KOERS_CACHE`, else the user's cache folder."""
    given = os.environ.get("KOERS_CACHE")
    if given:
        return Path(given)
    import platformdirs  # only needed here, and slow to import

    return platformdirs.user_cache_path("koers")


def use_cache(folder: Path, version: str) -> bool:
    """Read the YAML of a rulebook folder from the cache, else from the files and keep it.

    Returns whether the cache was used.
    """
    path = cache_folder() / f"rulebook-{version}.json"
    contents = _restored(path)
    if contents is not None:
        preload({folder / name: content for name, content in contents.items()})
        return True
    files = [file for name in KEPT for file in sorted(folder.glob(f"*/{name}"))]
    contents = {file.relative_to(folder).as_posix(): read_yaml(file) for file in files}
    preload({folder / name: content for name, content in contents.items()})
    _keep(path, contents)
    return False


def _restored(path: Path) -> dict[str, Any] | None:
    try:
        digest, _, text = path.read_text(encoding="utf-8").partition("\n")
    except (OSError, UnicodeDecodeError):
        return None
    if sha256(text.encode()).hexdigest() != digest:
        return None
    contents: dict[str, Any] = json.loads(text, object_hook=_decoded)
    return contents


def _keep(path: Path, contents: dict[str, Any]) -> None:
    text = json.dumps(contents, default=_encoded, ensure_ascii=False)
    scratch = path.with_suffix(f".{os.getpid()}")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        scratch.write_text(f"{sha256(text.encode()).hexdigest()}\n{text}", encoding="utf-8")
        scratch.replace(path)
    except OSError:
        return


def _encoded(value: object) -> dict[str, str]:
    if isinstance(value, Decimal):
        return {"$number": str(value)}
    if isinstance(value, date):
        return {"$day": value.isoformat()}
    raise TypeError(f"no JSON for {type(value).__name__}")


def _decoded(item: dict[str, Any]) -> Any:
    if "$number" in item:
        return Decimal(item["$number"])
    if "$day" in item:
        return date.fromisoformat(item["$day"])
    return item
