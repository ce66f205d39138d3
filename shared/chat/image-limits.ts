/** What the newest servers take for one image; the first took 10 MiB (reference 5.5). Bytes of the file. */
export const MOST_IMAGE_BYTES = 20 * 1024 * 1024
