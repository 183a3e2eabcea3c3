"""Training pipeline. Walks from raw text to the model that you call, one step at a time."""

from components import session
from components.pipeline_walk import pipeline_walk

pipeline_walk(session.content())
