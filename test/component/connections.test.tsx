import { screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it, vi } from 'vitest'
import { ConnectionsSection } from '../../renderer/app/connections/connections-section.tsx'
import { StatusBar } from '../../renderer/app/status-bar.tsx'
import { useConnection } from '../../renderer/app/use-connection.ts'
import type { Connection, Profile } from '../../shared/contract/connection.ts'
import { failureOf } from '../../shared/contract/failure.ts'
import { axeViolations } from '../support/axe-violations.ts'
import type { FakeOverrides } from '../support/fake-handlers.ts'
import { failed, sampleConnection } from '../support/fake-rpc.ts'
import { renderPage } from '../support/render-page.tsx'

const [first, demo] = sampleConnection().profiles

function profile(parts: Partial<Profile>): Profile {
  if (first === undefined) throw new Error('the sample connection has a profile')
  return { ...first, ...parts }
}

const work = profile({
  id: 'work',
  name: 'Work \u202e<b>team</b>',
  key: { kind: 'absent' },
  keyId: null,
  moves: [],
})
const gateway = profile({
  id: 'gateway',
  name: 'Gateway',
  kind: 'custom',
  host: 'llm.example:8443',
  baseUrl: 'https://llm.example:8443',
  key: { kind: 'absent' },
  keyId: null,
  moves: [],
})
const three: Profile[] = [
  ...(first === undefined ? [] : [first]),
  work,
  ...(demo === undefined ? [] : [demo]),
]

function Connections() {
  const { data } = useConnection()
  return data === undefined ? null : <ConnectionsSection connection={data} />
}

/** A main process that keeps connections, as far as the page can tell. */
function mainProcess(profiles: Profile[] = three, calls: FakeOverrides['connection'] = {}) {
  let connection: Connection = sampleConnection({ profiles })
  const set = (parts: Partial<Connection>) => {
    connection = { ...connection, ...parts }
    return connection
  }
  return {
    connection: {
      status: () => connection,
      use: ({ profile: id }: { profile: string }) => set({ active: id }),
      rename: ({ profile: id, name }: { profile: string; name: string }) =>
        set({ profiles: connection.profiles.map((one) => (one.id === id ? { ...one, name } : one)) }),
      remove: ({ profile: id }: { profile: string }) =>
        set({ profiles: connection.profiles.filter((one) => one.id !== id) }),
      add: () => ({ id: 'gateway', connection: set({ profiles: [...connection.profiles, gateway] }) }),
      ...calls,
    },
  }
}

const rowWith = (text: string) => screen.getByText(text).closest('li') ?? document.body

