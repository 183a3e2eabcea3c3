"""A clock that runs down in the browser."""
