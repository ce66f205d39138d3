import { MantineProvider } from '@mantine/core'
import { act, render, screen } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { AnswerText } from '../../renderer/features/playground/answer-text.tsx'

/** What the browser would tell of where an element is; the test tells it instead. */
let tell: (element: Element, near: boolean, height: number) => void

beforeEach(() => {
  const watched = new Set<Element>()
  vi.stubGlobal(
    'IntersectionObserver',
    class {
      constructor(hear: (entries: unknown[]) => void) {
        tell = (target, isIntersecting, height) => {
          if (watched.has(target))
            act(() => hear([{ target, isIntersecting, boundingClientRect: { height } }]))
        }
      }
      observe = (element: Element) => watched.add(element)
      unobserve = (element: Element) => watched.delete(element)
      disconnect = () => watched.clear()
    },
  )
})
afterEach(() => vi.unstubAllGlobals())

const chapters = (count: number, note = '') =>
  Array.from({ length: count }, (_, at) => `Chapter **${at}** of it.${at === 30 ? note : ''}`).join('\n\n')

function show(text: string, growing: boolean) {
  const element = (shown: string) => (
    <MantineProvider env="test">
      <AnswerText text={shown} growing={growing} onOpenLink={() => undefined} />
    </MantineProvider>
  )
  const { rerender } = render(element(text))
  return { become: (longer: string) => rerender(element(longer)) }
}

const groups = () => [...document.querySelectorAll<HTMLElement>('.answer-group')]
const group = (place: number): HTMLElement => groups()[place] ?? expect.fail(`no group ${place}`)
const drawn = (place: number) => group(place).querySelectorAll('.answer-block').length

describe('an answer of very many blocks', () => {
  it('keeps the text of what is far away, in its height, and draws it when it comes near', () => {
    const { become } = show(chapters(300), true)
    expect(drawn(1)).toBe(24)
    tell(group(1), false, 480)
    expect(drawn(1)).toBe(0)
    expect(group(1).textContent).toContain('Chapter **24** of it.\n\nChapter **25** of it.')
    expect(group(1).style.blockSize).toBe('480px')
    become(`${chapters(300)} And more`)
    expect(drawn(1)).toBe(0)
    tell(group(1), true, 480)
    expect(drawn(1)).toBe(24)
    expect(group(1).style.blockSize).toBe('')
    expect(screen.getByText('24').tagName).toBe('STRONG')
  })

  it('begins with its ends drawn when it is finished, with all of it while it grows', () => {
    show(chapters(480), false)
    expect(groups().map((_, place) => drawn(place) > 0)).toEqual(
      groups().map((_, place) => place < 4 || place >= groups().length - 4),
    )
  })

  it('never takes away its end, what has the focus, or what is selected', () => {
    show(`${chapters(30)}\n\n[words](https://x.ai/a)\n\n${chapters(300)}`, true)
    tell(group(groups().length - 1), false, 500)
    expect(drawn(groups().length - 1)).toBeGreaterThan(0)
    screen.getByRole('button', { name: /words/ }).focus()
    tell(group(1), false, 500)
    expect(drawn(1)).toBe(24)
    document.getSelection()?.selectAllChildren(group(2))
    tell(group(2), false, 500)
    expect(drawn(2)).toBe(24)
    document.getSelection()?.removeAllRanges()
    tell(group(2), false, 500)
    expect(drawn(2)).toBe(0)
  })

  it('keeps the words of footnotes, which a mark anywhere may lead to', () => {
    show(chapters(300, '\n\n[^1]: Words of a note.'), true)
    tell(group(1), false, 500)
    expect(drawn(1)).toBe(24)
    expect(screen.getByRole('note')).toHaveTextContent('Words of a note.')
  })

  it('leaves a shorter one alone', () => {
    show(chapters(8 * 24), false)
    for (const [place] of groups().entries()) expect(drawn(place)).toBe(24)
  })
})
