import { lineOfToken } from './line-layout.ts'

type Lines = { starts: Uint32Array; count: number; linesAPage: number }

/** Where a key takes the cursor from a token, or `null` for a key that moves nothing. */
export function tokenAfterKey(key: string, ctrl: boolean, token: number, lines: Lines): number | null {
  const { starts, count, linesAPage } = lines
  const line = lineOfToken(starts, token)
  const within = token - (starts[line] ?? 0)
  const inLine = (to: number) => {
    const goal = Math.min(starts.length - 1, Math.max(0, to))
    const first = starts[goal] ?? 0
    const last = (starts[goal + 1] ?? count) - 1
    return Math.min(last, first + within)
  }
  switch (key) {
    case 'ArrowRight':
      return Math.min(count - 1, token + 1)
    case 'ArrowLeft':
      return Math.max(0, token - 1)
    case 'ArrowDown':
      return line === starts.length - 1 ? count - 1 : inLine(line + 1)
    case 'ArrowUp':
      return line === 0 ? 0 : inLine(line - 1)
    case 'PageDown':
      return inLine(line + linesAPage)
    case 'PageUp':
      return inLine(line - linesAPage)
    case 'Home':
      return ctrl ? 0 : (starts[line] ?? 0)
    case 'End':
      return ctrl ? count - 1 : (starts[line + 1] ?? count) - 1
    default:
      return null
  }
}
