import { describe, expect, it } from 'vitest'
import { textRoom } from '../../../../renderer/ui/charts/text-room.ts'

describe('the room of a text in a chart', () => {
  it.each([
    ['', 0],
    ['abcd', 27.2],
    // Four Chinese letters of 12 px take at least 48: counted as Latin ones their key ran into the next.
    ['缓存输入', 50],
    ['缓存 A', 38.6],
  ])('%j takes %d px', (text, room) => {
    expect(textRoom(text)).toBeCloseTo(room, 6)
  })

  it('takes the width of a letter that is asked for', () => {
    expect(textRoom('abc缓', 7)).toBeCloseTo(33.5, 6)
  })
})
