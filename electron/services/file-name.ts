const MAX_LENGTH = 120

/** Names that Windows keeps for devices, whatever ending they have. */
const DEVICE = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i

/**
 * A name that every system takes as one file in one folder, with `ending` (such as `.csv`): no separators, control
 * characters or other signs that some system refuses, no dot in front, no device.
 */
export function safeFileName(suggested: string, ending: string): string {
  const bare = suggested.toLowerCase().endsWith(ending) ? suggested.slice(0, -ending.length) : suggested
  const plain = bare
    .replace(/[\p{Cc}\p{Cf}\p{Cs}<>:"/\\|?*]+/gu, '-')
    .slice(0, MAX_LENGTH)
    .replace(/[\uD800-\uDBFF]$/, '')
    .replace(/^[.\s-]+|[.\s-]+$/g, '')
  const name = plain === '' ? 'tokenbook' : plain
  return `${DEVICE.test(name) ? `_${name}` : name}${ending}`
}
