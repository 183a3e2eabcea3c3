"""The box that an interview is answered in, with its clock."""
