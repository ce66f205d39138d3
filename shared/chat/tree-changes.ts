import { readTree, type TreeNode, type TreePlace } from './conversation-tree.ts'

/**
 * Changes of a conversation's tree. Each takes the nodes and gives them back changed, in the same order, a new one last.
 * The branch that is shown changes only where it says so; what stands above a fork is shared by its branches.
 */

/** A new node in place of `id`, beside it: both are kept and the new one is shown. `null` when `id` is not there. */
export function addBeside(nodes: readonly TreeNode[], added: string, id: string): TreeNode[] | null {
  const beside = nodes.find((node) => node.id === id)
  if (!beside) return null
  return choose([...nodes, { id: added, parent: beside.parent, chosen: 0, removed: false }], added)
}

/** A new node on the branch that is shown. What followed there follows the new one. `null`: no such place. */
export function addAt(nodes: readonly TreeNode[], added: string, place: TreePlace): TreeNode[] | null {
  const spot = spotOf(nodes, place)
  if (spot === null) return null
  const node = { id: added, parent: spot.parent, chosen: stampAfter(nodes), removed: false }
  return [...nodes.map((other) => (other.id === spot.next ? { ...other, parent: added } : other)), node]
}

/** Shows the branch that `id` is on, down to its end as it was shown last. */
export function choose(nodes: readonly TreeNode[], id: string): TreeNode[] {
  const byId = new Map(nodes.map((node) => [node.id, node]))
  const line = new Set<string>()
  for (let at: string | null = id; at !== null; at = byId.get(at)?.parent ?? null) line.add(at)
  const chosen = stampAfter(nodes)
  return nodes.map((node) => (line.has(node.id) ? { ...node, chosen } : node))
}

/** Takes a node out or puts it back; what follows it stays. */
export function setRemoved(nodes: readonly TreeNode[], id: string, removed: boolean): TreeNode[] {
  return nodes.map((node) => (node.id === id ? { ...node, removed } : node))
}

/**
 * Lifts a node of the branch that is shown out of its place, so that what follows it stands where it stood, and puts it
 * in at another place. `null`: it is not on that branch, or there is no such place.
 */
export function move(nodes: readonly TreeNode[], id: string, place: TreePlace): TreeNode[] | null {
  const { path } = readTree(nodes)
  const node = nodes.find((known) => known.id === id)
  if (!node || !path.includes(id)) return null
  if (place.kind === 'after' && place.id === id) return [...nodes]
  const next = nextOnLine(nodes, id, path)
  const stamp = stampAfter(nodes)
  const lifted = nodes
    .filter((other) => other !== node)
    .map((other) => {
      if (other.parent !== id) return other
      return { ...other, parent: node.parent, chosen: other.id === next ? stamp : other.chosen }
    })
  const put = addAt(lifted, id, place)
  if (put === null) return null
  // Back in its own place in the order: that is the order of branches.
  const byId = new Map(put.map((known) => [known.id, known]))
  return nodes.map((known) => byId.get(known.id) ?? known)
}

/** Where a node is put in: below `parent`, with `next`, which followed there, below it. */
function spotOf(
  nodes: readonly TreeNode[],
  place: TreePlace,
): { parent: string | null; next: string | null } | null {
  const { path } = readTree(nodes)
  if (place.kind === 'end') return { parent: path.at(-1) ?? null, next: null }
  if (place.kind === 'start') return { parent: null, next: nextOnLine(nodes, null, path) }
  return path.includes(place.id) ? { parent: place.id, next: nextOnLine(nodes, place.id, path) } : null
}

/** The node right below `parent` through which the branch that is shown goes on, perhaps a removed one. */
function nextOnLine(
  nodes: readonly TreeNode[],
  parent: string | null,
  path: readonly string[],
): string | null {
  const shown = path[parent === null ? 0 : path.indexOf(parent) + 1]
  const byId = new Map(nodes.map((node) => [node.id, node]))
  let at = shown ?? null
  while (at !== null && byId.get(at)?.parent !== parent) at = byId.get(at)?.parent ?? null
  return at
}

function stampAfter(nodes: readonly TreeNode[]): number {
  return nodes.reduce((highest, { chosen }) => Math.max(highest, chosen), 0) + 1
}
