"""Redirects in the form of a host: nginx, Apache, Caddy, Netlify, or a table. What a form cannot say is listed in it, with the reason."""

import csv
import io
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple
from urllib.parse import parse_qsl, quote, unquote

from backfile.export.csv_files import harmless
from backfile.publish.redirects import Redirect, Redirects, Unled, has_control, shown

NO_RULE = "a control character in it would end a line of these rules"
NO_QUERY = "these rules cannot tell its query, which has no names and values"


class Form(NamedTuple):
    """The rules of one kind of host."""

    why_not: Callable[[Redirect], str | None]
    """Why the form cannot lead an address."""
    write: Callable[[Redirects], Iterator[str]]
    """The lines, of redirects that it can lead."""


def fitted(form: str, found: Redirects) -> Redirects:
    """The redirects with those that a form cannot lead among the unled."""
    reasons = [(one, FORMATS[form].why_not(one)) for one in found.led]
    unled = [Unled(one.url, why) for one, why in reasons if why is not None]
    return found._replace(led=[one for one, why in reasons if why is None], unled=[*found.unled, *unled])


def lines_of(form: str, found: Redirects) -> Iterator[str]:
    """The lines of a form's file; every address is in one."""
    return FORMATS[form].write(fitted(form, found))


def _as_nginx(found: Redirects) -> Iterator[str]:
    """Three maps for the http block: addresses with a query by the whole of what was asked, the others by their path alone; what is gone."""
    yield from _unled(found)
    yield "# In the http block. In the server block of the old site:"
    yield "#   if ($backfile_gone) { return 410; }"
    yield "#   if ($backfile_asked) { return 301 $backfile_asked; }"
    yield "#   if ($backfile_path) { return 301 $backfile_path; }"
    yield "map_hash_bucket_size 512;"
    asked = [(f"{one.path}?{one.query}", one.target) for one in found.led if one.query]
    plain = [(unquote(one.path), one.target) for one in found.led if not one.query]
    gone = [(f"~^{re.escape(path)}(?:/|\\.json$|$)", "1") for path in found.gone]
    for name, variable, chosen in (
        ("$backfile_gone", "$uri", gone),
        ("$backfile_asked", "$request_uri", asked),
        ("$backfile_path", "$uri", plain),
    ):
        yield f"map {variable} {name} {{"
        yield "    default '';"
        yield from (f'    "{_quoted(old)}" "{_quoted(new)}";' for old, new in chosen)
        yield "}"


def _as_apache(found: Redirects) -> Iterator[str]:
    """Rules of mod_rewrite, for a .htaccess file at the root of the old site."""
    yield from _unled(found)
    yield "RewriteEngine On"
    for path in found.gone:
        yield f'RewriteRule "^{_pattern(path.lstrip("/"))}(?:/.*|\\.json)?$" "-" [G]'
    for one in found.led:
        if one.query:
            yield f'RewriteCond "%{{QUERY_STRING}}" "^{_pattern(one.query)}$"'
        yield f'RewriteRule "^{_pattern(unquote(one.path).lstrip("/"))}$" "{_percent(one.target)}{"?" if one.query else ""}" [R=301,L,NE]'


def _pattern(text: str) -> str:
    """A pattern (PCRE) of just this text, in double quotes."""
    return re.sub(r"([^\w/=&;,:~@!-])", r"\\\1", text)


def _percent(text: str) -> str:
    return text.replace("%", "\\%").replace("$", "\\$")


def _as_caddy(found: Redirects) -> Iterator[str]:
    """A map for the site's block, and the lines that lead by it."""
    yield from _unled(found)
    yield "map {uri} {backfile} {"
    yield from (
        f'    "{_quoted(one.path + (f"?{one.query}" if one.query else ""))}" "{_quoted(one.target)}"'
        for one in found.led
    )
    yield '    default ""'
    yield "}"
    yield '@backfile not vars {backfile} ""'
    yield "redir @backfile {backfile} 301"
    if found.gone:
        yield "@backfile_gone path " + " ".join(f"{path} {path}/* {path}.json" for path in found.gone)
        yield "respond @backfile_gone 410"


def _quoted(text: str) -> str:
    """What stands in double quotes."""
    return text.replace("\\", "\\\\").replace('"', '\\"')


def _as_netlify(found: Redirects) -> Iterator[str]:
    """Lines of a _redirects file, which Netlify and Cloudflare Pages read; queries, and 410, as Netlify has them."""
    yield from _unled(found)
    for path in found.gone:
        yield from (f"{one} /404.html 410!" for one in (f"{path}/*", f"{path}.json"))
    for one in found.led:
        named = parse_qsl(one.query, keep_blank_values=True)
        queries = " ".join(f"{quote(name, safe='')}={quote(value, safe='')}" for name, value in named)
        yield " ".join(part for part in (one.path, queries, one.target, "301!") if part)


def _as_csv(found: Redirects) -> Iterator[str]:
    """A table with a head: the whole old address, the new one, the status that a host is to answer with; and why there is none."""
    yield from _rows([("old_address", "new_address", "status", "why_not")])
    yield from _rows((one.url, one.target, 301, "") for one in found.led)
    yield from _rows((f"{path}/", "", 410, "") for path in found.gone)
    yield from _rows((shown(one.url), "", "", one.why) for one in found.unled)


def _rows(rows: Iterable[Sequence[Any]]) -> Iterator[str]:
    line = io.StringIO()
    writer = csv.writer(line, lineterminator="")
    for row in rows:
        writer.writerow([harmless(value) for value in row])
        yield line.getvalue()
        line.seek(0)
        line.truncate()


def _unled(found: Redirects) -> Iterator[str]:
    """Comments."""
    if found.unled:
        yield f"# {len(found.unled):,} old addresses that are led nowhere, and why:"
        yield from (f"#   {shown(one.url)}: {one.why}" for one in found.unled)


def _any(_one: Redirect) -> None:
    """Nothing is left out."""


def _of_a_line(one: Redirect) -> str | None:
    return NO_RULE if has_control(one.path) else None


def _of_named_values(one: Redirect) -> str | None:
    """A query that is no list of names and values: Netlify knows no other."""
    parts = one.query.split("&") if one.query else []
    return None if all("=" in part for part in parts) else NO_QUERY


FORMATS: Mapping[str, Form] = {
    "nginx": Form(_of_a_line, _as_nginx),
    "apache": Form(_of_a_line, _as_apache),
    "caddy": Form(_any, _as_caddy),
    "netlify": Form(_of_named_values, _as_netlify),
    "csv": Form(_any, _as_csv),
}
