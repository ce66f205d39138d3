import type { AppWords } from './app-words.ts'

const SCOPES = {
  request: 'one request',
  conversation: 'a conversation',
  day: 'today',
  month: 'this month',
  key: 'this key and month',
} as const

export const english: AppWords = {
  closing: {
    message: (count) => (count === 1 ? 'An answer is still coming.' : `${count} answers are still coming.`),
    detail: 'What came so far is kept. The server may charge for the rest as well.',
    keepWaiting: 'Keep waiting',
    close: 'Close',
  },
  link: {
    title: 'Open link',
    message: (host) => `Open ${host} in your browser?`,
    open: 'Open',
    cancel: 'Cancel',
  },
  files: { usageLogs: 'Usage logs', all: 'All files' },
  newerStorage: {
    message: 'Your data was written by a newer Tokenbook.',
    detail: (found, known) =>
      `This version knows data up to format ${known}, yours is format ${found}. Nothing was changed. Install the newer version again to open it.`,
    quit: 'Quit',
    openFolder: 'Open data folder',
  },
  budget: {
    reached: 'Tokenbook: a budget is reached',
    almost: 'Tokenbook: a budget is almost used up',
    spent: (amount, limit, scope) => `${amount} of ${limit} for ${SCOPES[scope]} is spent.`,
    stops: ' Requests stop before they are sent.',
  },
}
