"""Reasons, ages and windows in English: what site, command line, API and feeds say, said in one place.

Once this is loaded, every Reason has its sentence, and every record that a notebook shows its view; they are made when one is asked for.
"""

from backfile.model.notebook_views import VIEWS, View
from backfile.model.reasons import SENTENCES, Code, Words


def _views() -> dict[type, View]:
    from backfile.model.entry import Entry, SearchResult, UndatedResult
    from backfile.model.quotation import Quotation, QuotationResult
    from backfile.model.story import Story
    from backfile.wording.notebook import entry_html, quotation_html, result_html, story_html

    lists: list[type] = [SearchResult, UndatedResult, QuotationResult]
    return {Story: story_html, Entry: entry_html, Quotation: quotation_html, **dict.fromkeys(lists, result_html)}


def _sentences() -> dict[Code, Words]:
    from backfile.model.reason_codes import OldCode
    from backfile.wording.archive_reasons import ARCHIVES
    from backfile.wording.clue_reasons import CLUES
    from backfile.wording.doubt_reasons import DOUBTS
    from backfile.wording.kind_reasons import KINDS
    from backfile.wording.proof_reasons import PROOFS
    from backfile.wording.thread_words import THREADS
    from backfile.wording.window_reasons import WINDOWS

    return KINDS | CLUES | WINDOWS | ARCHIVES | THREADS | DOUBTS | PROOFS | {OldCode.IN_WORDS: "{words}"}


VIEWS.made_by(_views)
SENTENCES.made_by(_sentences)
