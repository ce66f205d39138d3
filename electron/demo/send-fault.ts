import { type Outgoing, write, writeHead } from './answer-writer.ts'
import { apiError } from './api-error.ts'
import {
  creditsUsedUp,
  endpointDenied,
  keyBlocked,
  keyDisabled,
  neverHadCredits,
  tooManyRequests,
  wrongKey,
} from './api-refusals.ts'
import type { DemoState } from './demo-state.ts'
import type { AnswerFault } from './fault.ts'
import { redacted } from './key-state.ts'
import { pause, untilAborted } from './pause.ts'
import type { Reply } from './reply.ts'
import { sendBody } from './send-body.ts'

const HTML_PAGE =
  '<!DOCTYPE html><html><head><title>Please sign in to the network</title></head><body><h1>Welcome</h1></body></html>'
const DEFAULT_PING_MS = 100
const DEFAULT_HUGE_BYTES = 64 * 1024 * 1024

/** Answers with the fault instead of with what was asked. */
export async function sendFault(outgoing: Outgoing, fault: AnswerFault, state: DemoState): Promise<void> {
  switch (fault.kind) {
    case 'hang':
      return untilAborted(outgoing.gone)
    case 'hang-up':
      outgoing.response.destroy()
      return
    case 'pings-only':
      return sendPings(outgoing, fault.everyMs ?? DEFAULT_PING_MS)
    case 'huge-body':
      return sendHugeBody(outgoing, fault.bytes ?? DEFAULT_HUGE_BYTES)
    default:
      return sendBody(outgoing, faultReply(fault, state))
  }
}

type WholeReply = Exclude<Reply, { kind: 'events' }>
type UnansweredKind = 'hang' | 'hang-up' | 'pings-only' | 'huge-body'
type AnsweredFault = Exclude<AnswerFault, { kind: UnansweredKind }>

function faultReply(fault: AnsweredFault, state: DemoState): WholeReply {
  switch (fault.kind) {
    case 'html':
      return text(fault.status ?? 200, 'text/html; charset=UTF-8', HTML_PAGE)
    case 'empty-body':
      return text(200, 'application/json', '')
    case 'redirect':
      return { ...text(fault.status ?? 307, 'text/plain', ''), headers: { location: fault.to } }
    case 'raw':
      return { ...text(fault.status, fault.type, fault.body), headers: fault.headers ?? {} }
    case 'json-error-200': {
      // Seen with the old sentence only, whatever the era (reference 5.3).
      const code = 'The service is currently unavailable'
      return { kind: 'json', status: 200, body: { code, error: 'Timed out waiting for first token' } }
    }
    default:
      return refusal(fault, state)
  }
}

type Refused = Exclude<AnsweredFault, { kind: 'html' | 'empty-body' | 'redirect' | 'raw' | 'json-error-200' }>

function refusal(fault: Refused, { era, key, catalog }: DemoState): WholeReply {
  switch (fault.kind) {
    case 'wrong-key':
      return whole(wrongKey(era, key))
    case 'no-endpoint-acl':
      return whole(endpointDenied(era, 'chat'))
    case 'key-disabled':
      return whole(keyDisabled(era, redacted(key)))
    case 'key-blocked':
      return whole(keyBlocked(era))
    case 'no-credits':
      return whole(neverHadCredits(era))
    case 'credits-used-up':
      return whole(creditsUsedUp(era))
    case 'rate-limited':
      return whole(tooManyRequests(era, catalog.models[0]?.id ?? 'grok', fault.retryAfterSeconds ?? null))
    case 'server-error':
      return whole(apiError(era, 'internal', 'Internal error'))
    case 'unavailable': {
      const words =
        'The model is at capacity and currently cannot serve this request. Please try again later.'
      return whole(apiError(era, 'unavailable', `Service temporarily unavailable. ${words}`))
    }
    default: {
      const never: never = fault
      return never
    }
  }
}

function text(status: number, type: string, body: string): Extract<WholeReply, { kind: 'text' }> {
  return { kind: 'text', status, type, text: body }
}

function whole(reply: Reply): WholeReply {
  if (reply.kind === 'events') throw new Error('a refusal is never a stream')
  return reply
}

async function sendPings(outgoing: Outgoing, everyMs: number): Promise<void> {
  writeHead(outgoing, 200, { 'content-type': 'text/event-stream; charset=utf-8' })
  do {
    if (!(await write(outgoing, Buffer.from(': ping\n\n')))) return
  } while (await pause(everyMs, outgoing.gone))
}

/** Valid JSON if anybody had the patience: one object with a very long text. */
async function sendHugeBody(outgoing: Outgoing, bytes: number): Promise<void> {
  writeHead(outgoing, 200, { 'content-type': 'application/json' })
  const block = Buffer.alloc(64 * 1024, 'x')
  if (!(await write(outgoing, Buffer.from('{"models":["')))) return
  for (let sent = 0; sent < bytes; sent += block.length) {
    if (!(await write(outgoing, block))) return
  }
  if (await write(outgoing, Buffer.from('"]}'))) outgoing.response.end()
}
