"""Compare approaches. Five ways to better output, by cost, time and what they are good for."""

from components import session
from components.compare_approaches import compare_approaches

compare_approaches(session.content())
