"""What is said about calmcli's place in a shell: completion, and its manual page."""

HELP_COMPLETION = "Tab completion for bash, zsh or fish."
HELP_MAN = "The manual page: 'calmcli man | man -l -'."
HELP_SHELL = "which shell is to know calmcli"
ADD = {
    "bash": '# to keep it: add this line to ~/.bashrc:  eval "$(calmcli completion bash)"',
    "zsh": '# to keep it: to ~/.zshrc, after compinit, add:  eval "$(calmcli completion zsh)"',
    "fish": "# to keep it: to ~/.config/fish/config.fish add:  calmcli completion fish | source",
}
SHORT = "timed breathing and a private journal, for the days of medical care"
SECTIONS = ("NAME", "SYNOPSIS", "DESCRIPTION", "COMMANDS", "KEYS", "ENVIRONMENT", "EXIT STATUS")
DESCRIPTION = (
    "calmcli is a grounding coach in the terminal, for people whom medicine frightens: paced"
    " breathing, muscle relaxation, imagery and grounding, with a rating of distress before and"
    " after, in a journal that never leaves this machine. It needs no network. Alone it opens home,"
    " from which everything can be reached."
)
LIMITS = (
    "It is not a treatment. New chest pain, fainting, trouble breathing or weakness on one side are"
    " for the emergency number, or for the staff around you."
)
KEYS = "While a session plays on the screen; others can be set, and 'calmcli keys' lists all."
IN_LINES = "In plain lines: a letter and Enter."
ENVIRONMENT = {
    "CALMCLI_HOME": "the one folder under which everything is kept",
    "CALMCLI_PLAIN": "1 tells everything in plain lines, 0 draws it whatever is set",
    "CALMCLI_THEME": "the colours of this once",
    "NO_COLOR": "not empty: no colour at all",
    "TEXTUAL_ANIMATIONS": "none: words and a count instead of a shape that moves",
}
EXITS = {
    "0": "all went as asked; leaving a session is that too",
    "1": "something broke, or a file that was checked has an error",
    "2": "what was typed cannot be",
    "130": "ended by Ctrl+C, with everything kept",
    "141": "whoever read the lines went away",
}
