import { readdirSync, readFileSync } from 'node:fs'
import type { ElectronApplication, Page } from 'playwright-core'

/** Every message over the page's port since `recordTraffic`, as text: what main sent, and what the page sent. */
export type Traffic = { toPage: string[]; fromPage: string[] }

/** Listens on the class of all ports in the main process; nothing of it is in a build. */
export async function recordTraffic(app: ElectronApplication): Promise<void> {
  await app.evaluate(({ MessageChannelMain }) => {
    const traffic: Traffic = { toPage: [], fromPage: [] }
    Reflect.set(globalThis, 'recordedTraffic', traffic)
    const ports: object = Object.getPrototypeOf(new MessageChannelMain().port1)
    const wrap = (name: string, seen: (given: unknown[]) => void): void => {
      const original: unknown = Reflect.get(ports, name)
      if (typeof original !== 'function') throw new Error(`ports have no ${name}`)
      Reflect.set(ports, name, function recorded(this: unknown, ...given: unknown[]): unknown {
        seen(given)
        return Reflect.apply(original, this, given)
      })
    }
    wrap('postMessage', ([message]) => traffic.toPage.push(JSON.stringify(message)))
    wrap('emit', ([channel, event]) => {
      if (channel !== 'message' || typeof event !== 'object' || event === null) return
      traffic.fromPage.push(JSON.stringify(Reflect.get(event, 'data')))
    })
  })
}

export async function recordedTraffic(app: ElectronApplication): Promise<Traffic> {
  return await app.evaluate((): Traffic => Reflect.get(globalThis, 'recordedTraffic'))
}

/** All strings and objects of the page's JavaScript heap, after a garbage collection, as V8 writes them. */
export async function heapOf(page: Page): Promise<string> {
  const session = await page.context().newCDPSession(page)
  const chunks: string[] = []
  session.on('HeapProfiler.addHeapSnapshotChunk', ({ chunk }) => chunks.push(chunk))
  await session.send('HeapProfiler.enable')
  await session.send('HeapProfiler.collectGarbage')
  await session.send('HeapProfiler.takeHeapSnapshot', { reportProgress: false })
  await session.detach()
  return chunks.join('')
}

/** Command line and environment of a process and everything below it, by process id. Linux only. */
export function processTraces(root: number): Map<number, string> {
  const parents = new Map<number, number>()
  for (const name of readdirSync('/proc').filter((entry) => /^\d+$/.test(entry))) {
    const parent = /^PPid:\s+(\d+)/m.exec(read(`/proc/${name}/status`))?.[1]
    if (parent !== undefined) parents.set(Number(name), Number(parent))
  }
  const isBelow = (id: number): boolean => id === root || (parents.has(id) && isBelow(parents.get(id) ?? 0))
  const ids = [...parents.keys()].filter(isBelow)
  return new Map(ids.map((id) => [id, `${read(`/proc/${id}/cmdline`)}\n${read(`/proc/${id}/environ`)}`]))
}

function read(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return ''
  }
}
