"""Which metadata names say when: the real-world zoo of meta, microdata and JSON-LD names, found on saved news pages.

Data only. Names are compared in lower case, without anything but letters: "article:published_time" and
"Article-Published_Time" are one name.
"""

import re

from backfile.model.clue_rules import DateRule


def _names(words: str) -> frozenset[str]:
    return frozenset(words.split())


PUBLISHED_METAS: frozenset[str] = _names("""
    articlepublishedtime ogarticlepublishedtime articlepublished articlefirstpublishedtime ogpublishedtime
    ogpublishdate httpogpmensarticlepublishedtime ogpubdate ogreleasedate datepublished rnewsdatepublished
    schemadatepublished parselypubdate sailthrudate cxenseparserecspublishtime cxenseparsepublishtime
    cxenseparserecspublishedtime cxenseparseepifpubli ageaparserecspublishtime prismpublicationdate pubdate
    publishdate published publishedtime publisheddate publishedat publicationdate publishtime publishedon
    firstpublished firstpublicationdate originalpublicationdate originalpublishdate articledateoriginal
    articlepublicationdate articlepublishdate articlepubdate articlecreated contentpublishdate
    contentpublisheddate dtkpublishdate datepublishedtime vrpublishedtime vrpublisheddate
    shareaholicarticlepublishedtime acquialiftpublisheddate zdfpublicationdate wpublisheddate swpubdate
    bidpubdate datepub bydate mediatorpublishedtime cdcfirstpublished dcsextarticlefirstpublished dcdateissued
    dctermsissued dctermsdateissued dctermsavailable dateavailable dcdatepublished dateissued citationonlinedate
    citationpublicationdate bepresscitationonlinedate twitterdatepublished btpubdate itspublication displaydate
    analyticsattributesarticledate newskeywordsdate sortdate storydate articledate pdate blogdate launchdate
    releasedate tvtpublisheddate datepublish dateofpublication publishingdate onlinedate dateonline
""")

DATED_METAS: frozenset[str] = _names("""
    date dcdate dctermsdate dcterms dcdatecreated dctermscreated dccreated dctermsdatecreated datecreated
    datecreation createdate created creationdate dtkcreateddate firstcreate citationdate bepresscitationdate
    cludodate ogarticletime obdate customdate searchdate gsadate articletime isodatetime timestamp eomportaldate
    dctermscreateddate
""")
"""Names that mean the day of the story on most pages, and something else on some."""

UPDATED_METAS: frozenset[str] = _names("""
    articlemodifiedtime ogarticlemodifiedtime articlemodified articleupdatedtime articleupdated ogupdatedtime
    ogmodifiedtime httpogpmensarticlemodifiedtime datemodified dateupdated dateupdate dateupdatedtime
    modifieddate modifiedtime lastmodified lastmodifieddate lastmod lastupdated lastupdateddate lastupdate
    updated updateddate updatedtime updatedate updatetime articleupdatetime shareaholicarticlemodifiedtime
    cxenseparserecsmodifiedtime cxenseparseespmodifiedtime dcdatemodified dctermsmodified dcmodified
    dctermsdatemodified revisiondate zdfmodificationdate modificationdate cdclastupdated nistsearchmodified
    parselyupdateddate lastpublisheddate articlelastmodified articlerevised dctermsupdated vrmodifiedtime
    sailthrumodifieddate
""")

_LETTERS = re.compile(r"[^a-z]")


def folded_name(name: str) -> str:
    """ "article:published_time" -> "articlepublishedtime"."""
    return _LETTERS.sub("", name.lower())


_FIELDS: dict[str, DateRule] = {
    **dict.fromkeys(PUBLISHED_METAS, DateRule.META_PUBLISHED),
    **dict.fromkeys(DATED_METAS, DateRule.META_DATE),
    **dict.fromkeys(UPDATED_METAS, DateRule.META_UPDATED),
}
_MOST_KNOWN = 5000


class _Rules(dict[str, DateRule | None]):
    def __missing__(self, name: str) -> DateRule | None:
        rule = _FIELDS.get(folded_name(name))
        if len(self) < _MOST_KNOWN:
            self[name] = rule
        return rule


RULE_OF_META: dict[str, DateRule | None] = _Rules()
"""The rule that a meta name falls under; None for names that do not date the story."""
