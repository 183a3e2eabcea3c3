"""What the figures in lessons compute: LoRA settings and their code, losses of alignment, what test scores hide."""
