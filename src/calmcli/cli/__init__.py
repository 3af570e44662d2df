"""The command line: a file for each family of commands, each importing what it needs as it runs."""
