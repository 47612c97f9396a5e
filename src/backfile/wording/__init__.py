"""Reasons, ages and windows in English: what site, command line, API and feeds say, said in one place.

Loading it gives every Reason its sentence, and every record that a notebook shows its view.
"""

from backfile.model.entry import Entry, SearchResult, UndatedResult
from backfile.model.notebook_views import VIEWS
from backfile.model.quotation import Quotation, QuotationResult
from backfile.model.reason_codes import OldCode
from backfile.model.reasons import SENTENCES
from backfile.model.story import Story
from backfile.wording.archive_reasons import ARCHIVES
from backfile.wording.clue_reasons import CLUES
from backfile.wording.doubt_reasons import DOUBTS
from backfile.wording.kind_reasons import KINDS
from backfile.wording.notebook import entry_html, quotation_html, result_html, story_html
from backfile.wording.proof_reasons import PROOFS
from backfile.wording.thread_words import THREADS
from backfile.wording.window_reasons import WINDOWS

VIEWS[Story] = story_html
VIEWS[Entry] = entry_html
VIEWS[Quotation] = quotation_html
VIEWS.update(dict.fromkeys((SearchResult, UndatedResult, QuotationResult), result_html))
SENTENCES.update(KINDS | CLUES | WINDOWS | ARCHIVES | THREADS | DOUBTS | PROOFS | {OldCode.IN_WORDS: "{words}"})
