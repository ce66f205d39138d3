import type { Limits } from '../../shared/contract/connection-health.ts'
import type { AnswerHeaders, Clock, SettingsStore, Target } from './ports.ts'

export type LimitsPorts = {
  settings: SettingsStore
  clock: Clock
}

export type LimitsBook = {
  /** Takes what the headers of an answer tell, whatever it answers; what they leave out stays as it was. */
  record(target: Target, headers: AnswerHeaders): void
  of(profile: string): Limits
  /** For a connection that is gone, or whose key is another one. */
  forget(profile: string): void
  /** Calls `changed` with the limits after each change. */
  listen(changed: (limits: Limits) => void): void
}

/** Credits last over a restart: they are asked for with every paid call only. */
const creditsSetting = (profile: string) => `credits/${profile}`

/** Rate limits and credits by connection, as last told. Times are UTC ms. */
export function createLimits({ settings, clock }: LimitsPorts): LimitsBook {
  const seen = new Map<string, Limits>()
  const of = (profile: string) =>
    seen.get(profile) ?? { ...untold(profile), ...storedCredits(settings, profile) }
  const listeners: ((limits: Limits) => void)[] = []
  const changed = (limits: Limits) => {
    for (const listener of listeners) listener(limits)
  }
  return {
    of,
    listen: (listener) => void listeners.push(listener),
    record(target, headers) {
      const profile = target.connection.id
      const before = of(profile)
      const after = withCredits(withRates(before, headers, clock.now()), headers, clock.now())
      if (after === before) return
      seen.set(profile, after)
      if (after.remainingCredits !== null && after.creditsReadAt !== before.creditsReadAt) {
        settings.set(creditsSetting(profile), `${after.creditsReadAt} ${after.remainingCredits}`)
      }
      changed(after)
    },
    forget(profile) {
      seen.delete(profile)
      settings.set(creditsSetting(profile), null)
      changed(of(profile))
    },
  }
}

function untold(profile: string): Limits {
  const nothing = { limit: null, remaining: null }
  return {
    profile,
    requests: nothing,
    tokens: nothing,
    ratesReadAt: null,
    remainingCredits: null,
    creditsReadAt: null,
  }
}

function withRates(limits: Limits, headers: AnswerHeaders, now: number): Limits {
  const requests = { limit: headers.limitRequests, remaining: headers.remainingRequests }
  const tokens = { limit: headers.limitTokens, remaining: headers.remainingTokens }
  const told = [...Object.values(requests), ...Object.values(tokens)].some((value) => value !== null)
  return told ? { ...limits, requests, tokens, ratesReadAt: now } : limits
}

function withCredits(limits: Limits, { remainingCredits }: AnswerHeaders, now: number): Limits {
  return remainingCredits === null ? limits : { ...limits, remainingCredits, creditsReadAt: now }
}

function storedCredits(settings: SettingsStore, profile: string): Partial<Limits> {
  const [, at, credits] = /^(\d{1,15}) (.{1,64})$/.exec(settings.get(creditsSetting(profile)) ?? '') ?? []
  return at === undefined || credits === undefined
    ? {}
    : { remainingCredits: credits, creditsReadAt: Number(at) }
}
