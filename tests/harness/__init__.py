"""Runs the real program on a real terminal, and in places where there is none (POSIX only)."""
