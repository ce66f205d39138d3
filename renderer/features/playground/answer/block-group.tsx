import { memo, type ReactNode, useEffect, useRef, useState } from 'react'
import { BlockView } from './block-view.tsx'
import type { PlacedBlock } from './blocks.ts'
import type { PlaceWatch } from './place-watch.ts'

/** `shown`, or only its text because it is far from what is seen; `height` is what it had before, if it ever had one. */
type Shape = { kind: 'shown' } | { kind: 'put-away'; height: number | null }

type BlockGroupProps = {
  blocks: readonly PlacedBlock[]
  /** Its last block will go on. */
  growing: boolean
  /** Tells when it may be put away; `null` for one that always stays. */
  watch: PlaceWatch | null
  /** It need not be drawn before it comes near. */
  beginsAway: boolean
}

/**
 * A full group is not looked at again: a long answer costs a frame as much as a short one. Of a group that is far from
 * what is seen nothing is kept but its text, in its height: the elements of a whole book would fill the memory, and
 * each of them would be looked at whenever styles change. It can still be selected and read aloud.
 */
export const BlockGroup = memo(
  ({ blocks, growing, watch, beginsAway }: BlockGroupProps): ReactNode => {
    const element = useRef<HTMLDivElement>(null)
    const [shape, setShape] = useState<Shape>(() =>
      beginsAway ? { kind: 'put-away', height: null } : { kind: 'shown' },
    )
    const stays = watch === null || blocks.some(({ raw }) => mayHoldFootnote(raw))
    useEffect(() => {
      const group = element.current
      if (stays || group === null) return
      return watch.watch(group, (near, height) => {
        if (near) setShape((before) => (before.kind === 'shown' ? before : { kind: 'shown' }))
        else if (!isInUse(group)) setShape((before) => putAway(before, height))
      })
    }, [watch, stays])
    if (!stays && shape.kind === 'put-away') {
      return (
        <div ref={element} className="answer-group" style={heightStyle(shape.height)}>
          <p>{blocks.map(({ raw }) => raw).join('\n\n')}</p>
        </div>
      )
    }
    return (
      <div ref={element} className="answer-group">
        {blocks.map((placed, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: blocks only ever come at the end
          <OuterBlock key={place} placed={placed} open={growing && place === blocks.length - 1} />
        ))}
      </div>
    )
  },
  (before, after) =>
    before.growing === after.growing &&
    before.watch === after.watch &&
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

/** A mark anywhere in the answer may lead to the words of a footnote: they must be there. */
function mayHoldFootnote(raw: string): boolean {
  return raw.includes('[^') && raw.includes(']:')
}

/** What has the focus, or is part of a selection, is not taken away from under a person's hands. */
function isInUse(group: Element): boolean {
  if (group.contains(document.activeElement)) return true
  const selection = document.getSelection()
  return selection !== null && !selection.isCollapsed && selection.getRangeAt(0).intersectsNode(group)
}

function putAway(before: Shape, height: number): Shape {
  return before.kind === 'put-away' ? before : { kind: 'put-away', height }
}

function heightStyle(height: number | null): { blockSize: number; overflow: 'hidden' } | undefined {
  return height === null ? undefined : { blockSize: height, overflow: 'hidden' }
}
