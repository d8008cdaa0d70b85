"""Currency: sources still stand, and reviews are not overdue."""
