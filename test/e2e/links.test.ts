import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { freshUserData, launchApp, modelsShown, type RunningApp } from '../support/electron-app.ts'

type Asked = { message: string; detail: string }

/** What the system was asked to open, and what the person was shown first. Only the two system calls are replaced. */
describe('links leave the app only after a confirmation', () => {
  const userData = freshUserData()
  let running: RunningApp

  beforeAll(async () => {
    running = await launchApp({ userData: userData.folder })
    await modelsShown(running.page)
    await running.app.evaluate(({ dialog, shell }) => {
      const state = { asked: [] as object[], opened: [] as string[], answer: 0 }
      Reflect.set(globalThis, 'linkTest', state)
      Reflect.set(dialog, 'showMessageBox', async (...given: object[]) => {
        state.asked.push(given.at(-1) ?? {})
        return { response: state.answer, checkboxChecked: false }
      })
      Reflect.set(shell, 'openExternal', async (url: string) => void state.opened.push(url))
    })
  })
  afterAll(async () => {
    await running?.close()
    userData.remove()
  })

  const answerWith = (answer: number) =>
    running.app.evaluate((_electron, response) => {
      Object.assign(Reflect.get(globalThis, 'linkTest'), { answer: response, asked: [], opened: [] })
    }, answer)
  const state = () =>
    running.app.evaluate((): { asked: Asked[]; opened: string[] } => Reflect.get(globalThis, 'linkTest'))

  /** Speaks to main as the page's own code does, over a port the preload hands out. */
  const openLink = (url: string) =>
    running.page.evaluate(
      (address) =>
        new Promise<string>((resolve) => {
          const listening = new AbortController()
          const { signal } = listening
          const onMessage = ({ data, ports }: MessageEvent): void => {
            const [port] = ports
            if (data?.kind !== 'tokenbook:port' || !port) return
            listening.abort()
            port.onmessage = (event) => resolve(String(event.data))
            port.postMessage(
              JSON.stringify({ i: '1', p: { u: '/about/openLink', b: { json: { url: address } } } }),
            )
          }
          window.addEventListener('message', onMessage, { signal })
          window.postMessage({ kind: 'tokenbook:port-wanted' }, location.origin)
        }),
      url,
    )

  it('shows the host, and opens nothing when declined', async () => {
    await answerWith(0)
    expect(await openLink('https://docs.x.ai/docs/models')).toContain('declined')
    const { asked, opened } = await state()
    expect(asked[0]?.message).toContain('docs.x.ai')
    expect(opened).toEqual([])
  })

  it('opens exactly the confirmed address', async () => {
    await answerWith(1)
    expect(await openLink('https://docs.x.ai/docs/models')).toContain('opened')
    expect((await state()).opened).toEqual(['https://docs.x.ai/docs/models'])
  })

  it.each(['http://x.ai', 'file:///etc/passwd', 'javascript:alert(1)', 'https://x.ai@evil.example/'])(
    'does not even ask for %s',
    async (address) => {
      await answerWith(1)
      expect(await openLink(address)).toContain('refused')
      expect(await state()).toMatchObject({ asked: [], opened: [] })
    },
  )
})
