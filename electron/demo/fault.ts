import { z } from 'zod'

/**
 * Where and how often a fault fires. `path` is the path it is for, `*` standing for anything (default: every path);
 * after `times` requests it is gone (default: never).
 */
const scope = { path: z.string().optional(), times: z.number().int().positive().optional() }

/** Which event of a stream it happens at; of a plain body, the middle. Default: after 3 events. */
const midway = { ...scope, afterEvents: z.number().int().nonnegative().optional() }

/** The request is answered with this and nothing else. */
export const AnswerFault = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('wrong-key'), ...scope }),
  z.strictObject({ kind: z.literal('no-endpoint-acl'), ...scope }),
  z.strictObject({ kind: z.literal('key-disabled'), ...scope }),
  z.strictObject({ kind: z.literal('key-blocked'), ...scope }),
  z.strictObject({ kind: z.literal('no-credits'), ...scope }),
  z.strictObject({ kind: z.literal('credits-used-up'), ...scope }),
  z.strictObject({ kind: z.literal('rate-limited'), ...scope, retryAfterSeconds: z.number().optional() }),
  z.strictObject({ kind: z.literal('server-error'), ...scope }),
  z.strictObject({ kind: z.literal('unavailable'), ...scope }),
  z.strictObject({ kind: z.literal('html'), ...scope, status: z.number().int().optional() }),
  z.strictObject({ kind: z.literal('json-error-200'), ...scope }),
  z.strictObject({ kind: z.literal('empty-body'), ...scope }),
  z.strictObject({
    kind: z.literal('redirect'),
    ...scope,
    to: z.string(),
    status: z.number().int().optional(),
  }),
  /** Any answer at all, for shapes that gateways in front of the API give. */
  z.strictObject({
    kind: z.literal('raw'),
    ...scope,
    status: z.number().int(),
    type: z.string(),
    body: z.string(),
    headers: z.record(z.string(), z.string()).optional(),
  }),
  /** Never sends headers. */
  z.strictObject({ kind: z.literal('hang'), ...scope }),
  /** Closes the connection without a byte. */
  z.strictObject({ kind: z.literal('hang-up'), ...scope }),
  /** Headers and comment lines for ever: a server that trickles but says nothing. */
  z.strictObject({ kind: z.literal('pings-only'), ...scope, everyMs: z.number().positive().optional() }),
  z.strictObject({
    kind: z.literal('huge-body'),
    ...scope,
    bytes: z.number().int().positive().optional(),
  }),
])
export type AnswerFault = z.infer<typeof AnswerFault>

/** The right answer, spoiled on the way. Several may act on one answer. */
export const SpoilFault = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('delay'), ...scope, ms: z.number().nonnegative() }),
  z.strictObject({ kind: z.literal('truncated-json'), ...scope }),
  z.strictObject({ kind: z.literal('empty-list'), ...scope }),
  z.strictObject({ kind: z.literal('malformed-entry'), ...scope }),
  z.strictObject({ kind: z.literal('missing-usage'), ...scope }),
  z.strictObject({ kind: z.literal('stall'), ...midway }),
  /** The stream ends, cleanly, before its finish. */
  z.strictObject({ kind: z.literal('cut'), ...midway }),
  z.strictObject({ kind: z.literal('destroy'), ...midway }),
  z.strictObject({ kind: z.literal('malformed-event'), ...midway }),
  z.strictObject({ kind: z.literal('error-event'), ...midway }),
  z.strictObject({ kind: z.literal('byte-by-byte'), ...scope }),
  z.strictObject({ kind: z.literal('crlf'), ...scope }),
])
export type SpoilFault = z.infer<typeof SpoilFault>

export const Fault = z.union([AnswerFault, SpoilFault])
export type Fault = z.infer<typeof Fault>

export type ChosenFaults = { answer: AnswerFault | null; spoil: readonly SpoilFault[] }

/** The faults in force; each request takes its own from here, and those that have fired often enough vanish. */
export class FaultSwitches {
  #armed: { fault: Fault; left: number }[] = []

  set(faults: readonly Fault[]): void {
    this.#armed = faults.map((fault) => ({ fault, left: fault.times ?? Number.POSITIVE_INFINITY }))
  }

  /** The first answer that is replaced, and every spoiling of it, for one request to `path`. */
  take(path: string): ChosenFaults {
    let answer: AnswerFault | null = null
    const spoil: SpoilFault[] = []
    for (const armed of this.#armed) {
      if (!matches(armed.fault.path ?? '*', path)) continue
      const read = AnswerFault.safeParse(armed.fault)
      if (read.success && answer !== null) continue
      if (read.success) answer = read.data
      else spoil.push(SpoilFault.parse(armed.fault))
      armed.left -= 1
    }
    this.#armed = this.#armed.filter((armed) => armed.left > 0)
    return { answer, spoil }
  }
}

function matches(pattern: string, path: string): boolean {
  const literal = pattern.split('*').map((part) => part.replace(/[.+?^${}()|[\]\\]/g, '\\$&'))
  return new RegExp(`^${literal.join('.*')}$`).test(path)
}
