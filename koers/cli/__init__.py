"""The `koers` command: arguments in, one function called, words or JSON out."""

from koers.cli.group import main

__all__ = ["main"]
