import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { frameBatch } from '../../renderer/features/playground/frame-batch.ts'

describe('what comes for the page', () => {
  beforeEach(() => {
    vi.useFakeTimers({
      toFake: ['requestAnimationFrame', 'cancelAnimationFrame', 'setTimeout', 'clearTimeout', 'performance'],
    })
  })
  afterEach(() => {
    vi.useRealTimers()
  })

  it('is handed on together, in order, at most every other frame, and the first at the next one', () => {
    const handed: (readonly number[])[] = []
    const batch = frameBatch<number>((items) => handed.push(items))
    for (let number = 0; number < 100; number += 1) {
      batch.add(number)
      vi.advanceTimersByTime(4)
    }
    vi.advanceTimersByTime(100)
    expect(handed.flat()).toEqual(Array.from({ length: 100 }, (_, number) => number))
    expect(handed.length).toBeGreaterThanOrEqual(10)
    expect(handed.length).toBeLessThanOrEqual(17)
  })

  it('waits longer where a frame takes longer, but never so long that one waits for the last words', () => {
    vi.stubGlobal('requestAnimationFrame', (run: () => void) => setTimeout(run, 60))
    vi.stubGlobal('cancelAnimationFrame', clearTimeout)
    const handed: number[] = []
    const batch = frameBatch<number>(() => handed.push(performance.now()))
    for (let time = 0; time < 1_200; time += 10) {
      batch.add(time)
      vi.advanceTimersByTime(10)
    }
    vi.unstubAllGlobals()
    const pauses = handed.slice(1).map((at, index) => at - (handed[index] ?? 0))
    expect(Math.max(...pauses)).toBeLessThanOrEqual(160)
    // With frames of 60 ms every second one, not every one.
    expect(handed.length).toBeGreaterThanOrEqual(8)
    expect(handed.length).toBeLessThanOrEqual(11)
  })

  it('comes all the same while the page is hidden and has no frames, and not after the end', () => {
    vi.stubGlobal('requestAnimationFrame', () => 0)
    const handed: number[] = []
    const batch = frameBatch<number>((items) => handed.push(...items))
    batch.add(1)
    vi.advanceTimersByTime(499)
    expect(handed).toEqual([])
    vi.advanceTimersByTime(1)
    expect(handed).toEqual([1])
    batch.add(2)
    batch.stop()
    vi.advanceTimersByTime(1000)
    expect(handed).toEqual([1])
    vi.unstubAllGlobals()
  })
})
