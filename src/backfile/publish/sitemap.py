"""The sitemap (sitemaps.org, 0.9) of a published site, in files of 50,000 addresses at most, and robots.txt that names it."""

from collections.abc import Iterable

from backfile.publish.site_folder import SiteFolder
from backfile.publish.static_paths import address_of
from backfile.site.robots import robots_text
from backfile.site.settings import SiteSettings
from backfile.site.sitemap_xml import MOST_IN_MAP, map_index, url_set


def add_sitemap(site: SiteFolder, files: Iterable[str], address: str, settings: SiteSettings) -> None:
    """Writes the sitemap of these pages. The undated are not among them: no search engine is to show a story without its day."""
    listed = [f"{address}/{address_of(file)}" for file in sorted(files)]
    if len(listed) <= MOST_IN_MAP:
        site.add("sitemap.xml", url_set(listed).encode())
    else:
        names = []
        for start in range(0, len(listed), MOST_IN_MAP):
            names.append(f"sitemap-{start // MOST_IN_MAP + 1}.xml")
            site.add(names[-1], url_set(listed[start : start + MOST_IN_MAP]).encode())
        site.add("sitemap.xml", map_index(f"{address}/{name}" for name in names).encode())
    site.add("robots.txt", f"{robots_text(settings, address)}\nSitemap: {address}/sitemap.xml\n".encode())
