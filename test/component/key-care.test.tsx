import { screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it, vi } from 'vitest'
import { ApiKeyView } from '../../renderer/features/api-key/api-key-view.tsx'
import type { Connection, KeyStatus, Profile } from '../../shared/contract/connection.ts'
import type { Health } from '../../shared/contract/connection-health.ts'
import { failureOf } from '../../shared/contract/failure.ts'
import { axeViolations } from '../support/axe-violations.ts'
import type { FakeOverrides } from '../support/fake-handlers.ts'
import { failed, sampleConnection, sampleKeyFacts } from '../support/fake-rpc.ts'
import { renderPage } from '../support/render-page.tsx'

type Storage = Extract<KeyStatus, { kind: 'present' }>['storage']

/** A connection whose key is kept so, with a keyring beside it. */
function keptIn(storage: Storage, parts: Partial<Profile> = {}): Connection {
  const key: KeyStatus = { kind: 'present', lastFour: 'b14o', storage, backend: null, host: 'api.x.ai' }
  const base = sampleConnection({ key })
  return { ...base, profiles: base.profiles.map((one) => (one.kind === 'demo' ? one : { ...one, ...parts })) }
}

function openView(connection: Connection, calls: FakeOverrides['connection'] = {}) {
  return renderPage(<ApiKeyView />, {
    at: '/api-key',
    rpc: { connection: { status: () => connection, ...calls } },
  })
}

const places = () => screen.findByRole('region', { name: 'Keep this key differently' })

describe('a key that is too short to show its end', () => {
  it('is told of and asked about without one', async () => {
    const short: KeyStatus = {
      ...{ kind: 'present', lastFour: '', storage: 'session' },
      ...{ backend: null, host: 'localhost:8080' },
    }
    const { user } = openView(sampleConnection({ key: short }))
    expect(await screen.findByText('too short for its end to be shown')).toBeVisible()
    await user.click(screen.getByRole('button', { name: 'Forget key' }))
    expect(screen.getByRole('group', { name: 'Forget this key?' })).toBeVisible()
  })
})

describe('where a key is kept', () => {
  it('is offered to change when a keyring has appeared', async () => {
    const moveKey = vi.fn((_wanted: { to: string }) => keptIn('keyring', { moves: ['session'] }))
    const { user, container } = openView(keptIn('weak', { moves: ['keyring', 'session'] }), { moveKey })
    expect(within(await places()).getByText(/A keyring is available now/)).toBeVisible()
    const move = screen.getByRole('button', { name: 'Move it into the keyring' })
    expect(move).toHaveAccessibleDescription(/keyring of this computer encrypts it/)
    expect(await axeViolations(container)).toEqual([])
    await user.click(move)
    expect(moveKey.mock.calls[0]?.[0]).toEqual({ to: 'keyring', profile: 'default' })
    await waitFor(() => expect(screen.getByText('Done: key …b14o in the keyring.')).toBeVisible())
  })

  it('says what weaker storage means before it is chosen', async () => {
    openView(keptIn('session', { moves: ['weak'] }))
    expect(
      within(await places()).getByRole('button', { name: 'Keep it on disk with weaker protection' }),
    ).toHaveAccessibleDescription(/any program that runs as you/)
  })

  it('offers to import a key from the environment, and says what an import replaces', async () => {
    openView(keptIn('environment', { moves: ['keyring', 'session'], hiddenKey: '7Kq2' }))
    expect(within(await places()).getByText(/is on disk nowhere/)).toBeVisible()
    expect(screen.getByText('An import replaces the kept key that ends in 7Kq2.')).toBeVisible()
    expect(screen.getByRole('button', { name: 'Import it into the keyring' })).toBeVisible()
  })

  it('stays when it cannot be moved', async () => {
    const moveKey = () => {
      throw failed(failureOf('no-keyring'))
    }
    const { user } = openView(keptIn('weak', { moves: ['keyring'] }), { moveKey })
    await user.click(await screen.findByRole('button', { name: 'Move it into the keyring' }))
    await waitFor(async () =>
      expect(await screen.findByRole('alert')).toHaveTextContent('This computer has no keyring now'),
    )
  })
})

