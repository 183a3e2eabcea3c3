"""One question of a drill: asked, answered, told why, and on to the next."""

from functools import partial

import streamlit as st

from components import session
from components.answer_feedback import answer_feedback
from components.answer_form import answer_form
from components.confidence_choice import confidence_choice
from components.hint_row import hint_row
from components.markup import el, icon, show
from components.question_foot import question_foot
from components.question_head import question_head
from components.quiz_answers import give, give_up
from components.quiz_head import quiz_head
from components.quiz_place import change_quiz, keep_draft
from components.recall_card import recall_card
from core.content.items import AnyItem
from core.content.models import Content
from core.quiz.display import shown_order
from core.quiz.exam import SELF_GRADED
from core.quiz.generated import find_item
from core.quiz.quiz import Quiz, Response, go_to, marks, next_open, submit
