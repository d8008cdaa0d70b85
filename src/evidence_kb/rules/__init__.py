"""The rules, one a file: each turns what the records or the analysis say into a problem."""
