import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it, vi } from 'vitest'
import { ApiKeyView } from '../../renderer/features/api-key/api-key-view.tsx'
import { judgeEntry } from '../../renderer/features/api-key/key-entry.ts'
import type { Connection } from '../../shared/contract/connection.ts'
import { failureOf } from '../../shared/contract/failure.ts'
import type { KeyFacts } from '../../shared/contract/key-facts.ts'
import { axeViolations } from '../support/axe-violations.ts'
import type { FakeOverrides } from '../support/fake-handlers.ts'
import { failed, sampleConnection } from '../support/fake-rpc.ts'
import { renderPage } from '../support/render-page.tsx'

const SECRET = 'xai-canary-Zq7w3xKp9b14o'

const demo = (parts: Partial<Connection> = {}): Connection =>
  sampleConnection({ kind: 'demo', host: '127.0.0.1:40123', key: { kind: 'absent' }, ...parts })

const noKeyring = { available: false, backend: null, weakPossible: true }

const facts = (parts: Partial<KeyFacts> = {}): KeyFacts => ({
  redactedApiKey: 'xai-...b14o',
  name: 'Team key',
  userId: 'user-1',
  teamId: 'team-1',
  apiKeyId: 'key-1',
  createTime: '2026-01-05T10:00:00.139305Z',
  modifyTime: '2026-02-05T10:00:00.000001Z',
  modifiedBy: 'user-2',
  acls: ['api-key:endpoint:*', 'api-key:model:*'],
  aclsTold: true,
  teamBlocked: false,
  apiKeyBlocked: false,
  apiKeyDisabled: false,
  zdrStatus: 'no_zdr',
  oauthClientId: null,
  me: 'read',
  refused: null,
  further: [],
  readAt: Date.now(),
  demo: false,
  ...parts,
})

/** A main process with this connection, which a save or a forget changes. */
function openApiKey(start: Connection, rpc: FakeOverrides['connection'] = {}) {
  let connection = start
  return renderPage(<ApiKeyView />, {
    at: '/api-key',
    rpc: {
      connection: {
        status: () => connection,
        saveKey: ({ keep }) => {
          const storage = keep === 'weak' ? 'weak' : keep === 'session' ? 'session' : 'keyring'
          connection = sampleConnection({
            keyring: start.keyring,
            key: {
              kind: 'present',
              lastFour: 'b14o',
              storage,
              backend: storage === 'keyring' ? 'gnome_libsecret' : null,
              host: 'api.x.ai',
            },
          })
          return connection
        },
        forgetKey: () => {
          connection = demo()
          return connection
        },
        inspectKey: () => facts({ demo: connection.kind === 'demo' }),
        ...rpc,
      },
    },
  })
}

const field = () => screen.findByLabelText<HTMLInputElement>('API key')

