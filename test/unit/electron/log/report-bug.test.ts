import { afterEach, describe, expect, it, vi } from 'vitest'
import { reportBug, reportBugsTo } from '../../../../electron/app/report-bug.ts'
import { createKnownSecrets } from '../../../../electron/services/known-secrets.ts'

/** Of a server of one's own: nothing in its shape says that it is a key. */
const KEY = 'b7Qd93kLmZp0WvT4yRb8NcF2hJ6sA1eXqG5'

function written(report: () => void): string {
  const spy = vi.spyOn(process.stderr, 'write').mockReturnValue(true)
  report()
  return spy.mock.calls.map(([text]) => String(text)).join('')
}

afterEach(() => {
  vi.restoreAllMocks()
})

describe('a bug on stderr, which many a desktop keeps', () => {
  const secrets = createKnownSecrets()
  secrets.learn(KEY)
  reportBugsTo({ write: () => {} }, secrets.redact)

  it.each<[string, unknown]>([
    ['in its words', new Error(`refused: ${KEY}`)],
    ['in the place', new Error('odd')],
    ['in a text', `TypeError: ${Buffer.from(KEY).toString('base64')}\n    at x (app://bundle/a.js:1:1)`],
  ])('holds no key that is known %s', (_, error) => {
    const text = written(() => reportBug(`page: ${KEY}`, error))
    expect(text).toMatch(/^\[page: \[removed\]\] \w*Error: /)
    expect(text).not.toContain(KEY)
    expect(text).not.toContain(Buffer.from(KEY).toString('base64').slice(0, 20))
  })

  it('holds nothing that it quotes, such as the beginning of a prompt', () => {
    const parsing = () => JSON.parse('doctors told me so')
    const text = written(() => {
      try {
        parsing()
      } catch (error) {
        reportBug('chat.send', error)
      }
    })
    expect(text).toMatch(/^\[chat\.send\] SyntaxError: /)
    expect(text).not.toContain('doctors')
    expect(text).toContain('\n    at ')
  })
})
