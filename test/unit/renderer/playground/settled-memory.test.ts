import { getHeapStatistics, setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { expect, it } from 'vitest'
import { NO_BLOCKS, readOn } from '../../../../renderer/features/playground/answer/settled-blocks.ts'

const BLOCK = 'A paragraph of some words that goes on for about a line or so, and then stops.\n\n'
const BLOCKS = 3_000
/** The blocks and the text take a few; were each to keep the text it was cut from, it would be 360. */
const MOST_MEGABYTES = 60

it('keeps of a growing answer its blocks, not every state that it was in', () => {
  setFlagsFromString('--expose-gc')
  const collect: unknown = runInNewContext('gc')
  if (typeof collect !== 'function') throw new Error('garbage cannot be collected on demand')
  const megabytes = () => {
    collect()
    return getHeapStatistics().used_heap_size / 1e6
  }
  const before = megabytes()
  let read = NO_BLOCKS
  for (let block = 0; block < BLOCKS; block += 1) read = readOn(read, read.text + BLOCK, true)
  expect(read.settled).toHaveLength(BLOCKS - 2)
  expect(megabytes() - before).toBeLessThan(MOST_MEGABYTES)
})
