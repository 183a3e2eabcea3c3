"""Progress. Due and forecast, weak spots, calibration, the interview's date, and your data."""

from components import session
from components.learner_data import learner_data
from components.progress import progress

content = session.content()
progress(content)
learner_data(content)
