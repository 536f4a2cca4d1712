"""`python -m koers.cli` is `koers`."""

from koers.cli.group import main

if __name__ == "__main__":
    main(prog_name="koers")
