"""What worker processes share: loaded once, in the process that they are forked from (`workers`).

The language model takes a second and 80 MB to load. Forked, its pages are one copy for all.
"""

import gc

import py3langid

import backfile.dates.text.find_dates  # these are to be there when a worker is forked
import backfile.quotes.speech
import backfile.workers  # noqa: F401
from backfile.garbage import collect_seldom

py3langid.classify("The model is read at the first question.")
gc.collect()
gc.freeze()  # what is here already is not looked through in the workers, so that its pages stay shared
collect_seldom()  # and so do the processes that are forked from here
