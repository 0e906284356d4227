"""What worker processes need, imported once: those of tests are forked of a process that has it.

A worker that is started anew, as the bot's are, imports for half a second, which is longer than
most of what tests let it do. Nothing of the test itself is in the process that is forked.
"""

# ruff: noqa: F401
import os

from evidence.confinement import NUMPY

os.environ.update(NUMPY)  # before numpy is imported

from PIL import Image

import evidence.essays
import evidence.inspect
import evidence.side_by_side
import evidence.videos
import scheduler.evidence.matching
import tests.scheduler.evidence.deaths
import tests.scheduler.evidence.escapes
from evidence.photos import fingerprint_of

fingerprint_of(Image.effect_noise((480, 360), 60))  # imports more on its way
