/** The longest text, in UTF-16 units, that is kept while it is not sent; a longer one lives as long as its page. */
export const MOST_DRAFT_CHARACTERS = 1_000_000
