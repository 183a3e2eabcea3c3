"""Training pipeline. Walks from raw text to the model that you call, one step at a time."""

from components import session
from components.page_head import page_head
from components.pipeline_walk import pipeline_walk

page_head("Training pipeline", "How a pile of text becomes the model you call. Pick a step, or press `←` and `→`.")
pipeline_walk(session.content())
