"""Help now in lines: who can be reached, and of which country."""

from calmcli.errors import CalmError
from calmcli.house import House
from calmcli.plain.lines import Lines
from calmcli.plain.numbered import ask
from calmcli.settings.writing import set_setting
from calmcli.words import people as said


def help_now(house: House, lines: Lines) -> None:
    """Say who can be reached; where no country is set, one can be, or Enter alone leads back."""
    lines.say(*house.support())
    if house.places is None or house.settings().support.country is not None:
        return
    while typed := ask(lines, said.ASK_COUNTRY):
        try:
            set_setting(house.places.settings, "support.country", typed)
        except CalmError as error:
            lines.say(str(error))
        else:
            lines.say(*house.support())
            return
