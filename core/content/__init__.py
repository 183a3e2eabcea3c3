"""What is taught: the schema of the YAML, its loader, and the rules across files."""
