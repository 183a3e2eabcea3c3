"""One file a family of generated items; `core.quiz.generated` lists them."""
