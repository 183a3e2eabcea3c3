"""The text box for an interview answer, with its clock."""
