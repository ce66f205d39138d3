import type { Inline } from './inline-node.ts'

/** An opened marker whose end has not been seen, with what was read since. The first frame has no marker. */
export type Frame = { readonly marker: string; readonly children: Inline[] }

export function newFrame(marker: string): Frame {
  return { marker, children: [] }
}

/** Adds to the innermost frame; neighbouring texts become one. */
export function pushNode(frames: readonly Frame[], node: Inline): void {
  addTo(frames.at(-1), node)
}

export function pushText(frames: readonly Frame[], text: string): void {
  addTo(frames.at(-1), { kind: 'text', text })
}

function addTo(frame: Frame | undefined, node: Inline): void {
  if (frame === undefined) return
  const last = frame.children.at(-1)
  if (node.kind !== 'text' || last?.kind !== 'text') {
    frame.children.push(node)
    return
  }
  frame.children[frame.children.length - 1] = { kind: 'text', text: last.text + node.text }
}

/** The marker at `index` turned out to be plain text: it and what followed go to the frame around it. */
export function releaseFrame(frames: Frame[], index: number): void {
  const frame = frames[index]
  const parent = frames[index - 1]
  if (frame === undefined || parent === undefined) return
  frames.splice(index, 1)
  addTo(parent, { kind: 'text', text: frame.marker })
  for (const child of frame.children) addTo(parent, child)
}

/** Ends the innermost emphasis of this character that is no longer than `most`; returns its length, 0 = there is none. */
export function closeFrame(frames: Frame[], character: string, most: number): number {
  const index = frames.findLastIndex(
    ({ marker }) => marker.startsWith(character) && marker.length <= most && marker !== '',
  )
  const frame = frames[index]
  if (index < 1 || frame === undefined) return 0
  while (frames.length > index + 1) releaseFrame(frames, frames.length - 1)
  frames.pop()
  if (frame.children.length > 0) pushNode(frames, { kind: kindOf(frame.marker), children: frame.children })
  return frame.marker.length
}

function kindOf(marker: string): 'strong' | 'emphasis' | 'strike' {
  if (marker === '~~') return 'strike'
  return marker.length === 2 ? 'strong' : 'emphasis'
}
