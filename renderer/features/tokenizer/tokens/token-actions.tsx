import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useSaveFile } from '../../../app/use-save-file.ts'
import { Button } from '../../../ui/button.tsx'
import { SaveOutcome } from '../save-outcome.tsx'
import { createSlices } from '../slices.ts'
import { tokensCsv, tokensJson } from './token-files.ts'
import type { TokenTable } from './token-table.ts'

type Outcome = 'none' | 'copied' | 'copy-failed' | 'too-long'

/** Copies all ids, or saves all tokens as a file. */
export function TokenActions({ table }: { table: TokenTable }): ReactNode {
  const { t } = useTranslation(['tokenizer', 'ui'])
  const { state, save } = useSaveFile()
  const [outcome, setOutcome] = useState<Outcome>('none')
  const copyIds = () =>
    navigator.clipboard.writeText(table.ids.join(' ')).then(
      () => setOutcome('copied'),
      () => setOutcome('copy-failed'),
    )
  const saveAs = async (kind: 'csv' | 'json') => {
    setOutcome('none')
    const content = await (kind === 'csv' ? tokensCsv : tokensJson)(table, createSlices())
    if (content === null) setOutcome('too-long')
    else save({ kind, suggestedName: `tokens-${table.model}.${kind}`, content })
  }
  return (
    <div className="token-actions">
      <span role="status" className="quiet">
        {outcome === 'copied' && t('ui:copied')}
        {outcome === 'copy-failed' && t('ui:copyFailed')}
        {outcome === 'too-long' && t('tooLongForFile')}
      </span>
      <SaveOutcome state={state} />
      <Button onClick={() => void copyIds()}>{t('copyIds')}</Button>
      <Button onClick={() => void saveAs('json')} inactive={state.kind === 'saving'}>
        {t('exportJson')}
      </Button>
      <Button onClick={() => void saveAs('csv')} inactive={state.kind === 'saving'}>
        {t('exportCsv')}
      </Button>
    </div>
  )
}
