"""The team workshop: events are facts in a log, a room is their reduction. Pure."""
