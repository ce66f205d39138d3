import { errors } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { onceMoreWhenLate } from '../../../scripts/launch-held.ts'

/** A launch that ends as it is told to, and the limits (ms) that it was given. */
function launching(...ends: readonly (Error | 'app')[]): {
  launch(timeout: number): Promise<string>
  limits: number[]
} {
  const limits: number[] = []
  const launch = (timeout: number): Promise<string> => {
    const end = ends[limits.push(timeout) - 1]
    return end === 'app' ? Promise.resolve(`app ${limits.length}`) : Promise.reject(end)
  }
  return { launch, limits }
}

const late = new errors.TimeoutError('electron.launch: Timeout 30000ms exceeded.')
const ended = new Error('electron.launch: Process failed to launch!')

describe('a launch of the app', () => {
  it('that succeeds is not repeated', async () => {
    const { launch, limits } = launching('app')
    await expect(onceMoreWhenLate(launch)).resolves.toBe('app 1')
    expect(limits).toHaveLength(1)
  })

  it('that Playwright gave up waiting for is repeated once, with more patience', async () => {
    const { launch, limits } = launching(late, 'app')
    const told: string[] = []
    await expect(onceMoreWhenLate(launch, (words) => void told.push(words))).resolves.toBe('app 2')
    expect(told).toEqual([`launched once more: ${late.message}`])
    expect(limits[1]).toBeGreaterThan(limits[0] ?? 0)
  })

  it('that is late twice is an error', async () => {
    const { launch, limits } = launching(late, late, 'app')
    await expect(onceMoreWhenLate(launch, () => undefined)).rejects.toBe(late)
    expect(limits).toHaveLength(2)
  })

  it('that fails in any other way is not repeated', async () => {
    const { launch, limits } = launching(ended, 'app')
    await expect(onceMoreWhenLate(launch)).rejects.toBe(ended)
    expect(limits).toHaveLength(1)
  })
})
