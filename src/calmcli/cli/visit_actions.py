"""What each `calmcli visit` command does."""

from argparse import ArgumentTypeError, Namespace

from msgspec import to_builtins

from calmcli.cli.visit_card import card as show_card
from calmcli.cli.visit_card import write_out
from calmcli.cli.visit_counter import Counter, as_json, say_json
from calmcli.cli.visit_options import put_in, puts_something_in
from calmcli.output import complain, say
from calmcli.text import whole_number
from calmcli.visits.clock import on_the_day
from calmcli.visits.frames import filled
from calmcli.visits.ladder import ladder as rungs
from calmcli.visits.ladder import ladder_lines, next_step
from calmcli.visits.papers import calendar_of
from calmcli.visits.review import review_lines
from calmcli.visits.showing import title, today_lines, visit_lines
from calmcli.visits.visit import with_needs
from calmcli.words import visits as said

_LONGEST_MINUTES = 7 * 24 * 60


def new(options: Namespace) -> int:
    """Make a visit of what was typed, or ask for it."""
    counter = Counter()
    wanted = options.template
    template = None if wanted is None else counter.templates.find(wanted).script
    if options.name is None:
        counter.talk().new(options.template)
        return 0
    visit = counter.appointments.begin(template, options.name)
    visit = put_in(visit, options, counter.appointments.last_time, counter.now())
    return counter.keep(visit, options)


def list_all(options: Namespace) -> int:
    """Every visit, the nearest first."""
    visits = Counter().visits()
    if options.json:
        say_json(visits=[as_json(visit) for visit in visits])
    else:
        numbered = (f"{number:>3} {title(visit)}" for number, visit in enumerate(visits, start=1))
        say(*(numbered if visits else [said.NONE_YET]))
    return 0


def templates(options: Namespace) -> int:
    """The sorts of visits to begin from."""
    found, problems = Counter().templates.all_and_problems()
    for problem in problems:
        complain(str(problem))
    if options.json:
        told = [
            {
                "id": each.script.id,
                "title": each.script.title,
                "about": each.script.about,
                "origin": each.origin,
                "path": str(each.path),
                "steps": to_builtins(each.script.steps),
            }
            for each in found
        ]
        say_json(templates=told)
    else:
        width = max(len(each.script.id) for each in found)
        say(*(f"{each.script.id:<{width}}  {each.script.title}" for each in found))
    return 0


def show(options: Namespace) -> int:
    """Everything in one visit."""
    visit = Counter().find(options)
    if options.json:
        say_json(visit=as_json(visit))
    else:
        say(*visit_lines(visit))
    return 0


def edit(options: Namespace) -> int:
    """Change what was typed, or ask what to change."""
    counter = Counter()
    visit = counter.find(options)
    names = set(vars(options)) - {"visit", "json", "carry_out"}
    if not puts_something_in(options, *names):
        counter.talk().edit(visit)
        return 0
    changed = put_in(visit, options, counter.appointments.last_time, counter.now())
    return counter.keep(changed, options)


def today(options: Namespace) -> int:
    """The steps on the clock, and an exercise for each."""
    counter = Counter()
    visit = counter.find(options)
    if options.json or options.list:
        from calmcli.shelves import read_profile  # noqa: PLC0415  the others need no profile
        from calmcli.visits.practice import as_offered  # noqa: PLC0415

        offered = as_offered(visit, read_profile(counter.desk.places))
    if options.json:
        due = [
            {"number": each.number, "time": each.time, "now": each.is_now, "step": each.step.name}
            | {"place": each.step.place, "exercise": each.step.exercise}
            for each in on_the_day(offered, counter.now())
        ]
        say_json(visit=visit.id, name=visit.name, steps=due)
        return 0
    if options.list:
        say(*today_lines(offered, counter.now()))
        return 0
    from calmcli.cli.visit_today import go_through  # noqa: PLC0415  only where sessions begin

    return go_through(counter.desk, counter.appointments, visit, options)


def card(options: Namespace) -> int:
    """The card, or a text of one's own as a QR code."""
    from calmcli.shelves import read_profile  # noqa: PLC0415  the others need no profile
    from calmcli.visits.practice import as_on_card  # noqa: PLC0415

    counter = Counter()
    visit = counter.find(options)
    on_card = as_on_card(visit, read_profile(counter.desk.places), counter.desk.library)
    return show_card(on_card, options, counter.lines())


def say_sentence(options: Namespace) -> int:
    """A sentence with its gap filled in."""
    counter = Counter()
    visit = None if options.visit is None else counter.find(options)
    if options.frame is None:
        counter.talk().say(visit)
        return 0
    sentence = filled(options.frame, options.fill)
    say(sentence)
    if visit is not None:
        kept = counter.appointments.keep(with_needs(visit, [sentence]))
        say(said.KEPT[kept.value])
    return 0


def review(options: Namespace) -> int:
    """What was expected and what came."""
    counter = Counter()
    visit = counter.find(options)
    typed = puts_something_in(options, "step", "came", "helped", "next_time")
    if typed:
        visit = put_in(visit, options, counter.appointments.last_time, counter.now())
        counter.appointments.keep(visit)
    if options.json:
        steps = [
            {"name": step.name, "expected": step.expected, "came": step.came}
            | {"helped": step.helped, "noted": to_builtins(step.noted)}
            for step in visit.steps
        ]
        say_json(visit=visit.id, steps=steps, next_time=visit.next_time)
    elif typed or options.show:
        say(*review_lines(visit))
    else:
        counter.talk().review(visit)
    return 0


def ladder(options: Namespace) -> int:
    """The steps by what is expected."""
    visit = Counter().find(options)
    if options.json:
        suggested = next_step(visit)
        steps = [{"name": step.name, "expected": step.expected} for step in rungs(visit)]
        say_json(visit=visit.id, steps=steps, next=suggested.name if suggested else None)
    else:
        say(*ladder_lines(visit))
    return 0


def ics(options: Namespace) -> int:
    """A file for a calendar."""
    visit = Counter().find(options)
    text = calendar_of(visit, title=options.title, lasts=options.lasts, reminders=options.remind)
    if options.output is None:
        say(text.replace("\r\n", "\n").rstrip("\n"))
    else:
        write_out(options, text)
    return 0


def delete(options: Namespace) -> int:
    """Take a visit away, with all its words."""
    counter = Counter()
    visit = counter.find(options)
    if not options.yes:
        counter.talk().delete(visit)
        return 0
    counter.appointments.delete(visit)
    say(said.DELETED.format(name=visit.name))
    return 0


def minutes(typed: str) -> int:
    """A whole number of minutes, up to a week."""
    number = whole_number(typed, _LONGEST_MINUTES)
    if number is None:
        raise ArgumentTypeError(said.NO_MINUTES_LEFT)
    return number


ACTIONS = {
    "new": new,
    "list": list_all,
    "templates": templates,
    "show": show,
    "edit": edit,
    "today": today,
    "card": card,
    "say": say_sentence,
    "review": review,
    "ladder": ladder,
    "ics": ics,
    "delete": delete,
}
"""What carries out each command."""
