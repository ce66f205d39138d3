import type { Target } from './ports.ts'

/** Who asked, and where, as the ledger and budgets record it: never the key. */
export function targetFacts({ baseUrl, demo, connection, keyId }: Target) {
  return { host: new URL(baseUrl).host, demo, connection: connection.id, key: keyId === '' ? null : keyId }
}
