import { breakOff, type Outgoing, pace, spoilOf, write, writeHead } from './answer-writer.ts'
import { untilAborted } from './pause.ts'
import type { Reply } from './reply.ts'
import { withMalformedEntry, withoutEntries, withoutUsage } from './spoiled-body.ts'

type WholeReply = Exclude<Reply, { kind: 'events' }>

/** Sends a body in one piece, spoiled as the faults say. */
export async function sendBody(outgoing: Outgoing, reply: WholeReply): Promise<void> {
  const type = reply.kind === 'json' ? 'application/json' : reply.type
  const waitMs = reply.kind === 'json' ? (reply.waitMs ?? 0) : 0
  if (!(await pace(outgoing, waitMs))) return
  const whole = Buffer.from(
    reply.kind === 'json' ? JSON.stringify(spoiled(outgoing, reply.body)) : reply.text,
  )
  const half = whole.subarray(0, Math.floor(whole.length / 2))
  const isTruncated = spoilOf(outgoing, 'truncated-json') !== null || spoilOf(outgoing, 'cut') !== null
  const bytes = isTruncated ? half : whole
  const headers = { 'content-type': type, 'content-length': String(bytes.length), ...reply.headers }
  writeHead(outgoing, reply.status, headers)
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

function spoiled(outgoing: Outgoing, body: unknown): unknown {
  let result = body
  if (spoilOf(outgoing, 'empty-list') !== null) result = withoutEntries(result)
  if (spoilOf(outgoing, 'malformed-entry') !== null) result = withMalformedEntry(result)
  if (spoilOf(outgoing, 'missing-usage') !== null) result = withoutUsage(result)
  return result
}
