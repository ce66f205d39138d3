import { useEffect, useState } from 'react'
import { type Label, labelOf } from './explained-by.ts'
import type { NumberTerm } from './number-term.ts'

/** One kind of number that is on the page, with everything that labels such numbers, in reading order. */
export type PageNumber = { term: NumberTerm; labels: readonly Label[] }

/** Changes of the page come in bursts, such as while an answer streams in. */
const SETTLED_MS = 250

/** The kinds of numbers on the page, in reading order, kept up to date while this is mounted. */
export function usePageNumbers(): readonly PageNumber[] {
  const [numbers, setNumbers] = useState<readonly PageNumber[]>(readPage)
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | null = null
    const look = () => {
      timer = null
      const now = readPage()
      setNumbers((before) => (sameNumbers(before, now) ? before : now))
    }
    const observer = new MutationObserver(() => {
      timer ??= setTimeout(look, SETTLED_MS)
    })
    observer.observe(document.body, { childList: true, subtree: true, attributeFilter: ['data-explain'] })
    return () => {
      observer.disconnect()
      if (timer !== null) clearTimeout(timer)
    }
  }, [])
  return numbers
}

function readPage(): PageNumber[] {
  const found = new Map<NumberTerm, Label[]>()
  for (const element of document.querySelectorAll('[data-explain]')) {
    const label = isShown(element) ? labelOf(element) : null
    if (label !== null) found.set(label.term, [...(found.get(label.term) ?? []), label])
  }
  return [...found].map(([term, labels]) => ({ term, labels }))
}

/** Chart descriptions and folded parts are in the page without being shown. */
function isShown(element: Element): boolean {
  return !('checkVisibility' in element) || element.checkVisibility()
}

function sameNumbers(before: readonly PageNumber[], after: readonly PageNumber[]): boolean {
  return (
    before.length === after.length &&
    before.every(({ term, labels }, index) => {
      const other = after[index]
      return (
        other?.term === term &&
        other.labels.length === labels.length &&
        labels.every(({ element }, place) => element === other.labels[place]?.element)
      )
    })
  )
}
