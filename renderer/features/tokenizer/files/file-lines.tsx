import type { TFunction } from 'i18next'
import { memo, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { assertNever } from '../../../../shared/assert-never.ts'
import { MoneyText } from '../../../ui/money-text.tsx'
import { countText } from '../../../ui/number-text.ts'
import type { FileRow, FilesTotal } from './file-rows.ts'

/** A thousand files are counted one after the other: only the line of the one that changed is drawn again. */
export const FileLine = memo(DrawnFileLine, (before, after) => isSame(before.row, after.row))

function isSame(one: FileRow, other: FileRow): boolean {
  return one.state === other.state && one.tokens === other.tokens && one.cost === other.cost
}

function DrawnFileLine({ row }: { row: FileRow }): ReactNode {
  const { t, i18n } = useTranslation('tokenizer')
  const number = (value: number) => countText(value, i18n.language)
  const { characters, tokens, cost, exact } = row
  return (
    <tr>
      <th scope="row" className="file-name">
        {row.name}
      </th>
      <td className="num">{number(row.size)}</td>
      {tokens === null || characters === null ? (
        <td colSpan={3} className="quiet">
          {stateText(row, t)}
        </td>
      ) : (
        <>
          <td className="num">{number(characters)}</td>
          <td className="num">{`${exact ? '' : '≈ '}${number(tokens)}`}</td>
          <td className="num">
            {!exact && cost !== null && '≈ '}
            <MoneyText ticks={cost} reason={t('cost.noPrice')} />
          </td>
        </>
      )}
    </tr>
  )
}

function stateText({ state }: FileRow, t: TFunction<'tokenizer'>): string {
  switch (state.kind) {
    case 'waiting':
      return t('files.waiting')
    case 'working':
      return t('files.working')
    case 'refused':
      return t(`files.refused.${state.why}`)
    case 'done':
      return ''
    default:
      return assertNever(state)
  }
}

export function TotalLine({ total }: { total: FilesTotal }): ReactNode {
  const { t, i18n } = useTranslation('tokenizer')
  const number = (value: number) => countText(value, i18n.language)
  const about = total.exact ? '' : '≈ '
  return (
    <tr>
      <th scope="row">{t('files.total')}</th>
      <td className="num">{number(total.size)}</td>
      <td className="num">{number(total.characters)}</td>
      <td className="num">{about + number(total.tokens)}</td>
      <td className="num">
        {about}
        <MoneyText ticks={total.cost} atLeast={total.partial} />
      </td>
    </tr>
  )
}
