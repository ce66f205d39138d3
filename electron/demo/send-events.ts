import { breakOff, type Outgoing, pace, spoilOf, write, writeHead } from './answer-writer.ts'
import { codeOf } from './api-error.ts'
import type { Era } from './demo-model.ts'
import { untilAborted } from './pause.ts'
import type { Reply, StreamEvent } from './reply.ts'
import { isUsageOnly, withoutUsage } from './spoiled-body.ts'

type EventsReply = Extract<Reply, { kind: 'events' }>

/** How often a stream without pacing gives other work a turn. */
const BREATHE_EVERY = 64
const DEFAULT_MIDWAY = 3

/** Sends server-sent events at their pace until the end, a fault, or the reader's leaving. */
export async function sendEvents(outgoing: Outgoing, reply: EventsReply, era: Era): Promise<void> {
  const headers = { 'content-type': 'text/event-stream; charset=utf-8', 'cache-control': 'no-cache' }
  if (!(await pace(outgoing, reply.pace.firstTokenMs))) return
  writeHead(outgoing, 200, { ...headers, ...reply.headers })
  const { record, response } = outgoing
  for (const event of reply.events) {
    const interruption = await interrupt(outgoing, record.eventsSent, era)
    if (interruption === 'over') return
    const spared = sparedOfUsage(outgoing, event)
    if (spared === null) continue
    if (!(await write(outgoing, frame(outgoing, spared)))) return
    record.eventsSent += 1
    if (!(await pace(outgoing, (event.tokens * 1000) / reply.pace.tokensPerSecond))) return
    if (record.eventsSent % BREATHE_EVERY === 0) await new Promise((resolve) => setImmediate(resolve))
  }
  response.end()
}

/** What happens before the event with this number: `over` when nothing may follow. */
async function interrupt(outgoing: Outgoing, at: number, era: Era): Promise<'goes-on' | 'over'> {
  const { gone, response } = outgoing
  const due = outgoing.spoil.find((fault) => midwayOf(fault) === at)
  switch (due?.kind) {
    case 'stall':
      await untilAborted(gone)
      return 'over'
    case 'cut':
      response.end()
      return 'over'
    case 'destroy':
      await breakOff(outgoing)
      return 'over'
    case 'malformed-event':
      await write(outgoing, Buffer.from('data: {"id":"broken","choices":[{"index":0,"delta":{"content":\n\n'))
      return 'goes-on'
    case 'error-event': {
      const data = { code: codeOf(era, 'unavailable'), error: 'Timed out waiting for next token' }
      await write(outgoing, frame(outgoing, { name: null, data, tokens: 0 }))
      response.end()
      return 'over'
    }
    default:
      return 'goes-on'
  }
}

function midwayOf(fault: Outgoing['spoil'][number]): number | null {
  switch (fault.kind) {
    case 'stall':
    case 'cut':
    case 'destroy':
    case 'malformed-event':
    case 'error-event':
      return fault.afterEvents ?? DEFAULT_MIDWAY
    default:
      return null
  }
}

/** Without usage when a fault says so; `null` when nothing is left of the event. */
function sparedOfUsage(outgoing: Outgoing, event: StreamEvent): StreamEvent | null {
  if (spoilOf(outgoing, 'missing-usage') === null) return event
  return isUsageOnly(event.data) ? null : { ...event, data: withoutUsage(event.data) }
}

function frame(outgoing: Outgoing, event: StreamEvent): Buffer {
  const name = event.name === null ? '' : `event: ${event.name}\n`
  const data = typeof event.data === 'string' ? event.data : JSON.stringify(event.data)
  const text = `${name}data: ${data}\n\n`
  return Buffer.from(spoilOf(outgoing, 'crlf') === null ? text : text.replaceAll('\n', '\r\n'))
}
