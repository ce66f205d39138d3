import { useEffect, useState } from 'react'
import { type ViewName, viewPath } from '../views.ts'

const MARK = 'data-toured'
/** A view is loaded when it is first opened: until then its link is pointed at. */
const LOOK_AGAIN_MS = 100

/** Marks what the step points at, and says in which half of the window the tour has room beside it. */
export function useTourTarget(view: ViewName, selector: string): 'top' | 'bottom' {
  const [place, setPlace] = useState<'top' | 'bottom'>('bottom')
  useEffect(() => {
    let marked: Element | null = null
    const look = () => {
      const target = document.querySelector(`main ${selector}`) ?? linkOf(view)
      if (target === marked) return
      marked?.removeAttribute(MARK)
      marked = target
      if (target === null) return
      target.setAttribute(MARK, '')
      target.scrollIntoView({ block: 'nearest' })
      const { top, height } = target.getBoundingClientRect()
      setPlace(top + Math.min(height, 300) / 2 > window.innerHeight / 2 ? 'top' : 'bottom')
    }
    look()
    const timer = setInterval(look, LOOK_AGAIN_MS)
    return () => {
      clearInterval(timer)
      marked?.removeAttribute(MARK)
    }
  }, [view, selector])
  return place
}

function linkOf(view: ViewName): Element | null {
  return document.querySelector(`nav a[href="#${viewPath(view)}"]`)
}
