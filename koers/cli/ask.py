"""`koers ask`: an interview in the terminal. What is asked is in `interview`; here is the talk.

The talk goes to stderr, so that what is found can go to a file; what is found goes to stdout.
"""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path
from textwrap import wrap
from typing import TYPE_CHECKING

import click

from koers.cli import clock
from koers.cli.dutch import DutchCommand, on_day

if TYPE_CHECKING:
    from koers.cli.interview import Interview, Option, Question
    from koers.engine.facts import Fact

WIDTH = 84
WELCOME = """\
Welke hulp krijg jij om te leren?

We stellen je korte vragen. Je mag altijd zeggen dat je iets niet weet.
Je antwoorden blijven op deze computer.

  ?  ik weet het niet        t  terug naar de vorige vraag
  r  toon het resultaat      w  wijzig een antwoord
  s  stop                    h  toon deze hulp
"""
AT_THE_END = """\
Klopt er iets niet?

  w  wijzig een antwoord
  a  wijzig waar we van uitgingen
  s  stop (of druk op Enter)
"""
BACK, CHANGE, RESULT, STOP, HELP, WHY = "t", "w", "r", "s", "h", "waarom"
COMMANDS = {
    "t": BACK, "terug": BACK, "w": CHANGE, "wijzig": CHANGE, "r": RESULT, "resultaat": RESULT,
    "s": STOP, "stop": STOP, "h": HELP, "help": HELP, "hulp": HELP, "waarom": WHY, "waarom?": WHY,
}  # fmt: skip
UNSURE = ("?", "weet niet", "weet ik niet", "ik weet het niet", "geen idee")
ASSUMED = "a"


class _Leave(Exception):
    """The person stops, or the input ends."""


@click.command(cls=DutchCommand, short_help="Beantwoord vragen, en zie welke hulp je krijgt.")
@click.option("--on", metavar="DATUM", type=on_day, help="De dag die telt. Anders: vandaag.")
@click.option("--save", metavar="FACTS.yaml", type=Path, help="Bewaar je antwoorden hier.")
@click.option("--all", "everything", is_flag=True, help="Stel alle vragen en neem niets aan.")
def ask(on: date | None, save: Path | None, everything: bool) -> None:
    """Beantwoord vragen en zie welke hulp je krijgt om te leren.

    Je mag altijd terug, een antwoord wijzigen, of zeggen dat je iets niet weet. Koers vraagt
    alleen wat nog een verschil kan maken.
    """
    from koers.cli.facts import questions
    from koers.cli.given import writable, write_given
    from koers.cli.interview import Interview
    from koers.rulebook import RULEBOOK
    from koers.rulebook.questions import BOOK

    if save is not None:
        writable(save)
    day = on or clock.today()
    interview = Interview(RULEBOOK, BOOK, questions(), day, everything=everything)
    try:
        Talk(interview).start()
    except KeyboardInterrupt:
        _say("\nJe bent gestopt. We bewaarden niets. Tot een volgende keer!")
        return
    if save is not None:
        write_given(save, interview.facts, RULEBOOK.vocabulary, interview.on)
        _say(f"Je antwoorden staan in {save}. `koers rights {save}` toont alles opnieuw.")


def _say(text: str = "", *, newline: bool = True) -> None:
    click.echo(text, err=True, nl=newline)


def _wrapped(text: str) -> str:
    return "\n".join(wrap(text, WIDTH))


def _line(sign: str, text: str) -> str:
    return "\n".join(wrap(text, WIDTH, initial_indent=f"  {sign:>2}  ", subsequent_indent=" " * 6))


