import { afterAll, describe, expect, it } from 'vitest'
import {
  connectionShown,
  freshUserData,
  launchApp,
  modelsShown,
  type RunningApp,
} from '../support/electron-app.ts'
import { answers, openView, sendPrompt } from '../support/page-actions.ts'

/** Lets the next question of the main process be answered without a person; counts how often it asked. */
async function answerDialogs({ app }: RunningApp, button: number): Promise<void> {
  await app.evaluate(({ dialog }, response) => {
    process.env['DIALOGS_ASKED'] = '0'
    dialog.showMessageBox = async () => {
      process.env['DIALOGS_ASKED'] = String(Number(process.env['DIALOGS_ASKED']) + 1)
      return { response, checkboxChecked: false }
    }
  }, button)
}

const pressCross = ({ app }: RunningApp) =>
  app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close())
const askedOf = ({ app }: RunningApp) => app.evaluate(() => process.env['DIALOGS_ASKED'])

describe('the window’s cross while an answer comes', () => {
  const userData = freshUserData()
  afterAll(() => userData.remove())

  it('asks, waits on a no, closes on a yes, and what came is there the next time', async () => {
    const running = await launchApp({ userData: userData.folder })
    await modelsShown(running.page)
    const answer = await sendPrompt(running.page, 'Write a long essay about token prices.')
    const length = async () => (await answer.innerText()).length
    await expect.poll(length).toBeGreaterThan(120)

    await answerDialogs(running, 0)
    await pressCross(running)
    await expect.poll(() => askedOf(running)).toBe('1')
    const before = await length()
    await expect.poll(length).toBeGreaterThan(before)

    await answerDialogs(running, 1)
    const closed = running.page.waitForEvent('close')
    await pressCross(running)
    await closed
    await running.close()

    const next = await launchApp({ userData: userData.folder })
    await connectionShown(next.page)
    await openView(next.page, 'Playground')
    const kept = answers(next.page).last()
    await kept.waitFor()
    await expect.poll(async () => (await kept.innerText()).length).toBeGreaterThan(before)
    // The window did not wait for the end of the answer.
    await kept.getByRole('button', { name: 'Try again' }).waitFor()
    expect(await kept.innerText()).not.toContain('agree to the last digit')
    await next.close()
  })
})
