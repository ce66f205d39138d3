import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type DemoProcess, startDemoProcess } from '../support/demo-process.ts'
import { freshUserData, launchApp, type RunningApp } from '../support/electron-app.ts'
import { sendPrompt } from '../support/page-actions.ts'
import { storedLedger, storedRows } from '../support/stored-ledger.ts'

/** What was sent through the window stands in the database: the bill, the stop, the refusal, and each try. */
describe('the ledger of the real app', () => {
  const userData = freshUserData()
  let server: DemoProcess
  let running: RunningApp
  const rows = () => storedRows(userData.folder)

  beforeAll(async () => {
    server = await startDemoProcess({ era: 'C', pacing: 'believable' })
    running = await launchApp({
      userData: userData.folder,
      env: { XAI_BASE_URL: server.baseUrl, XAI_API_KEY: server.key },
    })
  })
  afterAll(async () => {
    await running?.close()
    await server.stop()
    userData.remove()
  })

  it('has a bill to the tick, who sent it, and rates', async () => {
    await sendPrompt(running.page, 'Say hello.')
    await expect.poll(() => rows()[0]?.state, { timeout: 30_000 }).toBe('final')
    const [row] = rows()
    expect(row).toMatchObject({
      key: `xai-...${server.key.slice(-4)}`,
      connection: 'default',
      protocol: 'chat',
      tryNumber: 1,
    })
    expect(row?.usage?.billed).toBe(row?.spent)
    expect(row?.computed?.total).toBe(row?.spent)
    expect(row?.difference).toMatchObject({ ticks: 0n, reason: 'equal' })
    expect(row?.firstTokenMs).toBeGreaterThan(0)
  })

  it('has an estimate of what was stopped', async () => {
    await sendPrompt(running.page, 'Write a long essay about rivers.')
    await running.page.getByRole('button', { name: 'Stop', exact: true }).click()
    await expect.poll(() => rows()[1]?.state, { timeout: 30_000 }).not.toBe('pending')
    expect(['estimated', 'final']).toContain(rows()[1]?.state)
  })

  it('has each try of a request that was refused first', async () => {
    await server.tell({ do: 'faults', faults: [{ kind: 'unavailable', path: '/v1/chat/*', times: 1 }] })
    const before = rows().length
    await sendPrompt(running.page, 'Say hello again.')
    await expect.poll(() => rows()[before + 1]?.state, { timeout: 30_000 }).toBe('final')
    const tries = rows().slice(before)
    expect(tries.map(({ state, tryNumber }) => [state, tryNumber])).toEqual([
      ['rejected', 1],
      ['final', 2],
    ])
    expect(new Set(tries.map(({ attemptId }) => attemptId)).size).toBe(1)
  })

  it('is the same after a restart, and adds up', async () => {
    await running.close()
    const before = storedLedger(userData.folder)
    running = await launchApp({
      userData: userData.folder,
      env: { XAI_BASE_URL: server.baseUrl, XAI_API_KEY: server.key },
    })
    await running.page.getByRole('contentinfo').waitFor()
    await running.close()
    expect(storedLedger(userData.folder)).toEqual(before)
    expect(before).toMatchObject({ sound: true, wrongRollups: 0 })
  })
})
