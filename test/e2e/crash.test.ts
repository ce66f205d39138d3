import { once } from 'node:events'
import { setTimeout as wait } from 'node:timers/promises'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { addTotals } from '../../shared/ledger/add-totals.ts'
import { noTotals } from '../../shared/ledger/ledger-totals.ts'
import { totalsOfRow } from '../../shared/ledger/row-totals.ts'
import { type DemoProcess, startDemoProcess } from '../support/demo-process.ts'
import { freshUserData, launchApp, type RunningApp } from '../support/electron-app.ts'
import { howMany } from '../support/fault-run.ts'
import { answers, openView, sendPrompt } from '../support/page-actions.ts'
import { storedLedger } from '../support/stored-ledger.ts'

const KILLS = howMany('TOKENBOOK_KILLS', { short: 6, long: 200 })
/** An answer of the believable server takes about this long. */
const LATEST_KILL_MS = 2_500

describe(`the real app, killed ${KILLS} times while it sends, streams and saves`, () => {
  const userData = freshUserData()
  let server: DemoProcess
  const launch = (): Promise<RunningApp> =>
    launchApp({
      userData: userData.folder,
      env: { XAI_BASE_URL: server.baseUrl, XAI_API_KEY: server.key },
    })

  beforeAll(async () => {
    server = await startDemoProcess({ pacing: 'believable' })
  })
  afterAll(async () => {
    await server.stop()
    userData.remove()
  })

  it(
    'has every try that reached the server on record, sound sums, and nothing left open',
    async () => {
      const acknowledged = new Set<string>()
      const reached = async () =>
        (await server.requests()).filter(
          ({ method, path }) => method === 'POST' && path === '/v1/chat/completions',
        ).length
      for (let kill = 1; kill <= KILLS; kill += 1) {
        const running = await launch()
        // A long conversation shows its end only; a new one every so often shows all there is.
        if (kill % 10 === 0) await newConversation(running.page)
        await sendPrompt(running.page, `Number ${kill}: write about rivers.`)
        await wait(Math.random() * LATEST_KILL_MS)
        const shown = await answers(running.page).last().innerText()
        const gone = once(running.app.process(), 'exit')
        running.app.process().kill('SIGKILL')
        await gone
        if (shown.includes('Served model')) acknowledged.add(`Number ${kill}`)
        const { rows, totals, sound, wrongRollups } = storedLedger(userData.folder)
        expect(sound).toBe(true)
        expect(wrongRollups).toBe(0)
        expect(rows.length).toBeGreaterThanOrEqual(await reached())
        expect(totals).toEqual(rows.reduce((sum, row) => addTotals(sum, totalsOfRow(row)), noTotals()))
        // What an earlier run left open was settled by this one.
        const open = rows.filter(({ state }) => state === 'pending')
        expect(open.length).toBeLessThanOrEqual(1)
        if (open[0]) expect(open[0].sequence).toBe(rows.at(-1)?.sequence)
      }
      const last = await launch()
      await last.page.getByRole('contentinfo').waitFor()
      await last.close()
      const { rows, totals } = storedLedger(userData.folder)
      expect(rows.length).toBeGreaterThanOrEqual(KILLS - 1)
      expect(rows.filter(({ state }) => state === 'pending')).toEqual([])
      expect(totals.requests.unknown + totals.requests.final).toBe(rows.length)
      expect(totals.requests.final).toBeGreaterThanOrEqual(acknowledged.size)
    },
    KILLS * 60_000 + 180_000,
  )
})

async function newConversation(page: Page): Promise<void> {
  await openView(page, 'Playground')
  await page.getByRole('button', { name: 'New conversation' }).click()
  await expect.poll(() => answers(page).count()).toBe(0)
}
