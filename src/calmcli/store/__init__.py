"""The one owner of SQLite: it knows rows and tables, and leaves their meaning to others."""
