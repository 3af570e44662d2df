"""What calmcli reads aloud: scripts as data, checked before anyone meets them."""
