"""Medical appointments: prepared in steps, gone through on the day, and looked back at."""
