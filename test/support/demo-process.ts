import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { z } from 'zod'
import type { Era } from '../../electron/demo/demo-model.ts'
import type { DemoCommand } from './demo-command.ts'

const Ready = z.object({ baseUrl: z.string(), key: z.string() })

/** What the server recorded of one request; headers as they came. */
const Recorded = z.object({
  method: z.string(),
  path: z.string(),
  headers: z.record(z.string(), z.unknown()),
  outcome: z.string(),
  eventsSent: z.number(),
})
type Recorded = z.infer<typeof Recorded>

/** The demo API in a process of its own, as a real server would be. */
export type DemoProcess = {
  baseUrl: string
  host: string
  key: string
  tell(command: DemoCommand): Promise<unknown>
  requests(): Promise<Recorded[]>
  /** Stops its process in mid-air, as a hung server is: connections stay open and nothing answers. Returns the thaw. */
  freeze(): () => void
  /** Ends it without a word, as a crash does. */
  kill(): void
  stop(): Promise<void>
}

/** The key of every server that is not given another; `launchApp` searches for it when an app closes. */
export const USUAL_KEY = 'xai-e2e-0123456789abcdefghij-4711'

export type DemoProcessOptions = { era?: Era; key?: string; pacing?: 'believable' | 'none' }

export async function startDemoProcess(options: DemoProcessOptions = {}): Promise<DemoProcess> {
  const { era = 'C', key = USUAL_KEY, pacing = 'none' } = options
  const script = join(import.meta.dirname, 'demo-server.ts')
  const child = spawn(process.execPath, [script, '--era', era, '--key', key, '--pacing', pacing], {
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]()
  const nextLine = async (): Promise<unknown> => JSON.parse(String((await lines.next()).value))
  const { baseUrl } = Ready.parse(await nextLine())
  const tell = async (command: DemoCommand): Promise<unknown> => {
    child.stdin.write(`${JSON.stringify(command)}\n`)
    return await nextLine()
  }
  return {
    baseUrl,
    host: new URL(baseUrl).host,
    key,
    tell,
    requests: async () =>
      z.object({ requests: z.array(Recorded) }).parse(await tell({ do: 'requests' })).requests,
    freeze: () => {
      child.kill('SIGSTOP')
      return () => void child.kill('SIGCONT')
    },
    kill: () => void child.kill('SIGKILL'),
    stop: async () => {
      if (child.exitCode !== null || child.signalCode !== null) return
      const ended = new Promise((resolve) => child.once('close', resolve))
      child.stdin.end()
      await ended
    },
  }
}
