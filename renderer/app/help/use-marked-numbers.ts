import { useEffect } from 'react'
import { labelledBy } from './explained-by.ts'
import type { PageNumber } from './use-page-numbers.ts'

const MARK = 'data-explained'

/** Marks the labels and numbers of one kind on the page while this is mounted; styled in help.css. */
export function useMarkedNumbers(chosen: PageNumber | null): void {
  useEffect(() => {
    const marked = chosen?.labels.flatMap((label) => labelledBy(label, document.body)) ?? []
    for (const element of marked) element.setAttribute(MARK, '')
    return () => {
      for (const element of marked) element.removeAttribute(MARK)
    }
  }, [chosen])
}
