"""temp"""
import re
from typing import NamedTuple
from collections.abc import Sequence
from backfile.model.story import Named, Quote
from backfile.quotes.drafts import draft_quotes, read_paragraphs
_P = re.compile(r"[^\n]+")
class Speech(NamedTuple):
    quotes: tuple[Quote, ...]
    people: tuple[Named, ...]
    agencies: tuple[Named, ...]
def analyse_speech(body, *, block_spans=None, headline=None, language=None):
    spans = [(m.start(), m.end()) for m in _P.finditer(body)]
    ds = draft_quotes(body, read_paragraphs(body, spans))
    return Speech(tuple(Quote(" ".join(body[a:b] for a,b in d.pieces), tuple(d.pieces), d.kind, cue=body[d.cue[0]:d.cue[1]] if d.cue else None, cue_span=d.cue, speaker_span=d.source, as_printed=body[d.source[0]:d.source[1]] if d.source else None, role=d.act) for d in ds), (), ())
