import { breakOff, type Outgoing, pace, spoilOf, write, writeHead } from './answer-writer.ts'
import { untilAborted } from './pause.ts'
import type { Reply } from './reply.ts'
import { withMalformedEntry, withoutEntries, withoutUsage } from './spoiled-body.ts'

type WholeReply = Exclude<Reply, { kind: 'events' }>

/** Sends a body in one piece, spoiled as the faults say. */
export async function sendBody(outgoing: Outgoing, reply: WholeReply): Promise<void> {
  const waitMs = reply.kind === 'json' ? (reply.waitMs ?? 0) : 0
  if (!(await pace(outgoing, waitMs))) return
  const whole = await bodyOf(outgoing, reply)
  if (outgoing.gone.aborted) return
  const half = whole.subarray(0, Math.floor(whole.length / 2))
  const isTruncated = spoilOf(outgoing, 'truncated-json') !== null || spoilOf(outgoing, 'cut') !== null
  const bytes = isTruncated ? half : whole
  writeHead(outgoing, reply.kind === 'long-json' ? 200 : reply.status, {
    'content-type': reply.kind === 'text' ? reply.type : 'application/json',
    'content-length': String(bytes.length),
    ...(reply.kind === 'long-json' ? {} : reply.headers),
  })
  if (spoilOf(outgoing, 'stall') !== null) {
    await write(outgoing, half)
    return untilAborted(outgoing.gone)
  }
  if (spoilOf(outgoing, 'destroy') !== null) {
    await write(outgoing, half)
    return breakOff(outgoing)
  }
  if (bytes.length === 0 || (await write(outgoing, bytes))) outgoing.response.end()
}

async function bodyOf(outgoing: Outgoing, reply: WholeReply): Promise<Buffer> {
  if (reply.kind === 'text') return Buffer.from(reply.text)
  if (reply.kind === 'json') return Buffer.from(JSON.stringify(spoiled(outgoing, reply.body)))
  const whole = await joined(reply.parts, outgoing.gone)
  return outgoing.spoil.length === 0
    ? whole
    : Buffer.from(JSON.stringify(spoiled(outgoing, JSON.parse(whole.toString('utf8')))))
}

/** Parts are made for so long, in ms, before everything else gets its turn. */
const SLICE_MS = 8

/** All parts; ends early, with what it has, when the reader has left. */
async function joined(parts: Iterable<string>, gone: AbortSignal): Promise<Buffer> {
  const buffers: Buffer[] = []
  let began = performance.now()
  for (const part of parts) {
    buffers.push(Buffer.from(part))
    if (performance.now() - began < SLICE_MS) continue
    await new Promise((resolve) => setImmediate(resolve))
    if (gone.aborted) break
    began = performance.now()
  }
  return Buffer.concat(buffers)
}

function spoiled(outgoing: Outgoing, body: unknown): unknown {
  let result = body
  if (spoilOf(outgoing, 'empty-list') !== null) result = withoutEntries(result)
  if (spoilOf(outgoing, 'malformed-entry') !== null) result = withMalformedEntry(result)
  if (spoilOf(outgoing, 'missing-usage') !== null) result = withoutUsage(result)
  return result
}
