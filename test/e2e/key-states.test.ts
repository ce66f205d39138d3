import type { Locator } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { KeyState } from '../../electron/demo/key-state.ts'
import { type DemoProcess, startDemoProcess } from '../support/demo-process.ts'
import { connectionShown, freshUserData, launchApp, type RunningApp } from '../support/electron-app.ts'
import { addKey, openView } from '../support/page-actions.ts'

const WELL: Partial<KeyState> = {
  name: 'Everyday key',
  acls: ['api-key:endpoint:*', 'api-key:model:*'],
  teamBlocked: false,
  apiKeyBlocked: false,
  apiKeyDisabled: false,
  describesItself: false,
}

type Cell = { endpoint: string; model: string; reason: string }

const cells = (reason: string, ...places: readonly (readonly [string, string])[]): Cell[] =>
  places.map(([endpoint, model]) => ({ endpoint, model, reason }))

/** What the person reads of a key in each state it can be in, from a real server that enforces that state. */
describe('the API key view, for a key that', () => {
  const userData = freshUserData()
  let server: DemoProcess
  let running: RunningApp

  beforeAll(async () => {
    server = await startDemoProcess({ era: 'C' })
    running = await launchApp({ userData: userData.folder, env: { XAI_BASE_URL: server.baseUrl } })
    await connectionShown(running.page)
    await addKey(running.page, server.key)
  })
  afterAll(async () => {
    await running?.close()
    await server.stop()
    userData.remove()
  })

  it.each<{ how: string; change: Partial<KeyState>; words: RegExp; cells: Cell[] }>([
    {
      how: 'may do everything',
      change: { name: 'Ключ 鍵 🗝 <b>"x"</b>' },
      words: /cover every endpoint and every model/,
      cells: cells('allowed', ['chat', 'grok-4.7'], ['tokenize', 'grok-4.7'], ['sample', 'grok-build-0.1']),
    },
    {
      how: 'may only chat',
      change: { acls: ['api-key:endpoint:chat', 'api-key:model:*'] },
      words: /access to its endpoint and to its model/,
      cells: [
        ...cells('allowed', ['chat', 'grok-4.7']),
        ...cells('no-endpoint', ['models', 'grok-4.7'], ['tokenize', 'grok-4.7']),
      ],
    },
    {
      how: 'may use one model, named by an alias',
      change: {
        acls: ['api-key:endpoint:chat', 'api-key:endpoint:models', 'api-key:model:grok-4.20'],
      },
      words: /access to its endpoint and to its model/,
      cells: [
        ...cells('allowed', ['chat', 'grok-4.20-0309-reasoning']),
        ...cells('no-endpoint', ['tokenize', 'grok-4.20-0309-reasoning']),
      ],
    },
    {
      how: 'has no access at all',
      change: { acls: [] },
      words: /no access string at all/,
      cells: [],
    },
    {
      how: 'has endpoints but no model',
      change: { acls: ['api-key:endpoint:*'] },
      words: /access to endpoints but to no model/,
      cells: [],
    },
    {
      how: 'has access strings of unknown form',
      change: { acls: ['', 'api-key:region:eu', 'api-key:endpoint:teleport', 'api-key:model:*'] },
      words: /api-key:region:eu/,
      cells: [],
    },
    {
      how: 'belongs to a blocked team, and still describes itself',
      change: { teamBlocked: true },
      words: /team of this key is blocked/,
      cells: cells('team-blocked', ['chat', 'grok-4.7']),
    },
    {
      how: 'is disabled, where the server still describes it',
      change: { apiKeyDisabled: true, describesItself: true },
      words: /disabled by its owner, so nothing below is allowed/,
      cells: [],
    },
    {
      how: 'is blocked, where the server still describes it',
      change: { apiKeyBlocked: true, describesItself: true },
      words: /blocked by the provider, so nothing below is allowed/,
      cells: [],
    },
    {
      how: 'is disabled and refused everything',
      change: { apiKeyDisabled: true },
      words: /This API key is disabled/,
      cells: [],
    },
    {
      how: 'is blocked and refused everything',
      change: { apiKeyBlocked: true },
      words: /blocked: Blocked due to API key leak/,
      cells: [],
    },
  ])('$how', async ({ change, words, cells: expected }) => {
    await server.tell({ do: 'key-state', change: { ...WELL, ...change } })
    const { page } = running
    // Leaving and coming back is what a person does; nothing that was read before may stay.
    await page.reload()
    await connectionShown(page)
    await openView(page, 'API key')
    const main = page.getByRole('main')
    await main.getByText(words).first().waitFor()
    if (change.name !== undefined) await main.getByText(change.name, { exact: true }).first().waitFor()
    for (const { endpoint, model, reason } of expected) {
      await expect.poll(() => reasonAt(main, endpoint, model)).toBe(reason)
    }
    expect(running.complaints).toEqual([])
  })
})

/** The reason in one cell of the grid, found by its column's heading and its row's model. */
async function reasonAt(main: Locator, endpoint: string, model: string): Promise<string | null> {
  const grid = main.getByRole('grid', { name: 'Permissions' })
  const columns = await grid.locator('thead th').allInnerTexts()
  const row = grid.locator(`tbody tr[data-model="${model}"]`)
  if ((await row.count()) === 0) return null
  const at = columns.map((text) => text.trim().toLowerCase()).indexOf(endpoint)
  return row
    .locator('td')
    .nth(at - 1)
    .getAttribute('data-reason')
}
