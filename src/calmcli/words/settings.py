"""What the settings screen says, and its twin in lines."""

NOW = "{key}: {value}"
TAKES = "It takes {needs}. An empty line takes back what was set."
CHOICES = "One of these, by its number. Enter alone leaves it as it is."
TYPE = (
    "It takes {needs}. Type it and Enter; 'default' takes back what was set. Enter alone leaves it."
)
ASK = "A number changes that one. Enter alone goes back."
ASK_AGAIN = "It takes one of the numbers, or Enter alone to go back."
NOWHERE = "Nothing can be kept here, so nothing can be set."
DEFAULT = "default"

HELP_SETTINGS_GET = "one setting"
HELP_SETTINGS_SET = "set one: 'settings set plain true'; 'default' takes it back"
HELP_SETTINGS_PATH = "where the file is; it can be edited by hand"
HELP_KEY = "a name such as breathing.minutes ('calmcli settings' lists them)"
HELP_VALUE = "true or false, a number, a word, or names with commas between"
NOW_SET = "{key} is now {value}"
