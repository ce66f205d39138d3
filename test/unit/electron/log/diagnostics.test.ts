import { describe, expect, it } from 'vitest'
import { createDiagnostics, type DiagnosticsPorts } from '../../../../electron/services/diagnostics.ts'
import { createKnownSecrets } from '../../../../electron/services/known-secrets.ts'
import { ServiceFailure } from '../../../../electron/services/ports.ts'
import { failureOf } from '../../../../shared/contract/failure.ts'
import { sampleConnection } from '../../../support/fake-rpc.ts'

const KEY = 'xai-Ab3dEf6hIj9lMn2pQr5tUv8xYz1CABDEFGHIJKLMNOPQ'

function diagnosticsWith(parts: Partial<DiagnosticsPorts> = {}) {
  const secrets = createKnownSecrets()
  secrets.learn(KEY)
  return createDiagnostics({
    runtime: () => ({ Tokenbook: '1.2.3', Electron: '45.4.1', SQLite: '3.53.4' }),
    storage: { state: { kind: 'ok' }, schema: { found: 5, now: 6 } },
    care: () => ({
      databaseBytes: 4096,
      ledgerRows: 12,
      conversations: 3,
      backups: [{ id: 'b', at: Date.UTC(2026, 0, 2), bytes: 10 }],
      damagedFiles: ['tokenbook.sqlite.corrupt-1'],
      retention: { days: null, rows: null },
    }),
    connections: async () =>
      sampleConnection({ host: 'gateway.example', baseUrl: 'https://gateway.example' }),
    log: { last: (count) => [`one of ${count}`, `leaked ${KEY}`] },
    openLogFolder: async () => {},
    clock: { now: () => Date.UTC(2026, 0, 3) },
    redact: secrets.redact,
    ...parts,
  })
}

describe('the diagnostics', () => {
  it('tell versions, the state of the data, kinds of connections and the end of the log', async () => {
    const { text, at } = await diagnosticsWith().read()
    expect(at).toBe(Date.UTC(2026, 0, 3))
    for (const line of [
      'Electron: 45.4.1',
      'schema: 6 (found 5)',
      'database: 4096 bytes',
      'ledger rows: 12',
      'backups: 1, newest 2026-01-02T00:00:00.000Z',
      'damaged files kept: 1',
      '1 (in use): xai, key kept: keyring',
      'one of 200',
    ])
      expect(text).toContain(line)
  })

  it('tell no key, no host and no name of a connection', async () => {
    const { text } = await diagnosticsWith().read()
    expect(text).toContain('leaked [removed]')
    expect(text).not.toContain(KEY.slice(4, 20))
    expect(text).not.toContain('gateway.example')
    expect(text).not.toContain('b14o')
  })

  it('are told when parts of them cannot be read', async () => {
    const broken = diagnosticsWith({
      care: () => {
        throw new ServiceFailure(failureOf('storage-failed'))
      },
      connections: async () => {
        throw new Error('a bug')
      },
      storage: { state: { kind: 'memory-only', why: 'disk-full' }, schema: { found: null, now: 6 } },
    })
    const { text } = await broken.read()
    expect(text).toContain('state: memory-only (disk-full)')
    expect(text).toContain('unknown: storage-failed')
    expect(text).toContain('unknown: could not be read')
    expect(text).toContain('one of 200')
  })
})
