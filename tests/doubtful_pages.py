"""Pages that put their reading in doubt, by the doubt, and each mended."""

from backfile.model.reason_codes import DoubtCode

FIRST = (
    "The council said on Monday that the ferry to the island will run every hour from May, and that fares will stay as they are.",
    "Ruth Okafor, who has run the harbour since 2009, said the second boat had been mended and would be back in the water by then.",
    "The winter timetable was cut in October after the older of the two boats lost its gearbox on the way home from the island.",
    "Islanders had asked for the boat to run until midnight at weekends, and the council will vote on that in the first week of June.",
)
BELOW = (
    "The mill on Cooper Street will have a new roof before the winter, its owner said on Friday, and the bakery can stay in it.",
    "The old roof was taken off in a storm in March, and since then rain has come into two of the five floors of the building.",
)
TITLE = "Ferry to run every hour from May"


def page(*paragraphs: str, after: str = "", end: str = "</div></body></html>") -> str:
    text = "".join(f"<p>{paragraph}</p>\n" for paragraph in paragraphs)
    return (
        f"<html><head><title>{TITLE}</title></head><body><div id='page'><div class='story'><h1>{TITLE}</h1>"
        f"<p class='byline'>By Ruth Birch</p>{text}</div>{after}{end}"
    )


FOOT = "<footer><p>Contact the newsroom</p><p>About us</p><p>Terms of use</p><p>Careers at the paper</p></footer>"
SECOND = (
    "<div class='story'><h1>Mill to have a new roof</h1><p class='byline'>By Tom Ash</p>"
    + "".join(f"<p>{text}</p>" for text in BELOW)
    + "</div>"
)
TWICE = str.maketrans({"é": "Ã©", "ü": "Ã¼", "ö": "Ã¶"})
ACCENTED = tuple(text.replace("Okafor", "Okéfor").replace("boat", "büat").replace("the", "thö") for text in FIRST)
METAS = "<meta property='article:published_time' content='2017-02-23T10:00:00Z'>"
DAYS = page(*FIRST, after=FOOT).replace("<head>", f"<head>{METAS}")

TIDES = "".join(
    f"<div><a href='/tides/{hour}'>The tide at the quay at {hour} o'clock</a></div>" for hour in range(1, 16)
)
ASIDE = f"<aside class='related'><p>{BELOW[0]}</p><p>{BELOW[1]}</p></aside>"
UNSIGNED = page(FIRST[0], after=FOOT).replace("<p class='byline'>By Ruth Birch</p>", "")

PAGES: dict[DoubtCode, tuple[str, str]] = {
    DoubtCode.OPENING: (
        page(*FIRST, *BELOW).replace(
            "<p class='byline'>", f"<aside class='related'><p>{BELOW[0]}</p><p>{BELOW[1]}</p></aside><p class='byline'>"
        ),
        page(*FIRST, *BELOW),
    ),
    DoubtCode.PROSE_LEFT_OUT: (page(*FIRST, after=ASIDE), page(*FIRST, after=FOOT)),
    DoubtCode.SCATTERED: (
        page(*FIRST).replace("</p>\n<p>", f"</p><div class='related'>{TIDES}</div><p>"),
        page(*FIRST),
    ),
    DoubtCode.KIND_NEAR_EVEN: (UNSIGNED, page(*FIRST[:2], after=FOOT)),
    DoubtCode.SEVERAL_STORIES: (page(*FIRST, after=SECOND), page(*FIRST, after=FOOT)),
    DoubtCode.HIDDEN_TEXT: (
        page(*FIRST[:2], after=f"<h3>Read on</h3><div style='display:none'><p>{FIRST[2]}</p><p>{FIRST[3]}</p></div>"),
        page(*FIRST[:2], after=f"<h3>Read on</h3><div><p>{FIRST[2]}</p><p>{FIRST[3]}</p></div>"),
    ),
    DoubtCode.CUT_OFF: (page(*FIRST, FIRST[0][:60], end="")[:-5], page(*FIRST, FIRST[0][:60])),
    DoubtCode.DOUBLE_ENCODED: (page(*ACCENTED).translate(TWICE), page(*ACCENTED)),
    DoubtCode.DATES_CONFLICT: (
        DAYS.replace("By Ruth Birch</p>", "By Ruth Birch</p><p class='date'>Published March 2, 2019</p>"),
        DAYS,
    ),
}
