"""Lab. Predict, then train a language model while you wait, and see which of the chapter's claims hold."""

from components import session
from components.lab_bench import lab_bench
from components.lab_chooser import lab_chooser
from components.lab_explained import lab_explained
from components.lab_onward import lab_onward

content = session.content()
opened = lab_chooser(content)
if lab_bench(opened):
    lab_explained(content, opened.station)
lab_onward(content, opened.station)
