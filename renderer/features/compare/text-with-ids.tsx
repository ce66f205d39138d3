import type { ReactNode } from 'react'
import { IdText } from '../../ui/id-text.tsx'

/** A sentence in which model ids stand as ids: in their own font, and never broken in the middle. */
export function TextWithIds({ text, ids }: { text: string; ids: readonly string[] }): ReactNode {
  const id = ids.find(
    (one) => one !== '' && text.includes(one) && !ids.some((other) => isLonger(other, one, text)),
  )
  if (id === undefined) return text
  const at = text.indexOf(id)
  return (
    <>
      <TextWithIds text={text.slice(0, at)} ids={ids} />
      <IdText>{id}</IdText>
      <TextWithIds text={text.slice(at + id.length)} ids={ids} />
    </>
  )
}

/** Whether another id holds this one and is in the text, so that it has to be found first. */
function isLonger(other: string, id: string, text: string): boolean {
  return other.length > id.length && other.includes(id) && text.includes(other)
}
