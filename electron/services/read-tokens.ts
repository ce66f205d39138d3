import type { TokenCount } from '../../shared/contract/tokens.ts'

type ReadTokens = {
  ids: Uint32Array
  /** Number of bytes of each token; 0 for one whose bytes cannot be read. */
  lengths: Uint32Array
  tokenBytes: TokenCount['tokenBytes']
}

/** Between so many tokens other work gets its turn. */
const TOKENS_AT_ONCE = 20_000
const LARGEST_ID = 0xffff_ffff

/**
 * Reads the answer of `/v1/tokenize-text` (reference 4) and compares the joined bytes with those of the text. Returns
 * `null` when it is no list of tokens with ids, or `signal` aborts. `string_token` is not looked at: it cannot hold half
 * a character.
 */
export async function readTokens(
  body: unknown,
  sent: Uint8Array,
  signal: AbortSignal,
): Promise<ReadTokens | null> {
  const items = field(body, 'token_ids')
  if (!Array.isArray(items)) return null
  const ids = new Uint32Array(items.length)
  const lengths = new Uint32Array(items.length)
  const joined = joinedBytes(sent)
  let withoutBytes = 0
  for (const [index, item] of items.entries()) {
    if (index % TOKENS_AT_ONCE === TOKENS_AT_ONCE - 1) await turn()
    if (signal.aborted) return null
    const id = field(item, 'token_id')
    if (typeof id !== 'number' || !Number.isInteger(id) || id < 0 || id > LARGEST_ID) return null
    ids[index] = id
    const bytes = field(item, 'token_bytes')
    if (isBytes(bytes)) {
      lengths[index] = bytes.length
      joined.add(bytes)
    } else {
      withoutBytes += 1
    }
  }
  return { ids, lengths, tokenBytes: tokenBytesOf(joined, sent, withoutBytes) }
}

function tokenBytesOf(
  joined: ReturnType<typeof joinedBytes>,
  sent: Uint8Array,
  withoutBytes: number,
): TokenCount['tokenBytes'] {
  const bytes = joined.bytes()
  const at = joined.differsAt()
  if (at === null && bytes.length === sent.length && withoutBytes === 0) return { kind: 'equal' }
  const base64 = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('base64')
  return { kind: 'mismatch', at: at ?? Math.min(bytes.length, sent.length), bytes: base64, withoutBytes }
}

/** Grows with what a server sends, and notes where it first differs from what was sent. */
function joinedBytes(sent: Uint8Array) {
  let buffer = new Uint8Array(sent.length + 64)
  let length = 0
  let differs: number | null = null
  return {
    add(bytes: readonly number[]) {
      if (length + bytes.length > buffer.length) {
        const larger = new Uint8Array((length + bytes.length) * 2)
        larger.set(buffer.subarray(0, length))
        buffer = larger
      }
      for (const byte of bytes) {
        if (differs === null && sent[length] !== byte) differs = length
        buffer[length] = byte
        length += 1
      }
    },
    bytes: () => buffer.subarray(0, length),
    differsAt: () => differs,
  }
}

function isBytes(value: unknown): value is number[] {
  return (
    Array.isArray(value) &&
    value.every((byte) => typeof byte === 'number' && Number.isInteger(byte) && byte >= 0 && byte <= 255)
  )
}

function field(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined
}

function turn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve))
}
