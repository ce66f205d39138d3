/** How long and how large things may get. Times in ms, sizes in bytes after decompression (reliability B2, security A8). */
export type Limits = {
  /** From sending to the first header. Reasoning models think before the first byte. */
  headersMs: number
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
 * The limit for the TCP and TLS connection (10 s in Node) belongs to the network stack behind `fetch`, which reports it
 * as an error of its own; `headersMs` ends a connection attempt that the stack leaves hanging.
 */
export const DEFAULT_LIMITS: Limits = {
  headersMs: 120_000,
  idleMs: 90_000,
  afterFinishMs: 10_000,
  totalMs: 30 * 60_000,
  refusalMs: 5_000,
  jsonBytes: 20 * 1024 * 1024,
  refusalBytes: 64 * 1024,
  lineChars: 1024 * 1024,
  streamBytes: 64 * 1024 * 1024,
}
