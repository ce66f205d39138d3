import { type ConnectionService, createConnectionService } from './connection.ts'
import { createKeyFactsService, type KeyFactsService } from './key-facts.ts'
import { createKeyHealth, type KeyHealthService } from './key-health.ts'
import type { KeyRefusals } from './key-refusals.ts'
import type { LimitsBook } from './limits.ts'
import type { Clock, Vault, Wire } from './ports.ts'
import type { Profiles } from './profiles.ts'

type ConnectionParts = {
  profiles: Profiles
  vault: Vault
  limits: LimitsBook
  refusals: KeyRefusals
  wire: Wire
  clock: Clock
  demo: () => Promise<{ baseUrl: string; key: string }>
}

export type ConnectionServices = {
  connection: ConnectionService
  keyFacts: KeyFactsService
  keyHealth: KeyHealthService
}

/** Which server is asked with which key, and what is known of that key. */
export function composeConnection({
  profiles,
  vault,
  limits,
  refusals,
  wire,
  clock,
  demo,
}: ConnectionParts): ConnectionServices {
  const connection = createConnectionService({
    profiles,
    vault,
    demo,
    changed: (change) => keyHealth.connectionChanged(change),
  })
  const keyFacts = createKeyFactsService({ wire, connection, clock })
  const keyHealth: KeyHealthService = createKeyHealth({ connection, keyFacts, limits, refusals, clock })
  return { connection, keyFacts, keyHealth }
}
