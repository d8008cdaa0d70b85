"""The command line: one thin file a command; each parses, calls one function, prints, and sets the exit code."""
