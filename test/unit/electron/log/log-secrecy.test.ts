import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterEach, describe, expect, it } from 'vitest'
import { createKnownSecrets, learningVault } from '../../../../electron/services/known-secrets.ts'
import { createLog, type LogEvent } from '../../../../electron/services/log.ts'
import { createLogFile } from '../../../../electron/storage/log-file.ts'
import { memoryVault } from '../../../support/ports/memory-vault.ts'
import { spellingsIn } from '../../../support/secret-search.ts'

const CANARY = 'xai-CANARYq7W2e9R4t6Y8u1I3o5P0aS7dF9gH2jK4lZ6xC8vB1nM3'
const folders: string[] = []
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true })
})

function logOnDisk({ learnt = true } = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'tokenbook-log-'))
  folders.push(folder)
  const secrets = createKnownSecrets()
  if (learnt) secrets.learn(CANARY)
  let now = 0
  const log = createLog({
    file: createLogFile({ folder }),
    // A minute a line: the limit on lines is not what is tried here.
    clock: { now: () => 1_790_000_000_000, monotonic: () => (now += 60_000) },
    redact: secrets.redact,
    holds: secrets.holds,
  })
  const written = (): string =>
    readdirSync(folder)
      .map((name) => readFileSync(join(folder, name), 'utf8'))
      .join('')
  return { log, written, secrets }
}

const bytes = Buffer.from(CANARY)
/** How a key gets into what is logged: as somebody wrote it. */
const WRITTEN: readonly ((key: string) => string)[] = [
  (key) => key,
  (key) => `Bearer ${key}`,
  (key) => `{"authorization":"Bearer ${key}"}`,
  encodeURIComponent,
  (key) => `https://gateway.example/v1?api_key=${key}&x=1`,
  (key) => JSON.stringify(JSON.stringify({ key })),
  () => bytes.toString('hex'),
  () => bytes.toString('hex').toUpperCase(),
  () => bytes.toString('base64'),
  () => Buffer.concat([Buffer.from(' '), bytes]).toString('base64'),
  () => Buffer.concat([Buffer.from('me'), bytes]).toString('base64url'),
  (key) => [...key].reverse().join(''),
  (key) => [...key].join('\u200b'),
  (key) => [...key].join('\u0000'),
  (key) => [...key].map((one) => `\\u00${one.charCodeAt(0).toString(16)}`).join(''),
  (key) => key.match(/.{1,16}/g)?.join('\n') ?? key,
]
const form = fc.constantFrom(...WRITTEN).map((write) => write(CANARY))
const around = fc.string({ unit: fc.constantFrom(...'abc {}":,\\\n<é–'), maxLength: 12 })
const leaf = fc.oneof(
  fc.tuple(around, form, around).map((parts) => parts.join('')),
  form.map((text) => new Error(`refused: ${text}`)),
  form.map((text) =>
    Object.assign(new Error('odd'), { stack: `Error: odd\n    at ${text} (file.ts:1:1)`, code: text }),
  ),
  form.map((text) => new Error('outer', { cause: new Error(text) })),
  form.map((text) => Buffer.from(text)),
  form.map((text) => new Map([[text, text]])),
)
const nested: fc.Arbitrary<unknown> = fc.letrec((tie) => ({
  value: fc.oneof(
    { maxDepth: 6 },
    leaf,
    fc.array(tie('value'), { minLength: 1, maxLength: 3 }),
    fc.dictionary(
      fc.oneof(form, fc.constantFrom('where', 'authorization', 'x-api-key', 'text', '__proto__')),
      tie('value'),
      {
        minKeys: 1,
        maxKeys: 3,
      },
    ),
  ),
})).value

/** What `secret-search` would find in the file, and the key written with anything of ours in between. */
function tracesIn(text: string): string[] {
  const squeezed = text.replace(/\\u[0-9a-f]{4}|\\[nrt"\\]|[\s"\\:,;[\]{}\u200b]/g, '')
  return [...spellingsIn(text, CANARY), ...spellingsIn(squeezed, CANARY)]
}

describe('the log', () => {
  it('never holds the key, in whatever field, nesting and spelling it comes', () => {
    const { log, written } = logOnDisk()
    fc.assert(
      fc.property(fc.constantFrom<LogEvent>('bug', 'request'), nested, (event, value) => {
        log.write('error', event, { value, where: 'a test' })
      }),
      { numRuns: 250 },
    )
    const text = written()
    expect(text.split('\n').length).toBeGreaterThan(200)
    expect(tracesIn(text)).toEqual([])
    for (const line of text.split('\n').filter(Boolean)) expect(() => JSON.parse(line)).not.toThrow()
  })

  it('finds a key that nobody told it of by its shape', () => {
    const { log, written } = logOnDisk({ learnt: false })
    const segmind = 'SG_a81f0c92be77d3e4'
    const encoded = Buffer.from(`key=${CANARY}`)
    for (const error of [
      new Error(`no such key ${CANARY}`),
      new Error(`authorization: Basic bWU6c2VjcmV0LXNlY3JldA==`),
      new Error(`x-api-key: ${segmind}`),
      new Error(`key ${segmind} is unknown`),
      new Error(encoded.toString('base64')),
      new Error(encoded.toString('hex')),
    ])
      log.write('error', 'bug', { error })
    const text = written()
    expect(spellingsIn(text, CANARY)).toEqual([])
    expect(text).not.toContain(segmind)
    expect(text).not.toContain('bWU6c2Vj')
  })

  it('withholds a line whose parts make up the key only together', () => {
    const { log, written } = logOnDisk()
    log.write('info', 'request', {
      a: CANARY.slice(0, 11),
      b: [CANARY.slice(11, 22), CANARY.slice(22, 33)],
      c: CANARY.slice(33),
    })
    expect(tracesIn(written())).toEqual([])
  })

  it('learns each key that passes through the vault', () => {
    const { log, written, secrets } = logOnDisk({ learnt: false })
    const own = 'gw.key/of+no=known_shape.0123456789'
    const slot = { connection: 'default', origin: 'https://gateway.example' }
    learningVault(memoryVault(), secrets).save(slot, own, 'strongest')
    log.write('error', 'bug', { error: new Error(`refused ${own}`) })
    expect(written()).not.toContain('known_shape')
  })

  it('never holds what people or models wrote', () => {
    const { log, written } = logOnDisk()
    const words = fc.string({ unit: fc.constantFrom(...'ÄÖÜßŞğ'), minLength: 12, maxLength: 40 })
    const field = fc.constantFrom(
      'prompt',
      'text',
      'messages',
      'content',
      'input',
      'body',
      'reasoning',
      'title',
      'system',
    )
    fc.assert(
      fc.property(words, field, (secretWords, name) => {
        log.write('error', 'bug', {
          deep: [{ [name]: secretWords }, { [name]: [{ [name]: secretWords }] }],
          error: new SyntaxError(`Unexpected token, "${secretWords}" is not valid JSON`),
        })
      }),
      { numRuns: 100 },
    )
    expect(written()).not.toMatch(/[ÄÖÜßŞğ]/)
  })
})
