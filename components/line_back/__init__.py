"""A page whose line to the server was cut is run anew when it is back."""
