"""What text from people and files needs: decoding, tables, escaping, stems, typing slips."""
