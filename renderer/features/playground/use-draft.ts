import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'

const KEY = ['playground', 'draft']

/** What was typed and not sent. It survives a look at another view, in memory only. */
export function useDraft(): {
  text: string
  change: (text: string) => void
  clearIf: (sent: string) => void
} {
  const queries = useQueryClient()
  const [text, setText] = useState(() => queries.getQueryData<string>(KEY) ?? '')
  const change = (next: string) => {
    setText(next)
    queries.setQueryData(KEY, next)
  }
  /** Empties the box, unless something else was typed since. */
  const clearIf = (sent: string) => {
    setText((now) => (now === sent ? '' : now))
    queries.setQueryData<string>(KEY, (now) => (now === sent ? '' : now))
  }
  return { text, change, clearIf }
}
