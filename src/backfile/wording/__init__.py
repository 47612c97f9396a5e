"""Reasons, ages and windows in English: what site, command line, API and feeds say, said in one place.

Loading it gives every Reason its sentence.
"""

from backfile.model.reason_codes import OldCode
from backfile.model.reasons import SENTENCES
from backfile.wording.kind_reasons import KINDS

SENTENCES.update(KINDS | {OldCode.IN_WORDS: "{words}"})