describe('the connections', () => {
  it('are listed with host and key, the one in use marked, names as plain text', async () => {
    const { container } = renderPage(<Connections />, { rpc: mainProcess() })
    const list = await screen.findByRole('list')
    expect(within(list).getAllByRole('listitem')).toHaveLength(3)
    expect(rowWith('xAI')).toHaveTextContent('In use')
    expect(rowWith('xAI')).toHaveTextContent('key …b14o in the keyring')
    expect(screen.getByText(work.name).tagName).toBe('BDI')
    expect(container.querySelector('b')).toBeNull()
    expect(within(rowWith('Demo')).queryByRole('button', { name: /Remove/ })).toBeNull()
    expect(await axeViolations(container)).toEqual([])
  })

  /** Names of people's own stand isolated in a sentence, with marks that nobody sees around them. */
  const withName = (verb: string) => (name: string) => name.startsWith(`${verb} `) && name.includes(work.name)

  it('are put to use and renamed', async () => {
    const { user } = renderPage(<Connections />, { rpc: mainProcess() })
    await user.click(await screen.findByRole('button', { name: withName('Use') }))
    await waitFor(() => expect(rowWith(work.name)).toHaveTextContent('In use'))
    await user.click(screen.getByRole('button', { name: withName('Rename') }))
    const field = screen.getByRole('textbox', { name: 'New name' })
    await user.clear(field)
    await user.type(field, '  Team β{Enter}')
    expect(await screen.findByText('Team β')).toBeVisible()
  })

  it('are removed only after a second yes', async () => {
    const { user, container } = renderPage(<Connections />, { rpc: mainProcess() })
    await user.click(await screen.findByRole('button', { name: 'Remove xAI' }))
    expect(screen.getByRole('button', { name: 'Keep connection' })).toHaveFocus()
    expect(screen.getByText(/Its key is forgotten on this computer/)).toBeVisible()
    expect(await axeViolations(container)).toEqual([])
    await user.click(screen.getByRole('button', { name: 'Keep connection' }))
    await user.click(screen.getByRole('button', { name: 'Remove xAI' }))
    await user.click(screen.getByRole('button', { name: 'Remove connection' }))
    await waitFor(() => expect(screen.queryByText('xAI')).toBeNull())
  })

  it('are added at a custom address and put to use at once', async () => {
    const rpc = mainProcess()
    const add = vi.fn(rpc.connection.add)
    const { user, container } = renderPage(<Connections />, {
      rpc: { connection: { ...rpc.connection, add } },
    })
    await user.click(await screen.findByRole('button', { name: 'Add connection' }))
    await user.click(screen.getByRole('radio', { name: 'Custom base URL' }))
    const save = screen.getByRole('button', { name: 'Add and use' })
    expect(save).toBeDisabled()
    await user.type(screen.getByRole('textbox', { name: 'Base URL' }), 'https://llm.example:8443')
    expect(await axeViolations(container)).toEqual([])
    await user.click(save)
    await waitFor(() => expect(rowWith('Gateway')).toHaveTextContent('In use'))
    expect(add.mock.calls[0]?.[0]).toEqual({
      ...{ name: 'llm.example:8443', service: 'xai', baseUrl: 'https://llm.example:8443' },
    })
  })

  it('keep what was typed when the address cannot be used', async () => {
    const add = () => {
      throw failed(failureOf('invalid-base-url'))
    }
    const { user } = renderPage(<Connections />, { rpc: mainProcess(three, { add }) })
    await user.click(await screen.findByRole('button', { name: 'Add connection' }))
    await user.click(screen.getByRole('radio', { name: 'Custom base URL' }))
    await user.type(screen.getByRole('textbox', { name: 'Base URL' }), 'ftp://x')
    await user.click(screen.getByRole('button', { name: 'Add and use' }))
    await waitFor(async () =>
      expect(await screen.findByRole('alert')).toHaveTextContent('not a usable base URL'),
    )
    expect(screen.getByRole('textbox', { name: 'Base URL' })).toHaveValue('ftp://x')
    expect(screen.getByRole('textbox', { name: 'Base URL' })).toBeInvalid()
  })
})

describe('the menu of the status bar', () => {
  it('switches the connection by keyboard and gives the focus back', async () => {
    const { user, container } = renderPage(<StatusBar />, { rpc: mainProcess() })
    const button = await screen.findByRole('button', { name: 'xAI: switch connection' })
    button.focus()
    await user.keyboard('{Enter}')
    const items = await screen.findAllByRole('menuitemradio')
    expect(items[0]).toHaveFocus()
    expect(items[0]).toHaveAttribute('aria-checked', 'true')
    expect(await axeViolations(container)).toEqual([])
    await user.keyboard('{ArrowUp}')
    expect(screen.getByRole('menuitem', { name: 'Manage connections' })).toHaveFocus()
    await user.keyboard('{Home}{ArrowDown}{Enter}')
    await waitFor(() => expect(screen.queryByRole('menu')).toBeNull())
    expect(button).toHaveFocus()
    expect(button).toHaveTextContent(`xAI · ${work.name}`)
  })

  it('closes with Escape and a press elsewhere', async () => {
    const { user } = renderPage(<StatusBar />, { rpc: mainProcess() })
    const button = await screen.findByRole('button', { name: /switch connection/ })
    await user.click(button)
    await screen.findByRole('menu')
    await user.keyboard('{Escape}')
    expect(screen.queryByRole('menu')).toBeNull()
    expect(button).toHaveFocus()
    await user.click(button)
    await screen.findByRole('menu')
    await user.click(document.body)
    expect(screen.queryByRole('menu')).toBeNull()
  })

  it('shows what is left, once an answer has told it, and nothing before', async () => {
    const limits = {
      profile: 'default',
      requests: { limit: 480, remaining: 479 },
      tokens: { limit: null, remaining: null },
      ratesReadAt: Date.now() - 60_000,
      remainingCredits: null,
      creditsReadAt: null,
    }
    const events: NonNullable<FakeOverrides['connection']>['events'] = async function* () {
      yield { kind: 'limits', limits }
    }
    renderPage(<StatusBar />, { rpc: mainProcess(three, { events }) })
    await waitFor(async () =>
      expect(await screen.findByText(/479 requests left/)).toHaveTextContent('1 minute ago'),
    )
  })
})
