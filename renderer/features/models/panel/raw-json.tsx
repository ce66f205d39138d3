import type { ReactNode } from 'react'
import { Disclosure } from '../../../ui/disclosure.tsx'
import { useDetailWords } from '../use-detail-words.ts'

type RawJsonProps = { entries: readonly { title: string; entry: Record<string, unknown> | null }[] }

/** The entries as the API sent them, unknown fields included; as text, so nothing in them can act. */
export function RawJson({ entries }: RawJsonProps): ReactNode {
  const { t } = useDetailWords()
  return (
    <Disclosure label={t('modelDetails:raw')}>
      {entries.map(
        ({ title, entry }) =>
          entry !== null && (
            <figure key={title} className="raw-json">
              <figcaption className="quiet">{title}</figcaption>
              {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling box needs the keyboard */}
              <pre className="mono" tabIndex={0}>
                {JSON.stringify(entry, null, 2)}
              </pre>
            </figure>
          ),
      )}
    </Disclosure>
  )
}
