/** A line of ours made wrong. */
export type Wrong = { what: string; file: string; right: string; wrong: string }
/** At least one of the tests must fail then. */
export type Plant = Wrong & { tests: readonly string[] }
/** An aim of this benchmark, met before, must be missed then. */
export type SlowPlant = Wrong & { bench: string; env: Record<string, string> }

export const PLANTS: readonly Plant[] = [
  {
    what: 'naive re-render: every word that comes draws the whole answer anew',
    file: 'renderer/features/playground/answer-text.tsx',
    right: '<div className="answer-text" dir="auto">',
    wrong: '<div className="answer-text" dir="auto" key={text.length}>',
    tests: ['test/component/answer-redraw.test.tsx'],
  },
  {
    what: 'naive re-render: every word that comes reads the whole answer anew',
    file: 'renderer/features/playground/answer/settled-blocks.ts',
    right: 'const settling = Math.max(0, blocks.length - 2)',
    wrong: 'const settling = 0',
    tests: ['test/component/answer-redraw.test.tsx'],
  },
  {
    what: 'unbounded buffer: a line of a stream may be of any length',
    file: 'electron/xai/stream-events.ts',
    right: 'maxBufferSize: answer.limits.lineChars',
    wrong: 'maxBufferSize: Number.MAX_SAFE_INTEGER',
    tests: ['test/unit/electron/xai/chat-limits.test.ts'],
  },
  {
    what: 'dropped fsync: the database does not wait for the disk',
    file: 'electron/storage/connect.ts',
    right: 'PRAGMA synchronous = FULL',
    wrong: 'PRAGMA synchronous = OFF',
    tests: ['test/unit/electron/storage/open-storage.test.ts'],
  },
  {
    what: 'dropped fsync: a small file takes its name before its content is on disk',
    file: 'electron/storage/durable-file.ts',
    right: 'writeFileSync(file, content)\n      fsyncSync(file)',
    wrong: 'writeFileSync(file, content)',
    tests: ['test/unit/electron/storage/durable-file.test.ts'],
  },
  {
    what: 'late row: the ledger hears of a request after it has left',
    file: 'electron/services/attempt-ledger.ts',
    right: 'store.open({\n',
    wrong:
      'const later = (row: Parameters<typeof store.open>[0]) => setTimeout(() => store.open(row), 0)\n            later({\n',
    tests: ['test/unit/electron/ledger', 'test/unit/electron/services'],
  },
  {
    what: 'skipped redaction: texts are handed on as they came',
    file: 'electron/xai/redact.ts',
    right: 'withoutTraces(text, tracesIn(text))',
    wrong: 'withoutTraces(text, tracesIn(text).slice(0, 0))',
    tests: ['test/unit/electron/xai/redact.test.ts', 'test/unit/electron/xai/secrecy.test.ts'],
  },
]
export const SLOW_PLANTS: readonly SlowPlant[] = [
  {
    what: 'naive re-render: every word that comes draws the whole answer anew',
    file: 'renderer/features/playground/answer-text.tsx',
    right: '<div className="answer-text" dir="auto">',
    wrong: '<div className="answer-text" dir="auto" key={text.length}>',
    ...{ bench: 'stream', env: { STREAM_RATES: '5000', STREAM_LIMIT_S: '10' } },
  },
  {
    what: 'unbounded buffer: what went over the wire is never let go of',
    file: 'electron/services/request-details.ts',
    right: '    gathering.delete(attemptId)\n',
    wrong: '',
    ...{ bench: 'memory', env: {} },
  },
]
