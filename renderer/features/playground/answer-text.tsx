import './answer-text.css'
import './words.ts'
import { type ReactNode, useState } from 'react'
import { BlockGroup } from './answer/block-group.tsx'
import { OpenLink } from './answer/inline-text.tsx'
import { createPlaceWatch } from './answer/place-watch.ts'
import { type AnswerBlocks, NO_BLOCKS, readOn } from './answer/settled-blocks.ts'

/** Blocks in one group. */
const GROUP = 24
/** Up to here all groups stay on the page: nothing that is small needs to come and go. */
const MOST_GROUPS = 8

type AnswerTextProps = {
  /** What a model wrote: markdown by custom, hostile by assumption. Never HTML. */
  text: string
  /** More will come. */
  growing: boolean
  /** Asked to open an `https:` address; the main process shows its host and asks the person. */
  onOpenLink: (url: string) => void
}

/**
 * Shows model text while it grows and when it is finished, by the same path (security A4). Finished blocks are frozen,
 * only the tail is read and drawn again (docs/benchmarks.md, stream).
 */
export function AnswerText({ text, growing, onOpenLink }: AnswerTextProps): ReactNode {
  const { settled, tail } = useAnswerBlocks(text, growing)
  const blocks = [...settled, ...tail]
  const [watch] = useState(createPlaceWatch)
  const groups = Array.from({ length: Math.ceil(blocks.length / GROUP) }, (_, group) =>
    blocks.slice(group * GROUP, (group + 1) * GROUP),
  )
  return (
    <OpenLink value={onOpenLink}>
      <div className="answer-text" dir="auto">
        {groups.map((group, place) => (
          <BlockGroup
            // biome-ignore lint/suspicious/noArrayIndexKey: blocks only ever come at the end
            key={place}
            blocks={group}
            growing={growing && place === groups.length - 1}
            watch={groups.length > MOST_GROUPS && place < groups.length - 1 ? watch : null}
            beginsAway={!growing && isInTheMiddle(place, groups.length)}
          />
        ))}
      </div>
    </OpenLink>
  )
}

/** An answer is first seen at its beginning or its end. */
function isInTheMiddle(place: number, groups: number): boolean {
  return place >= MOST_GROUPS / 2 && place < groups - MOST_GROUPS / 2
}

/** Keeps what was read before, so that a longer text costs only its tail. */
function useAnswerBlocks(text: string, open: boolean): AnswerBlocks {
  const [before, setBefore] = useState(NO_BLOCKS)
  if (before.text === text && before.open === open) return before
  const blocks = readOn(before, text, open)
  setBefore(blocks)
  return blocks
}
