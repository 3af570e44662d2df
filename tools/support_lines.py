"""Every number that is to be checked, and the page to check it against: `make support-lines`."""

from collections.abc import Iterator
from datetime import date

from calmcli.support import countries, find_support
from calmcli.support.facts import Check, Support


def checks(support: Support) -> Iterator[tuple[str, Check]]:
    """What can be checked of a country, each with a name."""
    yield "emergency " + " ".join(support.emergency), support.emergency_check
    for line in support.lines:
        yield f"{line.name} {', '.join(way.to for way in line.reach)}", line.check


def main() -> None:
    """List what was never checked, or too long ago."""
    today = date.today()  # noqa: DTZ011  a day here
    count = 0
    for country in (*countries(), None):
        for name, check in checks(find_support(country)):
            if check.verified_on is None or check.is_stale(today):
                count += 1
                since = check.verified_on or "never"
                print(f"{country or '--'}  {since!s:<10}  {name}")
                print(f"      {check.source or 'no page yet'}")
    print(f"\n{count} to be checked; docs/support-lines.md says how")


if __name__ == "__main__":
    main()
