/** How long and how large things may get. Times in ms, sizes in bytes after decompression (reliability B2, security A8). */
export type Limits = {
  /** For a POST, from sending to the first header, connecting included. Reasoning models think before the first byte. */
  headersMs: number
  /** The same for a GET: nothing thinks there, so a server that is silent this long is not there. */
  getHeadersMs: number
  /** Since the last data; comments of a stream do not count as data, and time we do not read does not count either. */
  idleMs: number
  /** After the server said that the answer is finished: only usage and `[DONE]` can still come. */
  afterFinishMs: number
  /** For one attempt, from sending to the last byte. */
  totalMs: number
  /** For the body of a refusal. What came until then is shown. */
  refusalMs: number
  jsonBytes: number
  refusalBytes: number
  /** One line of a stream, in characters. */
  lineChars: number
  streamBytes: number
}

/**
 * There is no limit for the connection alone. Chromium's `fetch` does not tell when it is made, and gives up on a dead
 * address only after minutes; trying it beforehand with a socket of our own would be wrong behind a proxy. So the limit
 * up to the headers ends that too, and its phase is `headers`. Where the stack itself gives up, as Node's does after
 * 10 s, its error is told as phase `connect`.
 */
export const DEFAULT_LIMITS: Limits = {
  headersMs: 120_000,
  getHeadersMs: 20_000,
  idleMs: 90_000,
  afterFinishMs: 10_000,
  totalMs: 30 * 60_000,
  refusalMs: 5_000,
  jsonBytes: 20 * 1024 * 1024,
  refusalBytes: 64 * 1024,
  lineChars: 1024 * 1024,
  streamBytes: 64 * 1024 * 1024,
}
