import { type ReactNode, Suspense } from 'react'
import { useTranslation } from 'react-i18next'
import type { NumberTerm } from '../../../app/help/number-term.ts'
import { Button } from '../../../ui/button.tsx'
import { ChartFrame } from '../../../ui/charts/chart-frame.tsx'
import { CopyTable } from '../../../ui/copy-table.tsx'
import type { DrawnTable } from '../drawn-table.ts'
import { DrawnTableView } from '../drawn-table-view.tsx'
import type { DrawnFiles } from '../use-drawn-files.tsx'

type DrawnFigureProps = {
  title: string
  explain: NumberTerm
  /** Part of the names of its files. */
  name: string
  table: DrawnTable
  files: DrawnFiles
  demo: boolean
  words?: ReactNode
  children: ReactNode
}

/** One chart with its title, files and table; the drawing's code comes when it is first needed. */
export function DrawnFigure(props: DrawnFigureProps): ReactNode {
  const { title, explain, name, table, files, demo, words, children } = props
  const { t } = useTranslation(['usage', 'ui'])
  return (
    <ChartFrame
      title={title}
      explain={explain}
      words={words}
      table={<DrawnTableView table={table} />}
      onSaveImage={(png) => files.saveImage(name, png)}
      onImageFailed={files.imageFailed}
      imageMark={demo ? t('ui:demo') : null}
      actions={
        <>
          <CopyTable table={() => table} />
          <Button onClick={() => files.saveCsv(name, table)}>{t('usage:files.csv')}</Button>
        </>
      }
    >
      <div className="usage-drawing">
        <Suspense fallback={<div aria-busy="true" />}>{children}</Suspense>
      </div>
    </ChartFrame>
  )
}
