import { useEffect, useRef } from 'react'

/** What is open besides modal dialogs, in the order it was opened: the last one lies on top. */
const open: (() => void)[] = []
/** A list that a field has open closes by the same press, before the window hears it. */
let closesList = false

/**
 * One rule for the whole page: a press of Escape closes one thing, the one opened last. `isOpen` is whether this one is
 * there. It waits its turn while a modal dialog is open, which the browser closes; while something inside took the key;
 * while an input method is composing; and while a search field is emptied or a list is closed first.
 */
export function useEscape(onEscape: () => void, isOpen = true): void {
  const latest = useRef(onEscape)
  useEffect(() => {
    latest.current = onEscape
  })
  useEffect(() => {
    if (!isOpen) return
    const close = () => latest.current()
    if (open.length === 0) listen()
    open.push(close)
    return () => {
      open.splice(open.indexOf(close), 1)
      if (open.length === 0) stopListening()
    }
  }, [isOpen])
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
  open.at(-1)?.()
}

function isFilledSearch(target: EventTarget | null): boolean {
  return target instanceof HTMLInputElement && target.type === 'search' && target.value !== ''
}
