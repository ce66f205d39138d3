import type {
  ConnectionEvent,
  Health,
  HealthReading,
  Limits,
} from '../../shared/contract/connection-health.ts'
import type { KeyFacts } from '../../shared/contract/key-facts.ts'
import type { ConnectionChange } from './connection.ts'
import type { KeyRefusals } from './key-refusals.ts'
import { createLatestEvents } from './latest-events.ts'
import type { LimitsBook } from './limits.ts'
import { type Clock, ServiceFailure, type Target } from './ports.ts'
import { isSameTarget } from './same-target.ts'

/** A check is a courtesy, not a load: however often it is asked for, the server hears of it once a minute. */
const CHECK_EVERY_MS = 60_000

export type KeyHealthPorts = {
  connection: { target(): Promise<Target>; inUse(): string }
  keyFacts: { inspect(target: Target): Promise<KeyFacts> }
  limits: Pick<LimitsBook, 'of' | 'forget' | 'listen'>
  refusals: Pick<KeyRefusals, 'listen'>
  clock: Clock
}

export type KeyHealthService = {
  /** Asks `/v1/api-key` when the last check of this key is a minute old; says whether it did. Never throws for a refusal. */
  checkHealth(): Promise<Health>
  limits(): Limits
  events(signal?: AbortSignal): AsyncIterableIterator<ConnectionEvent>
  /** To be told of each change of the connections. */
  connectionChanged(change: ConnectionChange): void
  close(): void
}

/** What is known of one key at one server. `askedAt` counts on the monotonic clock. */
type Known = { target: Target; askedAt: number; nextAt: number; last: HealthReading }

/** Whether the key in use works, asked sparingly, and what its answers said of limits. */
export function createKeyHealth(ports: KeyHealthPorts): KeyHealthService {
  const { connection, keyFacts, limits, refusals, clock } = ports
  const known = new Map<string, Known>()
  const events = createLatestEvents<ConnectionEvent>(({ kind }) => kind)
  let running: { target: Target; health: Promise<Health> } | null = null

  async function ask(target: Target): Promise<Health> {
    const profile = target.connection.id
    const askedAt = clock.monotonic()
    const earlier = knownOf(target)?.last ?? null
    const nextAt = clock.now() + CHECK_EVERY_MS
    const last = await readingOf(target, earlier, askedAt)
    known.set(profile, { target, askedAt, nextAt, last })
    if (profile === connection.inUse()) events.publish({ kind: 'health', health: last, profile })
    return { profile, did: 'asked', nextAt, last }
  }

  async function readingOf(
    target: Target,
    earlier: HealthReading | null,
    askedAt: number,
  ): Promise<HealthReading> {
    const tookMs = () => Math.max(0, clock.monotonic() - askedAt)
    try {
      const facts = await keyFacts.inspect(target)
      return { kind: 'answered', checkedAt: clock.now(), tookMs: tookMs(), facts }
    } catch (error) {
      if (!(error instanceof ServiceFailure)) throw error
      const { failure } = error
      const facts = { by: null, lastFacts: factsIn(earlier) }
      return { kind: 'failed', checkedAt: clock.now(), tookMs: tookMs(), failure, ...facts }
    }
  }

  function knownOf(target: Target): Known | null {
    const found = known.get(target.connection.id)
    return found !== undefined && isSameTarget(found.target, target) ? found : null
  }

  function knownEvents(profile: string): ConnectionEvent[] {
    return [
      { kind: 'limits', limits: limits.of(profile) },
      { kind: 'health', health: known.get(profile)?.last ?? null, profile },
    ]
  }

  // What was found before holds no longer, until the next check.
  refusals.listen(({ target, failure, by }) => {
    const profile = target.connection.id
    if (target.demo) return
    const { askedAt = Number.NEGATIVE_INFINITY, nextAt = clock.now(), last = null } = knownOf(target) ?? {}
    const facts = { by, lastFacts: factsIn(last) }
    const refused = { kind: 'failed' as const, checkedAt: clock.now(), tookMs: 0, failure, ...facts }
    known.set(profile, { target, askedAt, nextAt, last: refused })
    if (profile === connection.inUse()) events.publish({ kind: 'health', health: refused, profile })
  })
  limits.listen((changed) => {
    if (changed.profile === connection.inUse()) events.publish({ kind: 'limits', limits: changed })
  })

  return {
    async checkHealth() {
      const target = await connection.target()
      const profile = target.connection.id
      const idle = (did: Health['did']): Health => ({ profile, did, nextAt: null, last: null })
      if (target.demo) return idle('no-key')
      if (target.kind === 'segmind') return idle('no-free-call')
      const before = knownOf(target)
      if (before !== null && clock.monotonic() - before.askedAt < CHECK_EVERY_MS) {
        return { profile, did: 'too-soon', nextAt: before.nextAt, last: before.last }
      }
      if (running !== null && isSameTarget(running.target, target)) return running.health
      const mine = { target, health: ask(target) }
      running = mine
      try {
        return await mine.health
      } finally {
        if (running === mine) running = null
      }
    },
    limits: () => limits.of(connection.inUse()),
    events: (signal) => events.listen(signal, () => knownEvents(connection.inUse())),
    connectionChanged({ profile, renewed }) {
      if (renewed) {
        known.delete(profile)
        limits.forget(profile)
      }
      for (const event of knownEvents(connection.inUse())) events.publish(event)
    },
    close: () => events.close(),
  }
}

function factsIn(reading: HealthReading | null): KeyFacts | null {
  if (reading === null) return null
  return reading.kind === 'answered' ? reading.facts : reading.lastFacts
}
