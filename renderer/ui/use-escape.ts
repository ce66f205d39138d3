import { useEffect, useRef } from 'react'

type Layer = { close: () => void; place: Place }
/** `view`: a panel of the view, beneath whatever lies over views, such as the tour, which goes through them. */
type Place = 'view' | 'over'

/** What is open besides modal dialogs, from the bottom up: panels of the view, then the rest, each as it was opened. */
const open: Layer[] = []
/** A list that a field has open closes by the same press, before the window hears it. */
let closesList = false

/**
 * One rule for the whole page: a press of Escape closes one thing, the one on top. `isOpen` is whether this one is there.
 * It waits its turn while a modal dialog is open, which the browser closes; while something inside took the key;
 * while an input method is composing; and while a search field is emptied or a list is closed first.
 */
export function useEscape(onEscape: () => void, isOpen = true, place: Place = 'over'): void {
  const latest = useRef(onEscape)
  useEffect(() => {
    latest.current = onEscape
  })
  useEffect(() => {
    if (!isOpen) return
    const layer = { close: () => latest.current(), place }
    if (open.length === 0) listen()
    const over = open.findIndex((other) => other.place === 'over')
    open.splice(place === 'over' || over === -1 ? open.length : over, 0, layer)
    return () => {
      open.splice(open.indexOf(layer), 1)
      if (open.length === 0) stopListening()
    }
  }, [isOpen, place])
}

function listen(): void {
  window.addEventListener('keydown', beforeOthers, true)
  window.addEventListener('keydown', afterOthers)
}

function stopListening(): void {
  window.removeEventListener('keydown', beforeOthers, true)
  window.removeEventListener('keydown', afterOthers)
}

function beforeOthers({ target }: KeyboardEvent): void {
  closesList = target instanceof HTMLInputElement && target.getAttribute('aria-expanded') === 'true'
}

function afterOthers(event: KeyboardEvent): void {
  if (event.key !== 'Escape' || event.defaultPrevented || event.isComposing || closesList) return
  if (document.querySelector('dialog[open]') !== null || isFilledSearch(event.target)) return
  event.preventDefault()
  open.at(-1)?.close()
}

function isFilledSearch(target: EventTarget | null): boolean {
  return target instanceof HTMLInputElement && target.type === 'search' && target.value !== ''
}
