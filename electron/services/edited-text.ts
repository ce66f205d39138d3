/** So much of the longer text must be the same at both ends for one to be an edit of the other. */
const SAME_SHARE = 0.5

/**
 * Tells whether a text is the one before it, edited: a text that grows while it is typed is counted at every pause, and
 * would otherwise fill all that learning looks at. Remembers one text for each key.
 */
export function editedText(): (key: string, text: string) => boolean {
  const last = new Map<string, string>()
  return (key, text) => {
    const before = last.get(key)
    last.set(key, text)
    return before !== undefined && sameEnds(before, text) >= SAME_SHARE * Math.max(before.length, text.length)
  }
}

/** Characters that both texts have in common at their beginning and, after that, at their end. */
function sameEnds(one: string, other: string): number {
  const shorter = Math.min(one.length, other.length)
  let front = 0
  while (front < shorter && one.charCodeAt(front) === other.charCodeAt(front)) front += 1
  let back = 0
  while (
    back < shorter - front &&
    one.charCodeAt(one.length - 1 - back) === other.charCodeAt(other.length - 1 - back)
  )
    back += 1
  return front + back
}
