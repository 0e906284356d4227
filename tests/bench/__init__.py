"""Speed and memory, as ratios side by side in one run: `make bench`."""

import os

from evidence.confinement import NUMPY

# As in the processes that do this work: more threads would be counted as one core's time.
os.environ.update(NUMPY)
