"""Quick-fire. One question at a time, spaced so that it stays; or a drill, or an exam."""

from components import session
from components.practice_ways import practice_ways

practice_ways(session.content())
