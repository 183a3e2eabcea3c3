"""What the calculators' page shows, without a screen: its fields, figures, guesses, and ways in and out."""