describe('the check of the key', () => {
  const check = (health: Health) => openView(keptIn('keyring'), { checkHealth: () => health })
  /** Two minutes before the test looks, not before all of them were listed. */
  const aged = (health: Health): Health =>
    health.last === null ? health : { ...health, last: { ...health.last, checkedAt: Date.now() - 120_000 } }
  const answered = (facts = sampleKeyFacts()): Health => ({
    profile: 'default',
    did: 'asked',
    nextAt: null,
    last: { kind: 'answered', checkedAt: Date.now() - 120_000, tookMs: 41.4, facts },
  })

  it.each([
    [answered(), 'The key works. The server took 41 ms.'],
    [answered(sampleKeyFacts({ teamBlocked: true })), /the key is stopped/],
    [answered(sampleKeyFacts({ acls: [] })), /has no access string/],
    [{ ...answered(), did: 'too-soon' as const }, /less than a minute ago, so nothing was sent/],
    [{ ...answered(), did: 'no-free-call' as const, last: null }, /no call that costs nothing/],
  ])('tells how it went, with its age', async (health, words) => {
    const { user } = check(aged(health))
    await user.click(await screen.findByRole('button', { name: 'Check key now' }))
    const section = screen.getByRole('region', { name: 'Check of the key' })
    expect(await within(section).findByText(words)).toBeVisible()
    if (health.last !== null) expect(within(section).getByText('2 minutes ago')).toBeVisible()
  })

  it('says why it failed', async () => {
    const failure = failureOf('wrong-key', { status: 400 })
    const last = {
      ...{ kind: 'failed' as const, checkedAt: Date.now(), tookMs: 3, failure, by: null },
      lastFacts: null,
    }
    const { user } = check({ ...answered(), last })
    await user.click(await screen.findByRole('button', { name: 'Check key now' }))
    const section = screen.getByRole('region', { name: 'Check of the key' })
    expect(await within(section).findByText('The API key is not accepted.')).toBeVisible()
  })

  it('says which other request was refused since', async () => {
    const failure = failureOf('key-disabled', { status: 403 })
    const at = { checkedAt: Date.now() - 120_000, tookMs: 0, by: 'POST /v1/responses', lastFacts: null }
    const { user } = check({ ...answered(), last: { kind: 'failed', failure, ...at } })
    await user.click(await screen.findByRole('button', { name: 'Check key now' }))
    const section = screen.getByRole('region', { name: 'Check of the key' })
    expect(await within(section).findByText('POST /v1/responses')).toBeVisible()
    expect(section).toHaveTextContent('Last refused 2 minutes ago Request: POST /v1/responses')
    expect(section).not.toHaveTextContent('The key works')
  })

  it('shows what is left with its age, and what nobody told as unknown', async () => {
    const limits = {
      profile: 'default',
      requests: { limit: 1200, remaining: 1199 },
      tokens: { limit: null, remaining: 5000 },
      ratesReadAt: Date.now() - 3_600_000,
      remainingCredits: null,
      creditsReadAt: null,
    }
    openView(keptIn('keyring'), { limits: () => limits })
    const section = await screen.findByRole('region', { name: 'Limits and credits' })
    await waitFor(async () =>
      expect(await within(section).findByText(/1,199 of 1,200/)).toHaveTextContent('1 hour ago'),
    )
    expect(within(section).getByText(/5,000/)).toBeVisible()
    expect(within(section).getByTitle('Unknown: no answer has told it yet')).toBeVisible()
  })
})

describe('the facts of the key', () => {
  it('tell what /v1/me adds, and every field that has no words here', async () => {
    const inspectKey = () =>
      sampleKeyFacts({
        name: '\u202eevil <img src=x> 名前',
        me: 'read',
        zdrStatus: 'no_zdr',
        oauthClientId: 'client-1',
        further: [{ from: 'me', name: 'spend_cap', value: '{"monthly":5}' }],
      })
    const { container } = openView(keptIn('keyring'), { inspectKey })
    expect(await screen.findByText('kept as usual (no_zdr)')).toBeVisible()
    expect(screen.getByText('client-1')).toBeVisible()
    expect(screen.getByText('{"monthly":5}')).toBeVisible()
    expect(screen.getByText(/名前/).tagName).toBe('BDI')
    expect(container.querySelector('img')).toBeNull()
  })

  it('hold nothing for or against a key whose access was not told', async () => {
    openView(keptIn('keyring'), { inspectKey: () => sampleKeyFacts({ acls: [], aclsTold: false }) })
    expect(await screen.findByText(/nothing can be held for or against it/)).toBeVisible()
    expect(screen.queryByRole('grid')).toBeNull()
  })

  it('are read again on demand, and stay while that fails', async () => {
    const inspectKey = vi.fn(() => sampleKeyFacts({ name: 'first' }))
    const { user } = openView(keptIn('keyring'), { inspectKey })
    await screen.findByText('first')
    inspectKey.mockImplementation(() => {
      throw failed(failureOf('offline'))
    })
    await user.click(screen.getByRole('button', { name: 'Read again' }))
    expect(await screen.findByText(/what is below is older/)).toBeVisible()
    expect(screen.getByText('first')).toBeVisible()
  })

  it('are not missed from a service that has none', async () => {
    const inspectKey = () => {
      throw failed(failureOf('route-not-found'))
    }
    openView(keptIn('keyring'), { inspectKey })
    expect(await screen.findByText(/does not say anything about its keys/)).toBeVisible()
    expect(screen.queryByRole('alert')).toBeNull()
  })
})
