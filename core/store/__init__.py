"""Where learners' answers are kept: tables, migrations, one repository a noun. Does I/O."""
