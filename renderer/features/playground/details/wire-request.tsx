import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { ExchangeEvent } from '../../../../shared/chat/exchange.ts'
import { prettyJson } from '../pretty-json.ts'

/** Each try: what was sent, and what the headers of its answer said. */
export function WireRequest({ events }: { events: readonly ExchangeEvent[] }): ReactNode {
  const { t } = useTranslation('playground')
  return events.map((event, place) => {
    if (event.kind === 'leaves') {
      return (
        // biome-ignore lint/suspicious/noArrayIndexKey: what happened never moves
        <div key={place}>
          <h3>{t('details.request', { number: event.tryNumber })}</h3>
          <p className="wire-line">
            {event.method} {event.url}
          </p>
          <HeaderTable label={t('details.requestHeaders')} headers={event.headers} />
          {event.body !== null && <pre className="wire-text">{prettyJson(event.body)}</pre>}
        </div>
      )
    }
    if (event.kind !== 'answered') return null
    return (
      // biome-ignore lint/suspicious/noArrayIndexKey: what happened never moves
      <div key={place}>
        <h3>{t('details.answer', { status: event.status })}</h3>
        <HeaderTable label={t('details.answerHeaders')} headers={event.headers} />
      </div>
    )
  })
}

function HeaderTable({
  label,
  headers,
}: {
  label: string
  headers: readonly (readonly [string, string])[]
}): ReactNode {
  return (
    <table className="wire-headers" aria-label={label}>
      <tbody>
        {headers.map(([name, value], place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a header can come twice
          <tr key={place}>
            <th scope="row">{name}</th>
            <td>{value}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