describe('adding a key', () => {
  it('saves it in the keyring, and leaves it nowhere in the page', async () => {
    const { user, container } = openApiKey(demo())
    const input = await field()
    expect(input).toHaveAttribute('type', 'password')
    expect(input).toHaveAttribute('autocomplete', 'off')
    expect(input).toHaveAttribute('spellcheck', 'false')
    expect(screen.getByText(/will only ever be sent to api\.x\.ai/)).toBeVisible()
    expect(screen.getByRole('radio', { name: /keyring \(gnome_libsecret\)/ })).toBeChecked()
    await user.type(input, SECRET)
    await user.click(screen.getByRole('button', { name: 'Save key' }))
    expect(await screen.findByRole('button', { name: 'Replace key' })).toBeVisible()
    expect(input.value).toBe('')
    expect(container.innerHTML).not.toContain('canary')
    expect(screen.getByText(/ends in b14o/)).toBeVisible()
    expect(window.location.href).not.toContain('canary')
  })

  it('holds the key in no state while it is saved', async () => {
    const saveKey = vi.fn(() => new Promise<Connection>(() => undefined))
    const { user, container } = openApiKey(demo(), { saveKey })
    await user.type(await field(), SECRET)
    await user.click(screen.getByRole('button', { name: 'Save key' }))
    expect(saveKey).toHaveBeenCalledTimes(1)
    expect(container.innerHTML).not.toContain('canary')
    fireEvent.click(screen.getByRole('button', { name: 'Save key' }))
    fireEvent.submit((await field()).form ?? document.body)
    expect(saveKey).toHaveBeenCalledTimes(1)
  })

  it('takes away the white space of a paste', async () => {
    const saveKey = vi.fn(() => sampleConnection())
    const { user } = openApiKey(demo(), { saveKey })
    await user.click(await field())
    await user.paste(`  ${SECRET} `)
    await user.keyboard('{Enter}')
    await waitFor(() =>
      expect(saveKey.mock.calls[0]).toEqual([
        { key: SECRET, keep: 'strongest', profile: 'default' },
        undefined,
      ]),
    )
  })

  it('can be kept in memory although there is a keyring', async () => {
    const saveKey = vi.fn(() => sampleConnection())
    const { user } = openApiKey(demo(), { saveKey })
    await user.type(await field(), SECRET)
    await user.click(screen.getByRole('radio', { name: 'In memory only, until the app closes' }))
    await user.click(screen.getByRole('button', { name: 'Save key' }))
    await waitFor(() => expect(saveKey.mock.calls[0]).toMatchObject([{ keep: 'session' }, undefined]))
  })

  it('says that there is no keyring, and keeps it in memory unless weaker storage is chosen', async () => {
    const { user } = openApiKey(demo({ keyring: noKeyring }))
    await user.type(await field(), SECRET)
    expect(screen.getByText(/has no keyring that is running/)).toBeVisible()
    const weak = screen.getByRole('checkbox', { name: 'Keep it on disk with weaker protection' })
    expect(weak).not.toBeChecked()
    expect(weak).toHaveAccessibleDescription(/Any program that runs as you/)
    await user.click(screen.getByRole('button', { name: 'Save key' }))
    expect(await screen.findByText(/In memory only: it is gone/)).toBeVisible()
  })

  it('keeps it weakly when that was chosen, and says so afterwards', async () => {
    const { user } = openApiKey(demo({ keyring: noKeyring }))
    await user.type(await field(), SECRET)
    await user.click(screen.getByRole('checkbox', { name: 'Keep it on disk with weaker protection' }))
    await user.click(screen.getByRole('button', { name: 'Save key' }))
    expect(await screen.findByText(/On disk with weaker protection/)).toBeVisible()
  })

  it('offers no weaker storage where there is none', async () => {
    openApiKey(demo({ keyring: { ...noKeyring, weakPossible: false } }))
    await field()
    expect(screen.queryByRole('checkbox')).toBeNull()
  })

  it('keeps what was typed when it cannot be saved', async () => {
    const saveKey = () => {
      throw failed(failureOf('disk-full'))
    }
    const { user } = openApiKey(demo(), { saveKey })
    await user.type(await field(), SECRET)
    await user.click(screen.getByRole('button', { name: 'Save key' }))
    await waitFor(async () => expect(await screen.findByRole('alert')).toHaveTextContent('The disk is full'))
    await waitFor(async () => expect(await field()).toHaveValue(SECRET))
    expect(screen.getByRole('alert')).not.toHaveTextContent('canary')
  })

  it('does not send an empty field', async () => {
    const saveKey = vi.fn(() => sampleConnection())
    const { user } = openApiKey(demo(), { saveKey })
    await user.click(await field())
    await user.click(screen.getByRole('button', { name: 'Save key' }))
    expect(await screen.findByText('Enter the key first.')).toBeVisible()
    await waitFor(async () => expect(await field()).toHaveFocus())
    expect(saveKey).not.toHaveBeenCalled()
  })

  it('takes away what surrounds a key, and says beside the field when main finds no key in it all the same', async () => {
    const saveKey = vi.fn((_input: { key: string }) => {
      throw failed(failureOf('key-unusable'))
    })
    const { user } = openApiKey(demo(), { saveKey })
    await user.click(await field())
    await user.paste(`Authorization: Bearer ${SECRET}`)
    await user.click(screen.getByRole('button', { name: 'Save key' }))
    expect(await screen.findByText(/No key was found in what was pasted/)).toBeVisible()
    expect(saveKey.mock.calls[0]?.[0].key).toBe(SECRET)
    await waitFor(async () => expect(await field()).toHaveValue(`Authorization: Bearer ${SECRET}`))
  })

  it('judges an entry', () => {
    expect(judgeEntry(`\n${SECRET}\t`, 'xai')).toEqual({ kind: 'key', key: SECRET })
    expect(judgeEntry('x'.repeat(4097), 'custom')).toMatchObject({ kind: 'wrong-entry' })
  })

  it.each([
    ['xai-two words', /space or a line break inside/],
    ['xai-...b14o', /shortened key/],
    ['sk-ant-0123456789', /looks like a key of Anthropic/],
    ['0123456789abcdef', /begin with “xai-”/],
    ['xai-é0123456789', /character that no key has/],
    ['xai-1', /too short/],
  ])('says what is wrong with %j before anything is sent', async (pasted, words) => {
    const saveKey = vi.fn(() => sampleConnection())
    const { user } = openApiKey(demo(), { saveKey })
    await user.click(await field())
    await user.paste(pasted)
    await user.click(screen.getByRole('button', { name: 'Save key' }))
    expect(await screen.findByText(words)).toBeVisible()
    await waitFor(async () => expect(await field()).toHaveFocus())
    expect(saveKey).not.toHaveBeenCalled()
  })
})

