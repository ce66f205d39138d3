import type { ClipboardEvent, DragEvent } from 'react'

/** Lets files be dropped here; text that is dragged stays the browser's. */
export function allowFiles(event: DragEvent): void {
  if ([...event.dataTransfer.types].includes('Files')) event.preventDefault()
}

/** Files that are dropped are attached as images. */
export function dropImages(event: DragEvent, add: (files: readonly File[]) => void): void {
  const files = [...event.dataTransfer.files]
  if (files.length === 0) return
  event.preventDefault()
  add(files)
}

/** A pasted picture becomes an image; text that came with it (from a document) is what was meant. */
export function pasteImages(event: ClipboardEvent, add: (files: readonly File[]) => void): void {
  const files = [...event.clipboardData.files]
  if (files.length === 0 || event.clipboardData.types.includes('text/plain')) return
  event.preventDefault()
  add(files)
}
