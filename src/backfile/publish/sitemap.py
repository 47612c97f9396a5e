"""The sitemap (sitemaps.org, 0.9) of a published site, in files of 50,000 addresses at most, and robots.txt that names it."""

import html
from collections.abc import Iterable

from backfile.publish.site_folder import SiteFolder
from backfile.publish.static_paths import address_of
from backfile.site.robots import robots_text
from backfile.site.settings import SiteSettings

_MOST = 50_000
_SPACE = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'
_HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'


def add_sitemap(site: SiteFolder, files: Iterable[str], address: str, settings: SiteSettings) -> None:
    """Writes the sitemap of these pages. The undated are not among them: no search engine is to show a story without its day."""
    listed = [f"{address}/{address_of(file)}" for file in sorted(files)]
    names = []
    for start in range(0, max(1, len(listed)), _MOST):
        names.append("sitemap.xml" if len(listed) <= _MOST else f"sitemap-{start // _MOST + 1}.xml")
        urls = "".join(f"<url><loc>{html.escape(url)}</loc></url>\n" for url in listed[start : start + _MOST])
        site.add(names[-1], f"{_HEAD}<urlset {_SPACE}>\n{urls}</urlset>\n".encode())
    if len(names) > 1:
        maps = "".join(f"<sitemap><loc>{html.escape(f'{address}/{name}')}</loc></sitemap>\n" for name in names)
        site.add("sitemap.xml", f"{_HEAD}<sitemapindex {_SPACE}>\n{maps}</sitemapindex>\n".encode())
    site.add("robots.txt", f"{robots_text(settings, address)}\nSitemap: {address}/sitemap.xml\n".encode())
