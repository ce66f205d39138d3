import { useMemo } from 'react'
import { glossary } from '../../messages/en/glossary.ts'
import { NUMBER_FACTS } from './number-facts.ts'
import type { NumberTerm } from './number-term.ts'
import type { GlossaryWord } from './number-words.ts'
import { useHelpWords } from './use-help-words.ts'

/** One line of the glossary; `words` is what it is found by beside its name. Only numbers have a formula. */
export type GlossaryLine = {
  id: string
  name: string
  meaning: string
  formula: string | null
  words: string
}

/** The glossary in the language on screen: words in their own order, numbers in that of the views. */
export function useGlossaryLines(): { words: GlossaryLine[]; numbers: GlossaryLine[] } {
  const { t } = useHelpWords()
  return useMemo(() => {
    const words = Object.keys(glossary).filter(isWord)
    const numbers = Object.keys(NUMBER_FACTS).filter(isNumber)
    return {
      words: words.map((id) => {
        const meaning = t(`glossary:${id}.meaning`)
        return { id, name: t(`glossary:${id}.name`), meaning, formula: null, words: meaning }
      }),
      numbers: numbers.map((id) => {
        const meaning = t(`numbers:${id}.meaning`)
        const formula = t(`numbers:${id}.formula`)
        return { id, name: t(`numbers:${id}.name`), meaning, formula, words: `${meaning} ${formula}` }
      }),
    }
  }, [t])
}

function isWord(key: string): key is GlossaryWord {
  return key in glossary
}

function isNumber(key: string): key is NumberTerm {
  return key in NUMBER_FACTS
}
