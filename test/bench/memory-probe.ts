import type { CDPSession, ElectronApplication } from 'playwright-core'
import { processId } from './empty-program.ts'
import { sampleProcesses } from './process-probe.ts'

/** MB. Heaps after what nobody holds was collected; `total` is what all processes occupy. */
export type MemorySample = { mainHeap: number; pageHeap: number; total: number }

const MB = 1024 * 1024

export async function sampleMemory(app: ElectronApplication, cdp: CDPSession): Promise<MemorySample> {
  // Twice: what the first round lets go of may hold what only the second finds.
  for (let round = 0; round < 2; round += 1) await cdp.send('HeapProfiler.collectGarbage')
  const { usedSize } = await cdp.send('Runtime.getHeapUsage')
  const mainHeap = await app.evaluate(() => {
    const collect: unknown = Reflect.get(globalThis, 'gc')
    if (typeof collect !== 'function') throw new Error('the main process has no gc')
    for (let round = 0; round < 2; round += 1) collect()
    const { heapUsed, external } = process.memoryUsage()
    return heapUsed + external
  })
  return {
    mainHeap: mainHeap / MB,
    pageHeap: usedSize / MB,
    total: sampleProcesses(processId(app)).megabytes,
  }
}

/** Begins to watch how late the main process gets to its work. */
export async function watchLoop(app: ElectronApplication): Promise<void> {
  await app.evaluate(() => {
    // Electron 25 has Node 18, which cannot hand out its own modules any other way.
    const watch = process.mainModule?.require('node:perf_hooks').monitorEventLoopDelay({ resolution: 5 })
    watch.enable()
    Reflect.set(globalThis, 'loopWatch', watch)
  })
}

/** ms beyond the 5 ms of its own timer, since `watchLoop`. */
export async function loopDelay(app: ElectronApplication): Promise<{ p99: number; worst: number }> {
  return await app.evaluate(() => {
    const watch: { percentile(part: number): number; max: number } = Reflect.get(globalThis, 'loopWatch')
    const late = (ns: number) => Math.max(0, ns / 1e6 - 5)
    return { p99: late(watch.percentile(99)), worst: late(watch.max) }
  })
}

/** How much the values grow from one to the next, by least squares: one outlier does not make a slope. */
export function slopeOf(values: readonly number[]): number {
  const middle = (values.length - 1) / 2
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length
  const [over, under] = values.reduce(
    ([top, bottom], value, at) => [top + (at - middle) * (value - mean), bottom + (at - middle) ** 2],
    [0, 0],
  )
  return over / under
}
