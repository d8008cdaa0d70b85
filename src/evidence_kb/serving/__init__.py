"""What answers while it runs: the preview of the site on this machine."""
