import type { LanguageModel } from '../../../shared/catalog/model.ts'
import type { Conversation } from '../../../shared/contract/conversation.ts'

/** Names of a model that was asked for in some way, the strongest wish first. */
export type ModelWishes = {
  /** Chosen in the picker since the view was opened. */
  chosen: string | null
  /** From the address: `Try in Playground`. */
  address: string | null
  conversation: Conversation | null
}

/** The model that `Send` will ask: the strongest wish, else the first of the list; `null` when there is neither. */
export function modelToAsk(wishes: ModelWishes, models: readonly LanguageModel[]): string | null {
  return wishes.chosen ?? wishes.address ?? wishes.conversation?.setup.model ?? models[0]?.id ?? null
}

/** Whether the name is an id or an alias of the list. */
export function isListed(name: string, models: readonly LanguageModel[]): boolean {
  return models.some(({ id, aliases }) => id === name || aliases.includes(name))
}

/** Each alias with the model it stands for; an alias that is also an id is not repeated. */
export function aliasChoices(models: readonly LanguageModel[]): { alias: string; id: string }[] {
  const taken = new Set(models.map(({ id }) => id))
  return models.flatMap(({ id, aliases }) =>
    aliases.flatMap((alias) => {
      if (taken.has(alias)) return []
      taken.add(alias)
      return [{ alias, id }]
    }),
  )
}
