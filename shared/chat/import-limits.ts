/** A conversation file that is dropped goes through the page; larger ones are chosen in a dialog instead. In bytes. */
export const MOST_DROPPED_BYTES = 64 * 1024 * 1024
