"""What must hold for any bytes at all; `make fuzz` looks for bytes for which it does not."""
