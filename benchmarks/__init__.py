"""How well and how fast a text is read, beside what others have; nothing of the site needs it."""
