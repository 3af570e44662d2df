"""What home says."""

HOME = "What would help now?"
KINDS = {
    "breathing": "Breathe",
    "relaxation": "Muscles",
    "visualization": "Imagine",
    "grounding": "Ground",
}
ROOMS = {
    "help": ("Help now", "who can be reached"),
}
"""The rooms there are, in the order of home: what each is called, and what it is for."""
LEAVE = "leave"
BEGIN = "begin"
ASK = "A number and Enter. Enter alone begins 1; q leaves."
ASK_AGAIN = "That was not one of the numbers. A number and Enter; q leaves."
