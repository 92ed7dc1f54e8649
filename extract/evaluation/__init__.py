"""How well a reading agrees with annotated articles: the one scorer of the project."""
