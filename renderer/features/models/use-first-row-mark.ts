import { useEffect } from 'react'

const FIRST_ROW = 'tokenbook:first-row'

/**
 * Marks once when the first row of models is on screen and answers input: after the frame that shows it. The start
 * script and the bench read this mark.
 */
export function useFirstRowMark(hasRows: boolean): void {
  useEffect(() => {
    const root = document.documentElement
    if (!hasRows || root.dataset['firstRow'] === 'true') return
    let timer: ReturnType<typeof setTimeout> | undefined
    const frame = requestAnimationFrame(() => {
      timer = setTimeout(() => {
        performance.mark(FIRST_ROW)
        root.dataset['firstRow'] = 'true'
      })
    })
    return () => {
      cancelAnimationFrame(frame)
      clearTimeout(timer)
    }
  }, [hasRows])
}
