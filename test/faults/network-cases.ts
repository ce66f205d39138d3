import type { FaultCase } from './fault-case.ts'

const xai = (name: string): string => `test/unit/electron/xai/${name}.test.ts`
const e2e = (name: string): string => `test/e2e/${name}.test.ts`
const guard = xai('request-guard')
const retry = xai('retry')
const send = 'test/unit/electron/services/chat-send.test.ts'
const end = 'test/unit/electron/services/chat-end.test.ts'
const interrupted = e2e('interrupted')
const places = 'test/faults/every-event.test.ts'
const proxy = 'test/faults/unreliable-network.test.ts'

/** What networks, servers and the life of an app do to a request. */
export const networkCases: readonly FaultCase[] = [
  {
    number: 17,
    title: 'The headers never come',
    expected: 'A limit of 120 s (20 s for lists); Stop works at once in every phase.',
    proofs: [
      [guard, 'end waiting for %s'],
      [xai('chat-limits'), '%s: waiting for an answer ends after %i ms'],
      [guard, '%s takes less than 50 ms and closes the connection'],
      [xai('chat-limits'), '%s takes less than 50 ms and keeps what came'],
      [interrupted, 'ends at once by Stop while the process of the server is frozen'],
    ],
  },
  {
    number: 18,
    title: 'A connection that is open and dead: silence, a stalled proxy, a frozen server',
    expected: 'The idle limit ends it; what came is kept.',
    proofs: [
      [proxy, '$name ends at the idle limit, and what came is kept'],
      [
        proxy,
        'that is frozen in mid-stream ends at the idle limit, and a later one answers when it is thawed',
      ],
      [proxy, 'that is killed in mid-stream is an answer cut off'],
    ],
  },
  {
    number: 19,
    title: '429 with a wait of 2 s, an hour, a date, a negative one, or rubbish',
    expected: 'Waits up to a minute, stops within 50 ms; an hour is told and not slept.',
    proofs: [
      [xai('retry-after'), 'retryAfterOf'],
      [retry, 'wait as long as the server asks, measured at the server'],
      [retry, 'report a longer wait and do not sleep it'],
      [retry, 'stop within 50 ms while they wait'],
      ['test/component/playground.test.tsx', 'counts down to the next try and names the reason'],
    ],
  },
  {
    number: 20,
    title: '500, 502, 503 or 529, once, twice, five times',
    expected: 'Two repetitions at most, with jitter within bounds, each on record.',
    proofs: [
      [retry, 'of %i end with the first success'],
      [retry, 'are two at most, and each is told with the wait before it'],
      [retry, 'stays within the backoff less a quarter, whatever the random number'],
      [retry, 'of %i are for a GET alone: a POST may have been worked on'],
      [e2e('ledger'), 'has each try of a request that was refused first'],
    ],
  },
  {
    number: 21,
    title: '401 and 403',
    expected: 'Not repeated; says what the key lacks; the key is in no message.',
    proofs: [
      [retry, 'never follow %i'],
      [xai('secrecy'), 'the key is in no error when the server echoes it'],
      [
        e2e('key-connections'),
        'with a wrong key says so, and that nothing of it is the fault of its permissions',
      ],
    ],
  },
  {
    number: 22,
    title: 'A refusal with an enormous body',
    expected: 'Up to 4,096 characters of it are shown, up to 64 kB read.',
    proofs: [
      [xai('failure-of-response'), 'of any size is shown up to 4,096 characters, and read up to 64 kB'],
    ],
  },
  {
    number: 23,
    title: 'A redirect to another host',
    expected: 'Refused; the other host never sees the key.',
    proofs: [
      [guard, '%i to another origin is refused and the key stays here'],
      [guard, 'never brings the key to another origin, even by a network stack that follows'],
    ],
  },
  {
    number: 24,
    title: 'The base URL is changed',
    expected: 'The key stays with the host that it was entered for.',
    proofs: [
      ['test/unit/electron/vault.test.ts', 'is given for exactly its origin'],
      [e2e('key-storage'), 'belongs to the host it was entered for: another base URL never gets it'],
      [
        e2e('key-connections'),
        'whose host is changed asks for a key again and never shows the first one to the new host',
      ],
    ],
  },
  {
    number: 25,
    title: 'An endless line, a compression bomb',
    expected: 'Ends at its limit, in less than 50 MB of memory.',
    proofs: [
      [xai('chat-limits'), 'end an endless line, in little memory'],
      [xai('chat-limits'), 'end an endless stream of %s'],
      [xai('wire'), 'stop 400 MB that were compressed to 400 kB, in less than 50 MB of memory'],
      [proxy, 'of a stream ends at a limit, in little memory'],
    ],
  },
  {
    number: 26,
    title: 'A proxy that refuses, TLS and DNS errors, IPv6 only, something that is no HTTP',
    expected: 'A failure of its own for each, with words and a way on.',
    proofs: [
      [xai('failure-of-network'), 'failureOfNetwork'],
      [xai('failure-of-network'), 'a real connection'],
      [xai('failure-of-response'), 'of the proxy, with status 407, is the proxy’s'],
    ],
  },
  {
    number: 27,
    title: 'The computer sleeps while an answer comes',
    expected: 'Kept, “Interrupted by sleep”, Try again; no stray exception.',
    proofs: [
      [interrupted, 'survives the sleep of the computer: kept, said so, and asked again'],
      [end, 'sleep of the computer'],
      [xai('failure-of-network'), 'whose network stack throws synchronously is a failure, not a crash'],
    ],
  },
  {
    number: 28,
    title: 'The clock jumps by a day while an answer comes',
    expected: 'Durations are right; rows keep their order.',
    proofs: [
      [send, 'is measured right while the clock jumps by %i ms'],
      [
        'test/unit/electron/ledger/ledger-store.test.ts',
        'goes through its rows in the order of its sequence, whatever the clock does',
      ],
      [
        'test/unit/electron/storage/chat-store.test.ts',
        'has none at first, then the newest, in the order of making and not of the clock',
      ],
      [
        'test/unit/electron/storage/backups.test.ts',
        'go on when the clock was once years ahead, and the last made stays the newest',
      ],
    ],
  },
  {
    number: 29,
    title: 'A double click, Enter twice, the app started twice',
    expected: 'One request, one row, one window.',
    proofs: [
      ['test/component/playground.test.tsx', 'is one request for two presses'],
      [send, 'is asked once for one press, however often the press arrives'],
      [e2e('desktop'), 'lets a second start show the first one and end'],
    ],
  },
  {
    number: 30,
    title: 'Stop at every event of a stream',
    expected: 'One settled state of answer and row; no later part changes them.',
    proofs: [
      [places, 'a stop hands out nothing more'],
      [places, 'a stop settles answer and row, and nothing that comes later changes them'],
      [xai('chat-limits'), 'at any part hands out no later part'],
      [end, 'stop'],
      [e2e('ledger'), 'has an estimate of what was stopped'],
    ],
  },
  {
    number: 31,
    title: 'The page is loaded again, or its process crashes, in mid-stream',
    expected: 'The answer goes on and is asked for once; the page comes back by itself.',
    proofs: [
      [interrupted, 'goes on while the page is loaded again, and is asked for once'],
      [interrupted, 'goes on when the page’s process crashes, and is there when the page is back by itself'],
    ],
  },
  {
    number: 32,
    title: 'The app quits in mid-stream',
    expected: 'Written before it ends, within two seconds.',
    proofs: [
      [interrupted, 'is written before the app quits, within two seconds'],
      [end, 'the end of the app'],
    ],
  },
]
