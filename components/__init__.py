"""Each module draws one thing; its public function bears the name of its file."""