class Talk:
    """One conversation: reads lines, answers what is asked, and goes on until the end."""

    def __init__(self, interview: Interview) -> None:
        self.interview = interview
        self.told = ""

    def start(self) -> None:
        """Talk until nothing is left to ask, or the person stops."""
        _say(WELCOME)
        try:
            while self._once():
                pass
        except _Leave:
            pass
        self._tell_result()
        _say("Bedankt, en veel succes!")

    def _once(self) -> bool:
        question = self.interview.next()
        if question is None:
            return self._at_the_end()
        if question.shows_result and self.interview.given:
            _say("We weten genoeg over jou.\n")
            self._show_result_so_far()
        self._ask(question)
        return True

    # One question ----------------------------------------------------------------------------

    def _ask(self, question: Question) -> None:
        number = len(self.interview.given) + 1
        self._put(question, f"Vraag {number}")
        while True:
            line = self._read("Jouw antwoord: ")
            command = COMMANDS.get(line.lower())
            if command is not None:
                if self._obey(command, question):
                    return
                self._put(question, f"Vraag {number}")
                continue
            option = self._understood(question, line)
            if option is not None:
                self.interview.answer(question, option)
                return

    def _put(self, question: Question, heading: str) -> None:
        _say(f"{heading}\n{_wrapped(question.text)}")
        if question.hint:
            _say(_wrapped(question.hint))
        _say()
        if question.several:
            for number, option in enumerate(question.options[:-1], 1):
                _say(_line(str(number), option.label))
            _say(_line("0", question.none))
            _say(_line(question.options[-1].sign, question.options[-1].label))
        elif question.typed is None:
            for number, option in enumerate(question.options, 1):
                _say(_line(str(number), option.label))
        else:
            for option in question.options:
                _say(_line(option.sign, option.label))
        _say()

    def _understood(self, question: Question, line: str) -> Option | None:
        """The option that was meant; None, after a sentence, when it was not understood."""
        if question.several and line.lower() not in UNSURE:
            return self._ticked(question, line)
        option = _listed(question, line)
        if option is None and question.typed is not None and line:
            option = self._typed(self.interview.questions.spoken(question.typed), line)
        elif option is None and question.typed is not None:
            _say("Tik je antwoord, of ? als je het niet weet.")
        elif option is None:
            last = len(question.options)
            _say(f"Dat begrijp ik niet. Tik een getal van 1 tot {last}, of h voor hulp.")
        if option is not None:
            _say(f"-> {option.label}\n")
        return option

    def _ticked(self, question: Question, line: str) -> Option | None:
        """Several numbers, such as `1 3`; 0 is none of them."""
        numbers = line.replace(",", " ").replace("en", " ").split()
        last = len(question.options) - 1
        fits = numbers == ["0"] or all(one.isdecimal() and 1 <= int(one) <= last for one in numbers)
        if not numbers or not fits:
            _say(f"Dat begrijp ik niet. Tik getallen van 1 tot {last}, zoals 1 2, of 0 voor geen.")
            return None
        names = {question.options[int(one) - 1].name for one in numbers if one != "0"}
        option = self.interview.ticked(question, names)
        _say(f"-> {option.label}\n")
        return option

    def _typed(self, fact: Fact, line: str) -> Option | None:
        from koers.cli.interview import Option
        from koers.cli.typed import NotUnderstood, read_typed
        from koers.engine.words import fact_value

        try:
            value = read_typed(fact, line)
        except NotUnderstood as error:
            _say(str(error))
            return None
        return Option(fact_value(fact, value), {fact.name: value})

    # Commands --------------------------------------------------------------------------------

    def _obey(self, command: str, question: Question) -> bool:
        """Do what was asked; True when the question must be chosen anew."""
        if command == STOP:
            raise _Leave
        if command == BACK:
            return self._go_back()
        if command == CHANGE:
            return self._change()
        if command == RESULT:
            self._show_result_so_far()
        elif command == WHY:
            _say(_wrapped(question.why or "Zo vragen we je niets dat voor jou niet telt.") + "\n")
        else:
            _say(WELCOME)
        return False

    def _go_back(self) -> bool:
        if self.interview.back() is None:
            _say("Dit is de eerste vraag. Je kan niet verder terug.\n")
            return False
        return True

    def _change(self) -> bool:
        given = self.interview.given
        if not given:
            _say("Je gaf nog geen antwoord.\n")
            return False
        for number, one in enumerate(given, 1):
            _say(_line(str(number), f"{one.question.text} {one.option.label}"))
        _say()
        position = self._number("Welk antwoord wil je wijzigen? ", len(given))
        if position is None:
            return False
        question = given[position].question
        self._put(question, f"Vraag {position + 1}, opnieuw")
        while (option := self._understood(question, self._read("Jouw antwoord: "))) is None:
            pass
        for lost in self.interview.change(position, option):
            _say(f"Dit antwoord past niet meer en valt weg: {lost.question.text}")
        return True

    def _number(self, prompt: str, last: int) -> int | None:
        """A position that the person picks; None when they type nothing."""
        while True:
            line = self._read(f"{prompt}(1 tot {last}, of Enter om niets te doen) ")
            if not line:
                return None
            if line.isdecimal() and 1 <= int(line) <= last:
                return int(line) - 1
            _say(f"Tik een getal van 1 tot {last}.")

    # The result ------------------------------------------------------------------------------

    def _show_result_so_far(self) -> None:
        from koers.cli.result import so_far

        _say(so_far(self.interview))

    def _tell_result(self) -> None:
        from koers.cli.result import as_text

        text = as_text(self.interview)
        if text != self.told:
            click.echo(text)
        self.told = text

    def _at_the_end(self) -> bool:
        """Nothing is left to ask: show the result, and let the person correct it."""
        _say("We hebben geen vragen meer.\n")
        self._tell_result()
        while True:
            _say(AT_THE_END)
            line = self._read("Jouw keuze: ").lower()
            if line in ("", "s", "stop"):
                return False
            if COMMANDS.get(line) == CHANGE and self._change():
                return True
            if COMMANDS.get(line) == BACK and self._go_back():
                return True
            if line == ASSUMED and self._contradict():
                return True

    def _contradict(self) -> bool:
        """Let the person say that something we assumed is otherwise."""
        from koers.cli.result import assumed, assumption

        known, questions = self.interview.known, self.interview.questions
        found = assumed(self.interview)
        if not found:
            _say("We gingen nergens van uit.\n")
            return False
        for number, (name, (value, why)) in enumerate(found.items(), 1):
            _say(_line(str(number), assumption(questions, known[name], value, why)))
        _say()
        position = self._number("Wat is anders? ", len(found))
        if position is None:
            return False
        self._ask(self.interview.question_about(list(found)[position]))
        return True

    # Reading ---------------------------------------------------------------------------------

    def _read(self, prompt: str) -> str:
        """One line; raises _Leave at the end of the input."""
        _say(prompt, newline=False)
        line = sys.stdin.readline()
        if not sys.stdin.isatty():
            _say(line.rstrip("\n"))
        if not line:
            _say("\nJe bent gestopt. Dit weten we nu.\n")
            raise _Leave
        return " ".join(line.split())


def _listed(question: Question, line: str) -> Option | None:
    """The option with this number or sign, or whose label begins so and no other does."""
    typed = line.lower()
    if not typed:
        return None
    unsure = question.options[-1]
    if typed in UNSURE:
        from koers.cli.interview import DO_NOT_KNOW, RATHER_NOT

        return unsure if unsure.label in (DO_NOT_KNOW, RATHER_NOT) else None
    if question.typed is not None:
        signs = {one.sign: one for one in question.options}
        return signs.get(typed) or _alike(question.options, typed, 4)
    if typed.isdecimal():
        number = int(typed)
        return question.options[number - 1] if 1 <= number <= len(question.options) else None
    return _alike(question.options, typed, 1)


def _alike(options: tuple[Option, ...], typed: str, least: int) -> Option | None:
    found = [one for one in options if one.label.lower().startswith(typed)]
    return found[0] if len(found) == 1 and len(typed) >= least else None
