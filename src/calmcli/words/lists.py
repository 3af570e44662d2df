"""What is said of a numbered list, whichever room it is in."""

NUMBER_AGAIN = "That was not one of the numbers."
