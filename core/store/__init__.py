"""Where learners' answers are kept: tables, migrations, one repository per noun. Does I/O."""
