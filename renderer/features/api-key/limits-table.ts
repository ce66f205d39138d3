import type { Limits } from '../../../shared/contract/connection-health.ts'
import type { CopiedTable } from '../../../shared/export/table-text.ts'
import type { ConnectionWords } from '../../app/connections/use-connection-words.ts'
import { countText } from '../../ui/number-text.ts'
import { exactTime } from '../../ui/time-text.ts'

/** The limits as a table. Credits are copied as the server wrote them, a time as read and, for a program, as ISO 8601. */
export function limitsTable(limits: Limits | undefined, t: ConnectionWords, locale: string): CopiedTable {
  const unknown = { text: t('ui:unknown'), value: null }
  const words = (text: string) => ({ text, value: text })
  const count = (number: number | null | undefined) =>
    number == null ? unknown : { text: countText(number, locale), value: number }
  const time = (at: number | null | undefined) =>
    at == null ? unknown : { text: exactTime(at, locale), value: new Date(at).toISOString() }
  const rates = (name: string, allowance: Limits['requests'] | undefined) => [
    words(name),
    count(allowance?.remaining),
    count(allowance?.limit),
    allowance?.remaining == null ? unknown : time(limits?.ratesReadAt),
  ]
  const credits = limits?.remainingCredits ?? null
  return {
    columns: [
      { header: t('connections:limits.heading'), kind: 'text' },
      { header: t('connections:limits.left'), kind: 'number' },
      { header: t('connections:limits.limit'), kind: 'number' },
      { header: t('connections:limits.read'), kind: 'text' },
    ],
    rows: [
      rates(t('connections:limits.requests'), limits?.requests),
      rates(t('connections:limits.tokens'), limits?.tokens),
      [
        words(t('connections:limits.credits')),
        credits === null ? unknown : words(credits),
        unknown,
        credits === null ? unknown : time(limits?.creditsReadAt),
      ],
    ],
  }
}
