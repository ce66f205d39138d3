import { setImmediate } from 'node:timers/promises'
import fc from 'fast-check'
import { afterEach, describe, expect, it } from 'vitest'
import { contract } from '../../shared/contract/index.ts'
import { faultSeed, howMany } from '../support/fault-run.ts'
import { pageOf, routerBench } from '../support/ports/router-bench.ts'

const CALLS = howMany('TOKENBOOK_FAULT_CALLS', { short: 400, long: 20_000 })
/** Every call of the contract. */
const calls = Object.entries(contract).flatMap(([area, procedures]) =>
  Object.keys(procedures).map((name) => `/${area}/${name}`),
)

/** Whatever can be written as JSON, with the keys that replace prototypes; `__proto__` is an own key here. */
const anyJson = fc
  .object({
    key: fc.oneof(
      fc.constantFrom('__proto__', 'constructor', 'prototype', 'key', 'model', 'text', 'url', 'id'),
      fc.string(),
    ),
    values: [
      fc.string(),
      fc.double(),
      fc.boolean(),
      fc.constantFrom(null, '', 1e308, -0, '\ud800', '__proto__', 'x'.repeat(100_000)),
    ],
    maxDepth: 4,
  })
  .map((value) => JSON.stringify(value).replaceAll('"prototype":', '"__proto__":{"polluted":1},"prototype":'))
const anyCall = fc.tuple(
  fc.constantFrom(...calls, '/__proto__', '/constructor/call', '/chat/toString'),
  anyJson,
)

/** What a structured clone can carry and no client of ours sends. */
const loop: Record<string, unknown> = {}
loop['self'] = loop
const CLONES: readonly (readonly [string, unknown])[] = [
  ['nothing', undefined],
  ['a cycle', loop],
  ['bytes', new Uint8Array(1_000_000)],
  ['a map of itself', new Map([[loop, loop]])],
  ['a date that is none', new Date(Number.NaN)],
  ['an error', new Error('x')],
  ['a huge whole number', 10n ** 1_000n],
  ['text of 40 MB', 'x'.repeat(40_000_000)],
  ['deep nesting', `${'['.repeat(100_000)}`],
  ['a list of a million', new Array(1_000_000).fill(0)],
  ['a request that is an object', { i: '1', p: { u: '/connection/status', b: {} } }],
  [
    'a request with a method of its own',
    JSON.stringify({ i: '1', p: { u: '/connection/status', m: 'DELETE', h: {} } }),
  ],
]

const closing: (() => void)[] = []
afterEach(() => {
  for (const close of closing.splice(0)) close()
})

function bench() {
  const made = routerBench()
  const page = pageOf(made)
  closing.push(page.close)
  const answers: string[] = []
  page.port.on('message', (data: unknown) => answers.push(String(data)))
  return { ...made, ...page, answers }
}

/** The main process is alive when it still answers, and unharmed when no prototype has changed. */
async function expectUnharmed(client: ReturnType<typeof bench>['client']): Promise<void> {
  expect((await client.connection.status()).key.kind).toBeDefined()
  expect('polluted' in {}).toBe(false)
  expect(Reflect.ownKeys(Object.prototype).length).toBe(12)
}

describe('a page that says anything', () => {
  it('is refused or answered, harms nothing, and learns nothing of our insides', async () => {
    const { client, port, answers } = bench()
    let number = 1_000
    await fc.assert(
      fc.asyncProperty(anyCall, async ([call, input]) => {
        number += 1
        port.postMessage(`{"i":"${number}","p":{"u":"${call}","b":{"json":${input}}}}`)
        port.postMessage(`{"i":"${number}","t":4}`)
        await setImmediate()
      }),
      { numRuns: CALLS, seed: faultSeed },
    )
    await expectUnharmed(client)
    const words = answers.join('\n')
    expect(answers.length).toBeGreaterThan(0)
    expect(words).not.toMatch(/\bat \w+ \(|node_modules|electron\/|ZodError/)
  }, 600_000)

  it.each(CLONES)('is not heard when it sends %s', async (_name, message) => {
    const { client, port } = bench()
    port.postMessage(message)
    await expectUnharmed(client)
  })
})
