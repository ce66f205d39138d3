import { describe, expect, it } from 'vitest'
import { contract } from '../../shared/contract/index.ts'
import { demoWindow } from '../support/demo-window.ts'
import { modelsShown } from '../support/electron-app.ts'
import { faultSeed, howMany } from '../support/fault-run.ts'
import { seededRandom } from '../support/seeded-random.ts'

const MESSAGES = howMany('TOKENBOOK_FAULT_WINDOW_MESSAGES', { short: 1_000, long: 20_000 })

/** Every call of the contract but those that open a dialog of the system, and some that are none. */
const PATHS = [
  ...Object.entries(contract).flatMap(([area, calls]) =>
    Object.keys(calls)
      .filter((name) => !/export|import|save|choose|open|restore|erase|restart|backup/i.test(name))
      .map((name) => `/${area}/${name}`),
  ),
  ...['/__proto__', '/constructor/call', '/chat/toString', '/connection/target', '//evil.example/x'],
]

/** A request as text, whole or spoiled, that follows from the seed. */
function requests(seed: number): string[] {
  const random = seededRandom(seed)
  const value = (depth: number): unknown => {
    if (depth > 3 || random.chance(0.4)) {
      return random.pick([null, true, -0, 1e308, '', '\ud800', '__proto__', 'x'.repeat(5_000), 'grok-4.3'])
    }
    if (random.chance(0.4)) return Array.from({ length: random.below(4) }, () => value(depth + 1))
    const names = ['id', 'key', 'text', 'constructor', 'conversationId', 'setup', 'messageId', 'query']
    return Object.fromEntries(
      Array.from({ length: random.below(5) }, () => [random.pick(names), value(depth + 1)]),
    )
  }
  return Array.from({ length: MESSAGES }, (_, at) => {
    const body = JSON.stringify(value(0)).replaceAll(
      '"constructor":',
      '"__proto__":{"polluted":1},"constructor":',
    )
    const text = `{"i":"${9_000 + at}","p":{"u":"${random.pick(PATHS)}","b":{"json":${body}}}}`
    return random.chance(0.2) ? text.slice(0, random.below(text.length)) : text
  })
}

describe(`a page that says anything, in the real window, from seed ${faultSeed}`, () => {
  const opened = demoWindow()

  /** The main process is alive and as it was, and a page that is loaded anew works. */
  async function expectUnharmed(): Promise<void> {
    const keys = await opened().app.evaluate(() => [
      ...Object.keys(Object.prototype),
      ...('polluted' in {} ? ['polluted'] : []),
    ])
    expect(keys).toEqual([])
    await opened().page.reload()
    await modelsShown(opened().page)
    expect(await opened().page.evaluate(() => 'polluted' in {})).toBe(false)
  }

  it('harms nothing by requests of every kind', async () => {
    const answered = await opened().page.evaluate(async (all) => {
      const port = await new Promise<MessagePort | undefined>((resolve) => {
        window.addEventListener('message', ({ ports }) => ports[0] && resolve(ports[0]))
        window.postMessage({ kind: 'tokenbook:port-wanted' }, location.origin)
      })
      if (port === undefined) return -1
      let answers = 0
      const last = new Promise<number>((resolve) => {
        port.onmessage = ({ data }) => {
          answers += 1
          if (typeof data === 'string' && data.includes('"i":"last"')) resolve(answers)
        }
      })
      for (const [at, text] of all.entries()) {
        port.postMessage(text)
        // In pieces, as a hostile page would rather not: its own process has to live to say more.
        if (at % 200 === 0) await new Promise((resolve) => setTimeout(resolve))
      }
      port.postMessage('{"i":"last","p":{"u":"/about/read","b":{}}}')
      return await last
    }, requests(faultSeed))
    expect(answered).toBeGreaterThan(MESSAGES / 3)
    await expectUnharmed()
  }, 600_000)

  it('harms nothing by values that only a structured clone can carry', async () => {
    const answer = await opened().page.evaluate(async () => {
      const port = await new Promise<MessagePort | undefined>((resolve) => {
        window.addEventListener('message', ({ ports }) => ports[0] && resolve(ports[0]))
        window.postMessage({ kind: 'tokenbook:port-wanted' }, location.origin)
      })
      const loop: Record<string, unknown> = {}
      loop['self'] = loop
      const odd = [undefined, null, 7n, loop, new Map([[loop, loop]]), new Date(Number.NaN), new Error('x')]
      const large = [new Uint8Array(1_000_000), 'x'.repeat(20_000_000), new Array(1_000_000).fill(0)]
      for (const value of [
        ...odd,
        ...large,
        '['.repeat(100_000),
        new Blob(['x']),
        [new Uint8Array(9).buffer],
      ])
        port?.postMessage(value)
      return await new Promise<string>((resolve) => {
        if (port === undefined) return resolve('no port')
        port.onmessage = ({ data }) => resolve(String(data).slice(0, 12))
        port.postMessage('{"i":"last","p":{"u":"/about/read","b":{}}}')
      })
    })
    expect(answer).toContain('"i":"last"')
    await expectUnharmed()
  }, 120_000)

  it('gets nowhere from a frame inside the page, whatever it says to whom', async () => {
    const { page } = opened()
    await page.evaluate(() => document.body.append(document.createElement('iframe')))
    const frame = page.frames().find((one) => one !== page.mainFrame())
    // By the debugger, in the frame's own world: the policy would let no script of a page into it.
    const heard = await frame?.evaluate(
      (all) =>
        new Promise<string[]>((resolve) => {
          const got: string[] = []
          window.addEventListener('message', ({ ports, source }) => {
            if (ports.length > 0 && source !== window) got.push('a port')
          })
          for (const target of [window, window.parent]) {
            const { port1, port2 } = new MessageChannel()
            port1.onmessage = () => got.push('an answer')
            for (const text of all) target.postMessage(text, '*')
            target.postMessage({ kind: 'tokenbook:port-wanted' }, '*')
            target.postMessage({ kind: 'tokenbook:port' }, '*', [port2])
            for (const text of all) port1.postMessage(text)
            port1.postMessage('{"i":"1","p":{"u":"/about/read","b":{}}}')
          }
          setTimeout(() => resolve(got), 1_000)
        }),
      requests(faultSeed + 1).slice(0, 500),
    )
    expect(heard).toEqual([])
    await expectUnharmed()
  }, 120_000)
})
