"""What is said about the look of the screen."""

HELP_STILL = "words and a count instead of a shape that moves"
HELP_ASCII = "draw with plain ASCII characters only"
HELP_DISCREET = "three quiet lines under the prompt, for a call beside it"
NOT_DISCREET = "--discreet needs a terminal of Linux or macOS; --plain tells it in lines anywhere."
HELP_NO_MOUSE = "leave the mouse to the terminal, so that it selects text"
OPTIONS = {"--still": HELP_STILL, "--ascii": HELP_ASCII, "--no-mouse": HELP_NO_MOUSE}
"""The ways to have the screen other than usual this once, for home and every session."""
NO_SUCH_THEME = "CALMCLI_THEME names no theme called '{theme}'{meant}"

# keys

BLANK = "Blank the screen; any key brings it back"
HIDE_NUMBERS = "Hide all numbers, or show them again"

# while a session plays

FASTER = "a little faster"
SLOWER = "a little slower"
PACE_LIMIT = "as far as this one goes"
PACE_KEPT = "this pace stays"
KEEP_PACE = "Keep this pace"
