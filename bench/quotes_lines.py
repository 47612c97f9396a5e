"""Documents a line on stdin ({"id", "text", "title"}), their quotations a line on stdout.

An argument names the acts wanted ("speech,belief"), for annotation schemes that leave intentions out.
"""

import json
import sys

from backfile.quotes import analyse_speech


def main() -> None:
    acts = sys.argv[1].split(",") if len(sys.argv) > 1 else ["speech", "belief", "intention"]
    for line in sys.stdin:
        document = json.loads(line)
        speech = analyse_speech(document["text"], headline=document.get("title"), language="en")
        rows = [
            {"spans": q.pieces, "speaker_span": q.speaker_span, "speaker": q.speaker, "cue_span": q.cue_span}
            for q in speech.quotes
            if q.act in acts
        ]
        sys.stdout.write(json.dumps({"id": document["id"], "quotes": rows}, ensure_ascii=False) + "\n")


main()
