"""The version of the rulebook: a hash of what stands in its folder."""

from hashlib import sha256
from pathlib import Path


def content_version(folder: Path) -> str:
    """Twelve hexadecimal digits over all rule, parameter and text files, by path and content."""
    digest = sha256()
    files = (*folder.rglob("*.py"), *folder.rglob("*.yaml"))
    for path in sorted(files, key=lambda path: path.relative_to(folder).as_posix()):
        digest.update(path.relative_to(folder).as_posix().encode())
        digest.update(path.read_bytes())
    return digest.hexdigest()[:12]
