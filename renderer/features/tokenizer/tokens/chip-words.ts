import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { spokenText } from './chip-pieces.ts'
import { hexOf, type ShownToken } from './shown-token.ts'

/** The accessible name of a chip: number, text, id and bytes. */
export type ChipWords = (token: ShownToken) => string

/** Letters of a private area that no text of the catalogue has, to be replaced. */
const MARKS = { number: '\ue001', text: '\ue002', id: '\ue003', bytes: '\ue004' }

/** Looks the words up once: hundreds of chips come into sight in one frame. */
export function useChipWords(): ChipWords {
  const { t } = useTranslation('tokenizer')
  return useMemo(() => {
    const parts = t('chip', MARKS).split(/([\ue001-\ue004])/)
    const shared = t('sharedText', MARKS).split(MARKS.text)
    const textOf = (token: ShownToken) => {
      const text = spokenText(token.text.length > 200 ? token.text.slice(0, 200) : token.text)
      return token.sharedBy > 1 ? shared.join(text) : text
    }
    return (token) => {
      let words = ''
      for (const part of parts) {
        if (part === MARKS.number) words += token.index + 1
        else if (part === MARKS.text) words += textOf(token)
        else if (part === MARKS.id) words += token.id
        else words += part === MARKS.bytes ? hexOf(token.bytes.subarray(0, 64)) : part
      }
      return words
    }
  }, [t])
}
