"""What can be done about captures that gave no story, in English, by the reason that they were skipped for."""

from backfile.model.capture import SkipReason

SKIP_ADVICE: dict[SkipReason, str] = {
    SkipReason.NOT_A_PAGE: "pictures, scripts and the like: a story's pictures are shown with it",
    SkipReason.NOT_A_RESPONSE: "records about other records: nothing is lost",
    SkipReason.HTTP_STATUS: "redirects, which are followed, and errors: the pages may be held elsewhere",
    SkipReason.EMPTY: "nothing in them: look for another capture",
    SkipReason.REVISIT_UNRESOLVED: "they repeat a page of another file: add the file that holds it",
    SkipReason.LISTING: "lists of stories, read as evidence: backfile take takes in one that is a story",
    SkipReason.ERROR_PAGE: "pages that say that there is no page: look for another capture",
    SkipReason.LOGIN_WALL: "a form in place of the story: look for a capture from before it, or an export",
    SkipReason.NO_STORY: "pages without a story's text: backfile take takes in one that is a story",
    SkipReason.NOT_PUBLISHED: "drafts, pages and attachments of an export: export them as published posts",
    SkipReason.FEED: "read as evidence of days and addresses",
    SkipReason.SITEMAP: "read as evidence of addresses",
    SkipReason.ADDRESS_LIST: "read as evidence of addresses",
    SkipReason.WITHHELD: "forgotten by an archivist's word: backfile forget --undo takes that back",
    SkipReason.MISSING_FILE: "not there: check the name, and add it again",
    SkipReason.NO_PERMISSION: "may not be read: change that, and add it again",
    SkipReason.TRUNCATED: "cut short: fetch the file again, and add it",
    SkipReason.DAMAGED: "damaged: fetch the file again, and add it",
    SkipReason.NOT_READABLE_KIND: "of no kind that is read: docs/sources.md lists those that are",
    SkipReason.UNREADABLE: "could not be read: the report of the adding says why",
}
