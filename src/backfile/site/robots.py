"""What the site says to programs: robots.txt (RFC 9309), and terms for those that ask (Really Simple Licensing 1.0).

Programs that gather words for language models are asked to stay away, unless the owner says otherwise. They are named by what they call
themselves in their makers' own pages, as of November 2026; one that does not keep to robots.txt is not held off by it.
"""

from xml.sax.saxutils import escape, quoteattr

from backfile.site.settings import SiteSettings

AI_CRAWLERS = (
    "AI2Bot", "Amazonbot", "anthropic-ai", "Applebot-Extended", "Bytespider", "CCBot", "ChatGPT-User", "Claude-SearchBot", "Claude-User",
    "ClaudeBot", "cohere-ai", "cohere-training-data-crawler", "Diffbot", "DuckAssistBot", "FacebookBot", "Google-CloudVertexBot",
    "Google-Extended", "GPTBot", "ImagesiftBot", "meta-externalagent", "meta-externalfetcher", "MistralAI-User", "OAI-SearchBot", "omgili",
    "PanguBot", "Perplexity-User", "PerplexityBot", "PetalBot", "Timpibot", "Webzio-Extended", "YouBot",
)  # fmt: skip


def robots_text(settings: SiteSettings, base: str) -> str:
    """robots.txt: searches and saved pages are not for robots; the stories, which carry their dates, are."""
    path = base.partition("://")[2].partition("/")[1:]
    root = "".join(path) if path[1] else ""
    lines = []
    if not settings.robots.ai:
        lines += [*(f"User-agent: {name}" for name in AI_CRAWLERS), "Disallow: /", ""]
    lines += ["User-agent: *"]
    lines += (
        [f"Disallow: {root}/search", f"Disallow: {root}/trace", f"Disallow: {root}/raw/"]
        if settings.robots.index
        else ["Disallow: /"]
    )
    return "\n".join([*lines, "", f"License: {base}/license.xml", ""])


def license_text(settings: SiteSettings, base: str) -> str:
    """The terms, as RSL has them: what may be done with what is here, and where to ask."""
    permitted = "all" if settings.robots.ai else "search"
    prohibited = "" if settings.robots.ai else '      <prohibits type="usage">ai-all</prohibits>\n'
    terms = settings.robots.license or settings.contact
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n<rsl xmlns="https://rslstandard.org/rsl">\n'
        f"  <content url={quoteattr(base + '/*')}>\n"
        f"{f'    <terms>{escape(terms)}</terms>{chr(10)}' if terms else ''}"
        f'    <license>\n      <permits type="usage">{permitted}</permits>\n{prohibited}'
        "    </license>\n  </content>\n</rsl>\n"
    )
