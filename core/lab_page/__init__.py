"""What the lab's page shows, without a screen: an address as a run, charts, figures, replies, guesses, joins."""
