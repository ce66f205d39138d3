import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { parseUsd } from '../../shared/money/ticks.ts'
import { freshUserData, launchApp, modelsShown, type RunningApp } from '../support/electron-app.ts'

const work = 'requests=777&prompt=123457&cached=3333&answer=77&reasoning=41t&images=0x1x1'
const names = ['grok-4.7', 'grok-4.3', 'grok-build-latest']

/** Only the system's own dialog is replaced: it answers with a file in `folder`. */
describe('a workload compared in the real window', () => {
  const userData = freshUserData()
  const folder = mkdtempSync(join(tmpdir(), 'tokenbook-exports-'))
  let running: RunningApp

  beforeAll(async () => {
    running = await launchApp({ userData: userData.folder })
    await modelsShown(running.page)
    await running.app.evaluate(({ dialog }, target) => {
      Reflect.set(dialog, 'showSaveDialog', async (...given: { defaultPath?: string }[]) => {
        const name = given.at(-1)?.defaultPath?.split(/[\\/]/).at(-1) ?? 'unnamed'
        return { canceled: false, filePath: `${target}/${name}` }
      })
    }, folder)
    await running.page.evaluate((hash) => {
      window.location.hash = hash
    }, `#/compare?models=${names.join()}&${work}&by=prompt`)
    await running.page.getByRole('table', { name: 'Workload cost' }).waitFor()
  })
  afterAll(async () => {
    await running?.close()
    userData.remove()
    rmSync(folder, { recursive: true })
  })

  it('shows and exports the same amounts to the tick', async () => {
    const { page } = running
    await page.getByRole('button', { name: 'Export CSV' }).click()
    await page.getByText('Saved tokenbook-comparison.csv').waitFor()
    const lines = readFileSync(join(folder, 'tokenbook-comparison.csv'), 'utf8').trim().split('\r\n')
    const [head = [], ...rows] = lines.map((line) => line.split(','))
    const table = page.getByRole('table', { name: 'Workload cost' })
    for (const name of names) {
      const row = table.getByRole('row', { name: new RegExp(`^${name} `) })
      const shown = (await row.getByRole('cell').allInnerTexts()).slice(0, 4)
      const written = rows.filter(([first]) => first === name)
      expect(shown.map((text) => String(parseUsd(text)))).toStrictEqual(
        written.map((cells) => cells[head.indexOf('total_ticks')]),
      )
      expect(shown.map(parseUsd)).toStrictEqual(
        written.map((cells) => parseUsd(cells[head.indexOf('total_usd')] ?? '')),
      )
    }
  })

  it('saves both charts as images without breaking the page policy', async () => {
    const { page, complaints } = running
    for (const [chart, file] of [
      ['Cost per month by token class', 'tokenbook-cost.png'],
      ['Cost of a request by prompt size', 'tokenbook-break-even.png'],
    ] as const) {
      await page.getByRole('figure', { name: chart }).locator('svg').first().waitFor()
      await page.getByRole('figure', { name: chart }).getByRole('button', { name: 'Save image' }).click()
      await page.getByText(`Saved ${file}`).waitFor()
      const image = readFileSync(join(folder, file))
      expect(image.subarray(1, 4).toString()).toBe('PNG')
      // A drawing of lines and words; an empty one of this size takes a tenth of that.
      expect(image.length).toBeGreaterThan(20_000)
    }
    expect(complaints).toStrictEqual([])
  })

  it('reads a chart by keyboard', async () => {
    const { page } = running
    const drawing = page.getByRole('figure', { name: 'Cost per month by token class' }).locator('svg').first()
    await drawing.focus()
    await page.keyboard.press('ArrowRight')
    await expect.poll(() => page.locator('.chart-tip').first().innerText()).toMatch(/Total\s+\$[\d,.]+/)
  })
})
