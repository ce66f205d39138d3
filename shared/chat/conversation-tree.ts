/**
 * The messages of a conversation as a tree. `parent: null` stands at the top. Of the nodes below one parent the one with
 * the highest `chosen` is shown; `removed` nodes stay where they are and are passed through, so that putting one back is
 * exact.
 */
export type TreeNode = { id: string; parent: string | null; chosen: number; removed: boolean }

/** A place on the branch that is shown. */
export type TreePlace = { kind: 'start' } | { kind: 'after'; id: string } | { kind: 'end' }

/** The neighbours of a node among those that could stand in its place; `position` counts from 1. */
type TreeBranch = { position: number; count: number; previous: string | null; next: string | null }

export type ConversationTree = {
  /** The ids of the branch that is shown, from the top. */
  path: readonly string[]
  has(id: string): boolean
  /** The ids above a node that are not removed, from the top, without itself. */
  above(id: string): string[]
  /** The last of those, or `null` at the top. */
  parentOf(id: string): string | null
  branchOf(id: string): TreeBranch
  /** All that could stand in its place, itself included, in the order of branches. */
  besideOf(id: string): readonly string[]
}

/** What was read of nodes that are still around: nodes are never changed in place. */
const known = new WeakMap<readonly TreeNode[], ConversationTree>()

/** Reads the tree; `nodes` in the order in which they were added, which is the order of branches. */
export function readTree(nodes: readonly TreeNode[]): ConversationTree {
  const before = known.get(nodes)
  if (before) return before
  const tree = readAnew(nodes)
  known.set(nodes, tree)
  return tree
}

function readAnew(nodes: readonly TreeNode[]): ConversationTree {
  const byId = new Map(nodes.map((node) => [node.id, node]))
  const below = childrenOf(nodes)
  const alive = aliveIn(nodes, byId)
  const siblings = new Map<string | null, string[]>()

  function above(id: string): string[] {
    const ids: string[] = []
    for (let at = parentOf(byId, id); at !== null; at = parentOf(byId, at)) {
      if (byId.get(at)?.removed === false) ids.push(at)
    }
    return ids.reverse()
  }
  function visibleBelow(parent: string | null): string[] {
    const read = siblings.get(parent)
    if (read) return read
    const found: string[] = []
    const open = [...(below.get(parent) ?? [])].reverse()
    for (let node = open.pop(); node; node = open.pop()) {
      if (node.removed) open.push(...[...(below.get(node.id) ?? [])].reverse())
      else found.push(node.id)
    }
    siblings.set(parent, found)
    return found
  }
  return {
    path: pathIn(below, alive),
    has: (id) => byId.has(id),
    above,
    parentOf: (id) => nearestAbove(byId, id),
    besideOf: (id) => visibleBelow(nearestAbove(byId, id)),
    branchOf(id) {
      const all = visibleBelow(nearestAbove(byId, id))
      const at = all.indexOf(id)
      return { position: at + 1, count: all.length, previous: all[at - 1] ?? null, next: all[at + 1] ?? null }
    },
  }
}

/** The nodes below each parent, in order. */
function childrenOf(nodes: readonly TreeNode[]): Map<string | null, TreeNode[]> {
  const below = new Map<string | null, TreeNode[]>()
  for (const node of nodes) {
    const siblings = below.get(node.parent)
    if (siblings) siblings.push(node)
    else below.set(node.parent, [node])
  }
  return below
}

/** Nodes that are shown or have something shown below them: a removed end of a branch is none. */
function aliveIn(nodes: readonly TreeNode[], byId: ReadonlyMap<string, TreeNode>): Set<string> {
  const alive = new Set<string>()
  for (const { id, removed } of nodes) {
    if (removed) continue
    for (let at: string | null = id; at !== null && !alive.has(at); at = parentOf(byId, at)) alive.add(at)
  }
  return alive
}

function pathIn(below: ReadonlyMap<string | null, TreeNode[]>, alive: ReadonlySet<string>): string[] {
  const path: string[] = []
  for (let node = chosenOf(below.get(null), alive); node; node = chosenOf(below.get(node.id), alive)) {
    if (!node.removed) path.push(node.id)
  }
  return path
}

/** Of two chosen at once the later one. */
function chosenOf(siblings: readonly TreeNode[] | undefined, alive: ReadonlySet<string>): TreeNode | null {
  let best: TreeNode | null = null
  for (const node of siblings ?? []) {
    if (alive.has(node.id) && (best === null || node.chosen >= best.chosen)) best = node
  }
  return best
}

function parentOf(byId: ReadonlyMap<string, TreeNode>, id: string): string | null {
  return byId.get(id)?.parent ?? null
}

function nearestAbove(byId: ReadonlyMap<string, TreeNode>, id: string): string | null {
  let at = parentOf(byId, id)
  while (at !== null && byId.get(at)?.removed) at = parentOf(byId, at)
  return at
}
