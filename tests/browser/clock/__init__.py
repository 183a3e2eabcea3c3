"""The app with a clock that a test moves; the product itself has no such way in."""
