"""What was answered, in words."""

import pytest

from core.content.items import AnyItem
from core.export.given_text import given_text
from core.quiz.answers import AnyAnswer, Arranged, Filled, Judged, Matched, Picked, Rating, SelfGraded, Typed
from tests.unit.quiz import items
