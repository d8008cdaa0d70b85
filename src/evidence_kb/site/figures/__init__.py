"""The drawings of the site: geometry here, lines and letters in the templates."""
