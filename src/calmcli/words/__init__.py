"""What calmcli itself says, in one place, so that its tone can be read in one sitting.

Words inside a script belong to the script. Everything here is plain ASCII but for the arrow and
the marks that have an ASCII twin. What a session says is in `session`; each family of commands or
screens has a page of its own, and pays for no other.
"""
