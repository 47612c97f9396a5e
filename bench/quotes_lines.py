"""Documents a line on stdin ({"id", "text", "title"}), their quotations a line on stdout, as bench/quality asks for."""

import json
import sys

from backfile.quotes import analyse_speech


def main() -> None:
    for line in sys.stdin:
        document = json.loads(line)
        speech = analyse_speech(document["text"], headline=document.get("title"), language="en")
        rows = [
            {"spans": q.pieces, "speaker_span": q.speaker_span, "speaker": q.speaker, "cue_span": q.cue_span}
            for q in speech.quotes
        ]
        sys.stdout.write(json.dumps({"id": document["id"], "quotes": rows}, ensure_ascii=False) + "\n")


main()
