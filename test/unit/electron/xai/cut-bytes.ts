export const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text)

/** A small generator with a seed, so that a failing run can be repeated. */
function randomOf(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state ^ (state >>> 15), 0x2c1b3c6d) + 0x9e3779b9) | 0
    return ((state ^ (state >>> 13)) >>> 0) / 2 ** 32
  }
}

/** The bytes in pieces of random lengths, the same for the same seed. */
export function cutRandomly(bytes: Uint8Array, seed: number): Uint8Array[] {
  const random = randomOf(seed)
  const longest = 1 + Math.floor(random() * 200)
  const chunks: Uint8Array[] = []
  for (let at = 0; at < bytes.length; ) {
    const length = 1 + Math.floor(random() * longest)
    chunks.push(bytes.subarray(at, at + length))
    at += length
  }
  return chunks
}

/** The first length at which the event with `mark` is complete. */
export function endOfEvent(bytes: Uint8Array, mark: string): number {
  const buffer = Buffer.from(bytes)
  return buffer.indexOf('\n\n', buffer.indexOf(mark)) + 2
}
