"""What the settings screen says, and its twin in lines."""

NOW = "{key}: {value}"
TAKES = "It takes {needs}. An empty line takes back what was set."
CHOICES = "One of these, by its number. Enter alone leaves it as it is."
TYPE = (
    "It takes {needs}. Type it and Enter; 'default' takes back what was set. Enter alone leaves it."
)
ASK = "A number changes that one. Enter alone goes back."
ASK_AGAIN = "That was not one of the numbers. A number, or Enter alone to go back."
NOWHERE = "Nothing can be kept here, so nothing can be set."
DEFAULT = "default"
