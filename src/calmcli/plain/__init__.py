"""The whole app as lines: for screen readers, braille, pipes and terminals that cannot draw."""
