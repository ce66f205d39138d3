/**
 * The text as it can be sent, and how many halves of a character it lost: a lone surrogate has no UTF-8, so each becomes
 * U+FFFD, as every encoder does (`String.prototype.toWellFormed`, which Node 18 lacks).
 */
export function wellFormed(text: string): { text: string; replaced: number } {
  let replaced = 0
  // With the `u` flag a pair is one character, so only lone halves match.
  const sent = text.replace(/\p{Surrogate}/gu, () => {
    replaced += 1
    return '\ufffd'
  })
  return { text: sent, replaced }
}
