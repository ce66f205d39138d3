import './answer-text.css'
import './words.ts'
import { memo, type ReactNode, useState } from 'react'
import { BlockView } from './answer/block-view.tsx'
import type { PlacedBlock } from './answer/blocks.ts'
import { OpenLink } from './answer/inline-text.tsx'
import { type AnswerBlocks, NO_BLOCKS, readOn } from './answer/settled-blocks.ts'

/** Blocks in one group. */
const GROUP = 24

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
  const groups = Array.from({ length: Math.ceil(blocks.length / GROUP) }, (_, group) =>
    blocks.slice(group * GROUP, (group + 1) * GROUP),
  )
  return (
    <OpenLink value={onOpenLink}>
      <div className="answer-text" dir="auto">
        {groups.map((group, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: blocks only ever come at the end
          <BlockGroup key={place} blocks={group} growing={growing && place === groups.length - 1} />
        ))}
      </div>
    </OpenLink>
  )
}

/** A full group is not looked at again: a long answer costs a frame as much as a short one. */
const BlockGroup = memo(
  ({ blocks, growing }: { blocks: readonly PlacedBlock[]; growing: boolean }): ReactNode => (
    <div className="answer-group">
      {blocks.map((placed, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: blocks only ever come at the end
        <OuterBlock key={place} placed={placed} open={growing && place === blocks.length - 1} />
      ))}
    </div>
  ),
  (before, after) =>
    before.growing === after.growing &&
    before.blocks.length === after.blocks.length &&
    before.blocks.every((block, place) => block === after.blocks[place]),
)

const OuterBlock = memo(
  ({ placed, open }: { placed: PlacedBlock; open: boolean }): ReactNode => (
    <div className="answer-block">
      <BlockView placed={placed} open={open} depth={0} />
    </div>
  ),
  (before, after) => before.placed.raw === after.placed.raw && before.open === after.open,
)

/** Keeps what was read before, so that a longer text costs only its tail. */
function useAnswerBlocks(text: string, open: boolean): AnswerBlocks {
  const [before, setBefore] = useState(NO_BLOCKS)
  if (before.text === text && before.open === open) return before
  const blocks = readOn(before, text, open)
  setBefore(blocks)
  return blocks
}
