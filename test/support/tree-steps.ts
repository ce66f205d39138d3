import fc from 'fast-check'
import { readTree, type TreeNode, type TreePlace } from '../../shared/chat/conversation-tree.ts'
import { addAt, addBeside, choose, move, setRemoved } from '../../shared/chat/tree-changes.ts'

const end: TreePlace = { kind: 'end' }
const behind = (id: string): TreePlace => ({ kind: 'after', id })

type Step = { what: 'add' | 'branch' | 'remove' | 'restore' | 'choose' | 'move'; at: number; to: number }

export const treeSteps = fc.array(
  fc.record({
    what: fc.constantFrom('add', 'branch', 'remove', 'restore', 'choose', 'move') satisfies fc.Arbitrary<
      Step['what']
    >,
    at: fc.nat(30),
    to: fc.nat(30),
  }),
  { maxLength: 40 },
)

/** What a person may do to a conversation, step by step. */
export function takeSteps(
  steps: readonly Step[],
  seen: (before: TreeNode[], after: TreeNode[], step: Step) => void,
): void {
  let nodes: TreeNode[] = []
  for (const [number, step] of steps.entries()) {
    const any = nodes[step.at % Math.max(1, nodes.length)]?.id
    const { path } = readTree(nodes)
    const shown = path[step.at % Math.max(1, path.length)]
    const beyond = path[step.to % Math.max(1, path.length)]
    const place: TreePlace = beyond === undefined ? end : step.to === 0 ? { kind: 'start' } : behind(beyond)
    const next = changed(nodes, step, { number, any, shown, place })
    if (next) {
      seen(nodes, next, step)
      nodes = next
    }
  }
}

type Spot = { number: number; any: string | undefined; shown: string | undefined; place: TreePlace }

function changed(nodes: TreeNode[], { what }: Step, { number, any, shown, place }: Spot): TreeNode[] | null {
  const id = `n${number}`
  if (what === 'add') return addAt(nodes, id, place)
  if (any === undefined) return null
  if (what === 'branch') return addBeside(nodes, id, any)
  if (what === 'remove' || what === 'restore') return setRemoved(nodes, any, what === 'remove')
  if (what === 'choose') return choose(nodes, any)
  return shown === undefined ? null : move(nodes, shown, place)
}
