import { describe, expect, it } from 'vitest'
import { createCloseGuard } from '../../../../electron/services/close-guard.ts'

function guarded(answer: boolean | Error) {
  const asked: number[] = []
  const world = { underWay: 1 }
  const guard = createCloseGuard({
    underWay: () => world.underWay,
    async ask(count) {
      asked.push(count)
      if (answer instanceof Error) throw answer
      return answer
    },
  })
  return { guard, asked, world }
}

describe('closing the window', () => {
  it('needs no question while nothing is under way', () => {
    const { guard, world } = guarded(true)
    expect(guard.mayClose()).toBe(false)
    world.underWay = 0
    expect(guard.mayClose()).toBe(true)
  })

  it('asks once however often the cross is pressed, and a yes holds', async () => {
    const { guard, asked } = guarded(true)
    expect(await Promise.all([guard.asked(), guard.asked()])).toEqual([true, true])
    expect(asked).toEqual([1])
    expect(guard.mayClose()).toBe(true)
  })

  it('stays open after a no, and asks again the next time', async () => {
    const { guard, asked } = guarded(false)
    expect(await guard.asked()).toBe(false)
    expect(guard.mayClose()).toBe(false)
    await guard.asked()
    expect(asked).toEqual([1, 1])
  })

  it('does not keep a window for ever that cannot ask', async () => {
    expect(await guarded(new Error('no display')).guard.asked()).toBe(true)
  })
})
