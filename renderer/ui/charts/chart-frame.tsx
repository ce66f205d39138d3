import { type ReactNode, useId, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { NumberTerm } from '../../app/help/number-term.ts'
import { Button } from '../button.tsx'
import { CopyShownTable } from '../copy-shown-table.tsx'
import { Disclosure } from '../disclosure.tsx'
import './charts.css'
import { svgToPng } from './svg-image.ts'

type ChartFrameProps = {
  title: string
  /** Which kind of number is drawn. */
  explain: NumberTerm
  /** What is drawn, in words: unit, workload, what to notice. */
  children: ReactNode
  words?: ReactNode
  /** The same numbers as a table, exact to the last digit. */
  table: ReactNode
  /** Gets the drawing as PNG in base64, or the error that drawing it met. */
  onSaveImage: (png: string) => void
  onImageFailed: (error: unknown) => void
  /** Words behind the title in the image, such as that its numbers are not real; `null` for none. */
  imageMark: string | null
  /** Further buttons beside `Save image`, with their own `Copy table`; without them it stands above the table. */
  actions?: ReactNode
}

/** What every chart has around it: title, words, `Save image`, and the same data as a table. */
export function ChartFrame(props: ChartFrameProps): ReactNode {
  const { t } = useTranslation('ui')
  const titleId = useId()
  const drawing = useRef<HTMLDivElement>(null)
  const data = useRef<HTMLElement>(null)
  const save = () => {
    const svg = drawing.current?.querySelector('svg')
    const title = props.imageMark === null ? props.title : `${props.title} · ${props.imageMark}`
    if (svg) svgToPng(svg, title).then(props.onSaveImage, props.onImageFailed)
  }
  return (
    <figure className="chart" aria-labelledby={titleId} data-explain={props.explain}>
      <div className="chart-head">
        <div className="chart-words">
          <h3 id={titleId}>{props.title}</h3>
          {props.words}
        </div>
        {props.actions}
        <Button onClick={save}>{t('saveImage')}</Button>
      </div>
      <div ref={drawing} className="chart-drawing">
        {props.children}
      </div>
      <Disclosure label={t('dataTable')}>
        {props.actions === undefined && <CopyShownTable within={data} />}
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls has to be reachable by keyboard */}
        <section ref={data} className="chart-data" aria-label={props.title} tabIndex={0}>
          {props.table}
        </section>
      </Disclosure>
    </figure>
  )
}