describe('a key that is there', () => {
  it('is replaced, or not after all', async () => {
    const { user } = openApiKey(sampleConnection())
    await user.click(await screen.findByRole('button', { name: 'Replace key' }))
    await user.click(screen.getByRole('button', { name: 'Keep the present key' }))
    await user.click(await screen.findByRole('button', { name: 'Replace key' }))
    await user.type(await field(), SECRET)
    await user.click(screen.getByRole('button', { name: 'Save key' }))
    expect(await screen.findByRole('button', { name: 'Replace key' })).toBeVisible()
    expect(screen.queryByLabelText('API key')).toBeNull()
  })

  it('is forgotten only after a second yes', async () => {
    const forgetKey = vi.fn(() => demo())
    const { user } = openApiKey(sampleConnection(), { forgetKey })
    await user.click(await screen.findByRole('button', { name: 'Forget key' }))
    expect(screen.getByRole('button', { name: 'Keep key' })).toHaveFocus()
    await user.click(screen.getByRole('button', { name: 'Keep key' }))
    expect(forgetKey).not.toHaveBeenCalled()
    await user.click(screen.getByRole('button', { name: 'Forget key' }))
    await user.click(screen.getByRole('button', { name: 'Forget key now' }))
    expect(forgetKey).toHaveBeenCalledTimes(1)
    expect(await field()).toBeVisible()
  })

  it('stays when it cannot be forgotten', async () => {
    const forgetKey = () => {
      throw failed(failureOf('storage-read-only'))
    }
    const { user } = openApiKey(sampleConnection(), { forgetKey })
    await user.click(await screen.findByRole('button', { name: 'Forget key' }))
    await user.click(screen.getByRole('button', { name: 'Forget key now' }))
    await waitFor(async () =>
      expect(await screen.findByRole('alert')).toHaveTextContent('The data folder cannot be written'),
    )
  })

  it('from the environment is said to be so, and is not ours to change', async () => {
    openApiKey(
      sampleConnection({
        key: { kind: 'present', lastFour: 'b14o', storage: 'environment', backend: null, host: 'api.x.ai' },
      }),
    )
    expect(await screen.findByText(/Taken from XAI_API_KEY for this session/)).toBeVisible()
    expect(screen.queryByRole('button', { name: 'Replace key' })).toBeNull()
    expect(screen.queryByRole('button', { name: 'Forget key' })).toBeNull()
  })

  it('for another host is mentioned', async () => {
    openApiKey(sampleConnection({ otherKeyHost: 'gateway.example' }))
    expect(await screen.findByText(/A key for gateway\.example is kept as well/)).toBeVisible()
  })

  it.each([
    ['no-keyring', null, /no keyring is running now/],
    ['backend-changed', 'basic_text', /this session has basic_text/],
    ['decrypt-failed', 'kwallet6', /refuses to open it/],
  ] as const)(
    'that cannot be opened (%s) names the keyring and deletes nothing',
    async (why, backendNow, words) => {
      openApiKey(
        demo({
          key: {
            kind: 'unusable',
            why,
            backendThen: 'kwallet6',
            backendNow,
            lastFour: 'b14o',
            host: 'api.x.ai',
          },
        }),
      )
      const section = await screen.findByRole('region', { name: 'The stored key cannot be opened now' })
      expect(section).toHaveTextContent(words)
      expect(section).toHaveTextContent('kwallet6')
      expect(section).toHaveTextContent('Nothing was deleted')
      expect(await field()).toBeVisible()
    },
  )
})

