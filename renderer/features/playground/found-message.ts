/**
 * A message that was looked for: its list scrolls to it and marks it. `index` is its place on the branch shown, from 0;
 * each look is another `round`, so that the same message can be looked for again.
 */
export type FoundMessage = { conversationId: string; messageId: string; index: number; round: number }
