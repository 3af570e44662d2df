"""The faults calmcli survives, made to happen to the real program on a real terminal."""