describe('what the server says', () => {
  it('shows the facts, the flags and the access strings as they came', async () => {
    const acls = ['api-key:endpoint:chat', '', 'something:new', 'api-key:endpoint:chat']
    openApiKey(sampleConnection(), { inspectKey: () => facts({ acls }) })
    expect(await screen.findByText('Team key')).toBeVisible()
    expect(screen.getByText('xai-...b14o')).toBeVisible()
    expect(screen.getByText('Nothing blocks this key.')).toBeVisible()
    const access = screen.getByRole('region', { name: 'Access' })
    expect(
      within(access)
        .getAllByRole('listitem')
        .map((item) => item.textContent),
    ).toEqual(['api-key:endpoint:chat', '"" (an empty string)', 'something:new', 'api-key:endpoint:chat'])
  })

  it('says what a set flag means and what to do', async () => {
    openApiKey(sampleConnection(), { inspectKey: () => facts({ teamBlocked: true, apiKeyDisabled: null }) })
    const flags = await screen.findByRole('region', { name: 'Blocks' })
    expect(flags).toHaveTextContent(/Team blocked.*Yes.*credits/)
    expect(flags).not.toHaveTextContent('Nothing blocks this key.')
    expect(within(flags).getByTitle('Unknown: the server did not say')).toBeVisible()
  })

  it('tells empty from unknown, and shows a time it cannot read as it is', async () => {
    openApiKey(sampleConnection(), {
      inspectKey: () => facts({ name: '', teamId: null, createTime: 'yesterday', modifyTime: '', acls: [] }),
    })
    expect(await screen.findByText('no name was given')).toBeVisible()
    expect(screen.getByText('yesterday')).toBeVisible()
    expect(screen.getByText(/The list is empty: every request/)).toBeVisible()
  })

  it('marks the demo key', async () => {
    openApiKey(demo())
    const section = await screen.findByRole('region', { name: 'What the demo server says of its key' })
    expect(within(section).getByText('Demo')).toBeVisible()
    expect(await within(section).findByText('Team key')).toBeVisible()
  })

  it('says that a key is wrong in words, and asks again', async () => {
    let wrong = true
    const inspectKey = () => {
      if (wrong)
        throw failed(failureOf('wrong-key', { status: 400, serverWords: 'Incorrect API key provided.' }))
      return facts()
    }
    const { user } = openApiKey(sampleConnection(), { inspectKey })
    const alert = await screen.findByRole('alert')
    expect(alert).toHaveTextContent('The API key is not accepted')
    expect(alert).toHaveTextContent('HTTP 400')
    wrong = false
    await user.click(within(alert).getByRole('button', { name: 'Try again' }))
    expect(await screen.findByText('Team key')).toBeVisible()
    expect(screen.queryByRole('alert')).toBeNull()
  })

  it('asks again after another key was saved', async () => {
    const inspectKey = vi.fn(() => facts())
    const { user } = openApiKey(demo(), { inspectKey })
    await user.type(await field(), SECRET)
    const before = inspectKey.mock.calls.length
    await user.click(screen.getByRole('button', { name: 'Save key' }))
    await screen.findByRole('button', { name: 'Replace key' })
    await waitFor(() => expect(inspectKey.mock.calls.length).toBeGreaterThan(before))
  })
})

describe('the view', () => {
  it('says when the connection cannot be read', async () => {
    let broken = true
    const status = () => {
      if (broken) throw failed(failureOf('storage-failed'))
      return demo()
    }
    const { user } = openApiKey(demo(), { status })
    await waitFor(async () =>
      expect(await screen.findByRole('alert')).toHaveTextContent('The local database failed'),
    )
    broken = false
    await user.click(screen.getByRole('button', { name: 'Try again' }))
    expect(await field()).toBeVisible()
  })

  it.each([
    ['with a key', sampleConnection()],
    ['without', demo()],
    ['without a keyring', demo({ keyring: noKeyring })],
    [
      'unusable',
      demo({
        key: {
          kind: 'unusable',
          why: 'no-keyring',
          backendThen: 'kwallet6',
          backendNow: null,
          lastFour: 'b14o',
          host: 'api.x.ai',
        },
      }),
    ],
  ])('has no accessibility violation: %s', async (_, connection) => {
    const { container } = openApiKey(connection)
    await screen.findByText('Team key')
    expect(screen.getByRole('heading', { level: 1, name: 'API key' })).toBeVisible()
    expect(await axeViolations(container)).toEqual([])
  })
})
