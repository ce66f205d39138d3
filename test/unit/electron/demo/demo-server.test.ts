import { spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'

const SCRIPT = fileURLToPath(new URL('../../../support/demo-server.ts', import.meta.url))
const Started = z.object({ baseUrl: z.string(), key: z.string() })

describe('the demo API as a process of its own', () => {
  it('says where it is, obeys one command a line, and ends with its input', async () => {
    const child = spawn(process.execPath, [SCRIPT, '--era', 'B', '--key', 'xai-given', '--pacing', 'none'])
    const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]()
    const next = async (): Promise<unknown> => JSON.parse(String((await lines.next()).value))
    const tell = (command: object): Promise<unknown> => {
      child.stdin.write(`${JSON.stringify(command)}\n`)
      return next()
    }
    try {
      const { baseUrl, key } = Started.parse(await next())
      expect(key).toBe('xai-given')
      const status = async (path: string): Promise<number> =>
        (await fetch(`${baseUrl}${path}`, { headers: { authorization: `Bearer ${key}` } })).status
      expect(await status('/v1/language-models/grok-3')).toBe(200)
      const change = { do: 'change-model', id: 'grok-3', change: { aliases: ['grok-moved'] } }
      expect(await tell(change)).toEqual({ ok: true })
      expect(await status('/v1/language-models/grok-moved')).toBe(200)
      expect(await tell({ do: 'faults', faults: [{ kind: 'unavailable', times: 1 }] })).toEqual({ ok: true })
      expect(await status('/v1/models')).toBe(503)
      expect(await tell({ do: 'faults', faults: [{ kind: 'no-such-fault' }] })).toMatchObject({ ok: false })
      expect(await tell({ do: 'requests' })).toMatchObject({
        requests: [{ status: 200 }, { status: 200 }, { path: '/v1/models', status: 503 }],
      })
      const ended = new Promise((resolve) => child.once('exit', resolve))
      child.stdin.end()
      expect(await ended).toBe(0)
    } finally {
      child.kill()
    }
  })
})
