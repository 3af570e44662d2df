"""One file a screen: it shows and forwards, and decides nothing."""
