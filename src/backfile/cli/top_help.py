"""Help of the whole program: printed without Click, which takes longer to load than all of this."""

VERBS = {
    "add": "Add saved pages to an archive.",
    "read": "Read saved pages and print the stories on them.",
    "cluster": "Read web archives into a corpus of Parquet files, on many processes or machines, or relate its stories.",
    "search": "Search an archive.",
    "cite": "Print a story's citation, with its version, what its date rests on, and a token that proves both.",
    "verify": "Prove a citation: its version, words and date, against the record and the saved page.",
    "show": "Print a story, with what came later, its versions and its copies.",
    "thread": "Print the stories on one matter with a story, in the order of their days, each with the grounds that it is.",
    "trace": "Say who printed a passage first, who repeated, cut or changed it, and in which versions it came or went.",
    "versions": "List a story's versions, the oldest first.",
    "diff": "Print what changed in a story, word by word.",
    "changes": "List changes of stories, those seen last first.",
    "undated": "List the stories that nothing dates.",
    "doubts": "List the stories whose reading is in doubt.",
    "take": "Take a skipped page in as a story, or all of a table.",
    "date": "Date a story by hand, or all of a table.",
    "note": "Set a line above a story, on every output, or above all of a table.",
    "delist": "Take a story out of lists, searches, feeds and search engines, or all of a table.",
    "redact": "Put a mark in the place of names or passages, in every output, by word or by table.",
    "leave-out": "Keep stories and pictures by rules of a site.toml, and show them in no output.",
    "forget": "Take a story out of the archive and every output, or all of a table.",
    "outlet": "List outlets with all their names, or say that two are one paper, or are not.",
    "speaker": "Show a speaker's grounds, or say that two speakers are one person, or are not.",
    "quotes": "List who said what, the newest first.",
    "collate": "Print an utterance as every outlet and version has it.",
    "export": "Write stories in another form: tables, records, web archives, WordPress's export, text.",
    "publish": "Write an archive's site as files that any web host serves.",
    "rescue": "Make an archive and a static site of what is left of a paper's site, with one report.",
    "redirects": "Print rules by which a web host leads old addresses to their stories.",
    "age-notice": "Print what puts the age of a story above it on a newsroom's live site.",
    "serve": "Serve an archive to browsers until Ctrl-C.",
    "mcp": "Answer a language model's questions to an archive, over stdin and stdout (MCP), until stdin ends.",
    "check": "Look for damage in an archive, or in saved files.",
    "repair": "Make a damaged archive again from its records and its captures.",
    "reread": "Read an archive's captures again with today's reader.",
    "upgrade": "Bring an archive of an older Backfile up to this one's format.",
    "stats": "Count what an archive holds.",
}
"""Each verb with the first sentence of its help; a module of its name holds it."""
ASKED = ("-h", "--help")
EXAMPLES = (
    "backfile add crawl.warc.gz pages/ --archive back",
    'backfile search "ferry fares" --to 2005 --archive back',
    "backfile read page.html --json",
)


def top_help() -> str:
    """What the program does, and its verbs."""
    width = max(map(len, (*VERBS, "--version"))) + 2
    return "\n".join((
        "Usage: backfile COMMAND ...",
        "",
        "Saved news pages in, a dated archive out.",
        "",
        "Commands:",
        *(f"  {name:<{width}}{does}" for name, does in VERBS.items()),
        "",
        "Options:",
        f"  {'--version':<{width}}Print Backfile's version.",
        f"  {'--help':<{width}}Print this. After a command: what it takes, with examples.",
        "",
        "Examples:",
        *(f"  {example}" for example in EXAMPLES),
        "",
    ))  # fmt: skip
