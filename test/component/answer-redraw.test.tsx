import { MantineProvider } from '@mantine/core'
import { render } from '@testing-library/react'
import { Profiler, type ReactNode } from 'react'
import { describe, expect, it } from 'vitest'
import { NO_BLOCKS, readOn } from '../../renderer/features/playground/answer/settled-blocks.ts'
import { AnswerText } from '../../renderer/features/playground/answer-text.tsx'
import { cpuMs } from '../support/cpu-time.ts'

const PARAGRAPH = 'Some **words** with `code`, [a link](https://x.ai) and more.\n\n- one\n- two\n\n'

describe('an answer that grows', () => {
  it('of 100 kB comes in small parts without all of it being read each time', () => {
    let text = ''
    let blocks = NO_BLOCKS
    const started = cpuMs()
    while (text.length < 100_000) {
      text += PARAGRAPH
      blocks = readOn(blocks, text, true)
    }
    expect(cpuMs() - started).toBeLessThan(2000)
    expect(text.length - blocks.settledTo).toBeLessThan(2 * PARAGRAPH.length)
  })

  it('is not drawn again where it is finished', () => {
    const took = { drawing: 0, drawingAll: 0 }
    const shown = (text: string): ReactNode => (
      <MantineProvider env="test">
        <Profiler
          id="answer"
          onRender={(_id, phase, actual, base) => {
            if (phase === 'mount') return
            took.drawing += actual
            took.drawingAll += base
          }}
        >
          <AnswerText text={text} growing={true} onOpenLink={() => undefined} />
        </Profiler>
      </MantineProvider>
    )
    let text = PARAGRAPH.repeat(120)
    const { rerender } = render(shown(text))
    for (let word = 0; word < 40; word += 1) {
      text += 'more '
      rerender(shown(text))
    }
    // What React reckons for all of it is measured in the same run: a slow computer is slow in both.
    expect(took.drawingAll).toBeGreaterThan(0)
    expect(took.drawing / took.drawingAll).toBeLessThan(0.5)
  })
})
