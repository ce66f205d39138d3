import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { ExchangeEvent } from '../../../../shared/chat/exchange.ts'
import { countText } from '../../../ui/number-text.ts'

/** More rows than this help nobody; the saved file has them all. */
const MOST_ROWS = 500

/** Every event of the answer with its time since the request. */
export function EventTimeline({ events }: { events: readonly ExchangeEvent[] }): ReactNode {
  const { t, i18n } = useTranslation('playground')
  const milliseconds = new Intl.NumberFormat(i18n.language, { maximumFractionDigits: 0 })
  return (
    <>
      <h3>{t('details.timeline')}</h3>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls has to be reachable by keyboard */}
      <section className="wire-scroll" aria-label={t('details.timeline')} tabIndex={0}>
        <table className="wire-events">
          <thead>
            <tr>
              <th scope="col" className="num" data-explain="event-time">
                {t('details.since')}
              </th>
              <th scope="col">{t('details.what')}</th>
              <th scope="col">{t('details.data')}</th>
            </tr>
          </thead>
          <tbody>
            {events.slice(0, MOST_ROWS).map((event, place) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: what happened never moves
              <tr key={place}>
                <td className="num">{milliseconds.format(event.sinceMs)}</td>
                <td>{t(`details.kind.${event.kind}`)}</td>
                <td className="wire-data">{dataOf(event)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      {events.length > MOST_ROWS && (
        <p className="quiet">
          {t('details.more', {
            count: events.length - MOST_ROWS,
            all: countText(events.length, i18n.language),
          })}
        </p>
      )}
    </>
  )
}

function dataOf(event: ExchangeEvent): string {
  switch (event.kind) {
    case 'leaves':
      return `${event.method} ${event.url}`
    case 'refused':
      return event.failure.serverWords ?? event.failure.code
    case 'answered':
      return String(event.status)
    case 'event':
      return event.cut ? `${event.data}…` : event.data
    case 'events-left-off':
      return ''
  }
}
