"""Documents a line on stdin ({"id", "text", "dct"}), their date expressions a line on stdout, as TIMEX3.

`dct` is the day or the moment of publication in ISO 8601, or null. Given to time_bench.py as its command; how it is run and what it
gives is in docs/dates.md.
"""

import json
import sys

from backfile.dates.text.find_dates import find_dates
from backfile.model.story import Stamp


def main() -> None:
    for line in sys.stdin:
        document = json.loads(line)
        moment = document.get("dct")
        published = Stamp(moment[:10], "day", "unknown", "given", moment) if moment else None
        rows = [
            {"start": found.start, "end": found.end, "type": found.type, "value": found.value}
            for found in find_dates(document["text"], published=published, language="en")
        ]
        sys.stdout.write(json.dumps({"id": document["id"], "timexes": rows}, ensure_ascii=False) + "\n")


main()
