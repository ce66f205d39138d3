import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { createLog, type LogFile } from '../../../../electron/services/log.ts'
import { stackFact } from '../../../../electron/services/log-facts.ts'
import { loggedStream, loggedWire } from '../../../../electron/services/logged-network.ts'
import { ServiceFailure } from '../../../../electron/services/ports.ts'
import { createLogFile } from '../../../../electron/storage/log-file.ts'
import { failureOf } from '../../../../shared/contract/failure.ts'
import { demoTarget, sampleTarget } from '../../../support/ports/sample-target.ts'
import { quietHeaders, scriptedWire } from '../../../support/ports/scripted-wire.ts'

const folders: string[] = []
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true })
})
function scratch(): string {
  const folder = mkdtempSync(join(tmpdir(), 'tokenbook-log-'))
  folders.push(folder)
  return join(folder, 'logs')
}

function memoryLog() {
  const lines: string[] = []
  const file: LogFile = { append: (line) => void lines.push(line), last: (count) => lines.slice(-count) }
  const time = { ms: 0 }
  const clock = { now: () => 1_790_000_000_000, monotonic: () => time.ms }
  const log = createLog({ file, clock, redact: (text) => text, holds: () => false })
  return { log, clock, time, entries: () => lines.map((line): unknown => JSON.parse(line)) }
}

describe('the files of the log', () => {
  it('are three at most, none above its size, the newest lines kept, for the owner only', () => {
    const folder = scratch()
    const file = createLogFile({ folder, mostBytes: 1000, files: 3 })
    for (let at = 0; at < 200; at += 1) file.append(`line ${at} ${'x'.repeat(40)}`)
    expect(readdirSync(folder).sort()).toEqual(['tokenbook.1.log', 'tokenbook.2.log', 'tokenbook.log'])
    for (const name of readdirSync(folder)) {
      const { size, mode } = statSync(join(folder, name))
      expect(size).toBeLessThanOrEqual(1000)
      expect(mode & 0o077).toBe(0)
    }
    const last = file.last(30)
    expect(last).toHaveLength(30)
    expect(last[0]).toMatch(/^line 170 /)
    expect(last.at(-1)).toMatch(/^line 199 /)
  })

  it('go on where the last run ended', () => {
    const folder = scratch()
    createLogFile({ folder }).append('one')
    createLogFile({ folder }).append('two')
    expect(readFileSync(join(folder, 'tokenbook.log'), 'utf8')).toBe('one\ntwo\n')
  })

  it('lose what the disk refuses, and nothing else', () => {
    const folder = scratch()
    mkdirSync(join(folder, '..'), { recursive: true })
    writeFileSync(folder, 'a file where the folder should be')
    const file = createLogFile({ folder })
    expect(() => file.append('lost')).not.toThrow()
    expect(file.last(5)).toEqual([])
  })
})

describe('the lines of the log', () => {
  it('are JSON with time, level and event', () => {
    const { log, entries } = memoryLog()
    log.write('info', 'start', { versions: { app: '1.2.3' } })
    expect(entries()).toEqual([
      {
        at: '2026-09-21T14:13:20.000Z',
        level: 'info',
        event: 'start',
        facts: { versions: { app: '1.2.3' } },
      },
    ])
  })

  it('stop flooding the disk, and say how many are missing', () => {
    const { log, time, entries } = memoryLog()
    for (let at = 0; at < 1_000; at += 1) log.write('error', 'bug', { at })
    expect(entries()).toHaveLength(240)
    time.ms = 61_000
    log.write('info', 'start')
    expect(entries().slice(-2)).toMatchObject([
      { event: 'left-off', facts: { lines: 760 } },
      { event: 'start' },
    ])
  })

  it('hold whatever comes: loops, getters that throw, what is too deep or too long', () => {
    const { log, entries } = memoryLog()
    const loop: Record<string, unknown> = {}
    loop['self'] = loop
    const trap = {
      get boom() {
        throw new Error('no')
      },
    }
    log.write('error', 'bug', {
      loop,
      trap,
      n: 10n,
      inf: Number.NaN,
      f: () => 1,
      long: 'y'.repeat(5_000),
      d: new Date(Number.NaN),
    })
    const text = JSON.stringify(entries())
    expect(text).toContain('[deeper]')
    expect(text).toContain('[unreadable]')
    expect(text.length).toBeLessThan(2_000)
  })

  it('tell of a bug of the page its name and its frames', () => {
    const stack =
      'TypeError: Cannot read "the words of a person" of undefined\n    at Row (app://bundle/assets/x.js:1:2)\n    at b (x.js:3:4)'
    expect(stackFact(stack)).toEqual({
      name: 'TypeError',
      says: 'Cannot read "…" of undefined',
      frames: ['at Row (app://bundle/assets/x.js:1:2)', 'at b (x.js:3:4)'],
    })
  })
})

describe('requests in the log', () => {
  it('leave one line each: route, how it ended, id and time, and never the name of a host', async () => {
    const { log, clock, time, entries } = memoryLog()
    const refused = failureOf('rate-limited', { status: 429, requestId: 'r-2', serverWords: 'slow down' })
    const wire = loggedWire(
      scriptedWire({
        '/v1/models': { body: { data: [] } },
        '/v1/language-models/grok-4': { failure: refused },
      }),
      { log, clock },
    )
    await wire.json(demoTarget(), { method: 'GET', path: '/v1/models' })
    time.ms = 40
    await wire.json(sampleTarget(), { method: 'GET', path: '/v1/language-models/grok-4' }).catch(() => {})
    expect(entries()).toMatchObject([
      {
        event: 'request',
        level: 'info',
        facts: { method: 'GET', route: '/v1/models', server: 'demo', status: 200 },
      },
      {
        event: 'request',
        level: 'warn',
        facts: {
          route: '/v1/language-models',
          server: 'xai',
          status: 429,
          code: 'rate-limited',
          requestId: 'r-2',
        },
      },
    ])
    expect(JSON.stringify(entries())).not.toMatch(/slow down|127\.0\.0\.1|api\.x\.ai|grok-4/)
  })

  it('leave one line for an answer that ends, fails or is left', async () => {
    const { log, clock, entries } = memoryLog()
    const parts = [
      { kind: 'headers' as const, headers: { ...quietHeaders, requestId: 'r-9' } },
      { kind: 'text' as const, choice: 0, text: 'private words' },
    ]
    const asked = {
      protocol: 'chat' as const,
      model: 'grok-4',
      turns: [],
      parameters: {},
      signal: new AbortController().signal,
    }
    const whole = loggedStream(
      async function* () {
        yield* parts
        yield { kind: 'end' as const, finishReason: 'stop' }
      },
      { log, clock },
    )
    for await (const _part of whole(sampleTarget(), asked));
    const broken = loggedStream(
      async function* () {
        yield* parts
        throw new ServiceFailure(failureOf('cut-off'))
      },
      { log, clock },
    )
    await expect(async () => {
      for await (const _part of broken(sampleTarget(), asked));
    }).rejects.toThrow('cut-off')
    for await (const _part of whole(sampleTarget(), asked)) break
    expect(entries()).toMatchObject([
      { level: 'info', event: 'answer', facts: { protocol: 'chat', requestId: 'r-9', ended: true } },
      { level: 'warn', event: 'answer', facts: { code: 'cut-off', ended: false } },
      { level: 'info', event: 'answer', facts: { ended: false } },
    ])
    expect(JSON.stringify(entries())).not.toContain('private words')
  })
})
