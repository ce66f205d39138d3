import { useCallback, useMemo, useState } from 'react'
import { type Candidate, type Choice, choiceOf } from '../../../shared/compare/candidate.ts'
import type { Catalog } from '../../../shared/contract/catalog.ts'
import type { CompareState } from './use-compare-state.ts'
import { type ReferencePrices, useReferencePrices } from './use-reference-prices.ts'

export type Candidates = {
  /** What each chosen name came to. */
  choices: Choice[]
  /** The key's own models among them. */
  own: Candidate[]
  /** Those, then the chosen references that the package knows. */
  candidates: Candidate[]
  /** The prices of other vendors: whether someone wants them, how to, and themselves once they are loaded. */
  references: { wanted: boolean; onWant: () => void; prices: ReferencePrices | null }
}

/** Everything that is compared. Nothing of it changes with the workload. */
export function useCandidates(catalog: Catalog, { names, references }: CompareState): Candidates {
  const [asked, setAsked] = useState(false)
  const wanted = asked || references.length > 0
  const prices = useReferencePrices(wanted)
  const choices = useMemo(() => names.map((name) => choiceOf(name, catalog)), [names, catalog])
  const own = useMemo(
    () => choices.flatMap((choice) => (choice.kind === 'candidate' ? [choice.candidate] : [])),
    [choices],
  )
  const candidates = useMemo(() => {
    const vendors = (prices?.models ?? []).map(({ candidate }) => candidate)
    const chosen = references.flatMap((name) => vendors.filter((candidate) => candidate.name === name))
    return [...own, ...chosen]
  }, [own, prices, references])
  const onWant = useCallback(() => setAsked(true), [])
  return { choices, own, candidates, references: { wanted, onWant, prices } }
}
