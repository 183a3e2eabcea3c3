"""One file per family of generated items; `core.quiz.generated` lists them."""
