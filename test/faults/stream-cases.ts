import type { FaultCase } from './fault-case.ts'

const xai = (name: string): string => `test/unit/electron/xai/${name}.test.ts`
const chunking = xai('chat-chunking')
const protocols = xai('protocol-chunking')
const completions = xai('chat-completions')
const limits = xai('chat-limits')
const bad = 'test/e2e/bad-answers.test.ts'
const proxy = 'test/faults/unreliable-network.test.ts'
const bodies = 'test/faults/api-bodies.test.ts'
const places = 'test/faults/every-event.test.ts'
const rows = 'test/unit/electron/ledger/attempt-ledger.test.ts'
const typed = 'read as $name are a sound value or a typed failure, and nothing else'

/** What a stream can do wrong, from its first byte to its last. */
export const streamCases: readonly FaultCase[] = [
  {
    number: 1,
    title: 'The stream ends after any number of bytes',
    expected: 'Never complete before the server said so; what came is kept.',
    proofs: [
      [chunking, 'cut off at any byte is never complete before the server says so, and what came is kept'],
      [protocols, 'is never complete before the server says so, at whatever byte it is cut'],
      [rows, 'that was %s is %s'],
      [bad, '%s: says so, loses nothing, and asks again'],
    ],
  },
  {
    number: 2,
    title: 'The connection is reset before the headers, after them, in mid-event',
    expected: 'A typed failure. Repeated only while nothing can have been billed.',
    proofs: [
      [proxy, 'reset $where is $code, and what came is kept'],
      [
        xai('retry'),
        'follow a connection lost before the headers for GET, and never for a POST that may be billed',
      ],
      [xai('retry'), 'never follow a connection lost after the headers'],
    ],
  },
  {
    number: 3,
    title: 'One byte at a time, and packets of random sizes',
    expected: 'The same text and usage.',
    proofs: [
      [chunking, 'is the same in random cuts and byte by byte'],
      [protocols, 'says the same in random cuts and byte by byte'],
      [proxy, 'is read whole through $name'],
    ],
  },
  {
    number: 4,
    title: 'A character of several bytes is split anywhere',
    expected: 'No replacement character.',
    proofs: [
      [chunking, 'survive one-byte packets on a real connection'],
      [chunking, 'is the same in random cuts and byte by byte'],
    ],
  },
  {
    number: 5,
    title: 'CRLF, CR, LF, mixed, byte order mark, comments, `id:` and `retry:`',
    expected: 'The same answer.',
    proofs: [
      [chunking, 'is the same in every spelling that the standard allows, in 10 random cuts each'],
      [protocols, 'says the same in every spelling that the standard allows'],
    ],
  },
  {
    number: 6,
    title: 'An event that is no JSON, or not what the API says',
    expected: 'What came is kept, a typed failure that names the place of the event, and the app goes on.',
    proofs: [
      [places, 'one that is no JSON is named by its place, and what came before is kept'],
      [completions, 'a fault in mid-stream'],
      [bodies, typed],
      [bad, '%s: says so, loses nothing, and asks again'],
    ],
  },
  {
    number: 7,
    title: 'No usage',
    expected: 'Unknown with its reason, never zero.',
    proofs: [
      ['test/unit/electron/services/chat-send.test.ts', 'is unknown without usage'],
      [rows, 'that was %s is %s'],
      [bad, 'no usage: shows unknown, never zero'],
    ],
  },
  {
    number: 8,
    title: 'Usage twice, or growing with every chunk',
    expected: 'The last counts, once.',
    proofs: [
      [completions, 'counts usage that comes many times by the last one'],
      [
        'test/unit/electron/services/chat-send.test.ts',
        'counts usage that comes on every chunk once: the last holds',
      ],
    ],
  },
  {
    number: 9,
    title: 'Token counts that are negative, NaN, 1e308, text or missing',
    expected: 'Unknown; no total is ever NaN.',
    proofs: [
      ['test/unit/shared/usage/token-usage.test.ts', 'takes the count %j for unknown'],
      [bodies, typed],
    ],
  },
  {
    number: 10,
    title: '`[DONE]` is missing, but the server said that it was finished',
    expected: 'Complete.',
    proofs: [
      [completions, 'when nothing more comes after the finish reason'],
      [completions, 'when the connection is lost after the finish reason: only usage is missing'],
    ],
  },
  {
    number: 11,
    title: 'Something comes after `[DONE]`',
    expected: 'Ignored, and the connection is closed.',
    proofs: [
      [completions, 'at [DONE], whatever follows, and closes the connection'],
      [protocols, 'ignores what comes after the end'],
    ],
  },
  {
    number: 12,
    title: 'The server reports an error in mid-stream',
    expected: 'What came is kept, with the words of the server.',
    proofs: [
      [rows, 'that was %s is %s'],
      [completions, 'a fault in mid-stream'],
      [xai('protocol-errors'), 'of %s keeps what came'],
      [bad, '%s: says so, loses nothing, and asks again'],
    ],
  },
  {
    number: 13,
    title: 'An error in JSON under HTTP 200',
    expected: 'The failure that it says; no success.',
    proofs: [
      [rows, 'that was %s is %s'],
      [completions, 'an answer that is none'],
      [bad, '%s: says so, loses nothing, and asks again'],
      [bad, '%s: says so and keeps the last list with its age'],
    ],
  },
  {
    number: 14,
    title: 'A page in HTML under HTTP 200, as captive portals give',
    expected: 'Not from the API, in words of its own.',
    proofs: [
      [rows, 'that was %s is %s'],
      [completions, 'an answer that is none'],
      [bad, '%s: says so, loses nothing, and asks again'],
      [bad, '%s: says so and keeps the last list with its age'],
    ],
  },
  {
    number: 15,
    title: 'HTTP 200 and nothing in it',
    expected: 'An empty answer, in words of its own.',
    proofs: [
      [rows, 'that was %s is %s'],
      [completions, 'an answer that is none'],
      [bad, '%s: says so, loses nothing, and asks again'],
      [bad, '%s: says so and keeps the last list with its age'],
    ],
  },
  {
    number: 16,
    title: 'Nothing but comments for ever',
    expected: 'The idle limit ends it and closes the connection.',
    proofs: [
      [limits, 'is not held off by comments'],
      [limits, '%s: waiting for an answer ends after %i ms'],
      [xai('protocol-errors'), 'is no error when it is only a ping, which is no sign of life either'],
    ],
  },
]
