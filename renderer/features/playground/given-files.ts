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

type Takers = {
  images: (files: readonly File[]) => void
  conversations: (files: readonly File[]) => void
}

/** Files that are dropped on the message box: those named as JSON are conversations, all others images. */
export function dropFiles(event: DragEvent, takers: Takers): void {
  dropImages(event, (files) => {
    const conversations = files.filter(isConversationFile)
    const others = files.filter((file) => !isConversationFile(file))
    if (conversations.length > 0) takers.conversations(conversations)
    if (others.length > 0) takers.images(others)
  })
}

function isConversationFile({ name, type }: File): boolean {
  return type === 'application/json' || /\.json$/i.test(name)
}

/** A pasted picture becomes an image; text that came with it (from a document) is what was meant. */
export function pasteImages(event: ClipboardEvent, add: (files: readonly File[]) => void): void {
  const files = [...event.clipboardData.files]
  if (files.length === 0 || event.clipboardData.types.includes('text/plain')) return
  event.preventDefault()
  add(files)
}
