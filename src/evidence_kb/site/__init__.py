"""The site: pages as frozen values, templates that only show them, and the checks of what was built."""
