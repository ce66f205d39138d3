import type { FaultCase } from './fault-case.ts'

const e2e = (name: string): string => `test/e2e/${name}.test.ts`
const component = (name: string): string => `test/component/${name}.test.tsx`
const port = 'test/contract/message-port.test.ts'
const files = 'test/faults/imported-files.test.ts'
const vault = 'test/unit/electron/vault.test.ts'

/** What models, servers, pages and people hand over to do harm, or by accident. */
export const hostileCases: readonly FaultCase[] = [
  {
    number: 41,
    title: 'At least 200 payloads of script in answers, names and errors, while they come and after',
    expected: 'No script runs, nothing is asked of outside.',
    proofs: [
      [component('answer-hostile'), 'are at least two hundred'],
      [component('answer-hostile'), '$name: harmless while it comes in pieces and when it is whole'],
      [e2e('lockdown'), 'runs no code by %s'],
      [e2e('hostile-api'), 'runs nothing in any view, list, panel or title'],
      [e2e('hostile-api'), 'shows hostile names as text, and leaves out the one of 10 MB'],
      [e2e('hostile-api'), 'shows hostile words of errors as text'],
    ],
  },
  {
    number: 42,
    title: 'Images and links that report to somebody',
    expected: 'Nothing is fetched.',
    proofs: [
      [component('answer-text'), 'names an image and does not fetch it'],
      [e2e('lockdown'), 'has no network by %s'],
      [e2e('hostile-api'), 'runs nothing in any view, list, panel or title'],
      [e2e('hostile-api'), 'follows no redirect to another origin (%d)'],
      [e2e('hostile-api'), 'sent the key to nobody else, and wrote neither it nor a cookie to the disk'],
    ],
  },
  {
    number: 43,
    title: 'Addresses of every scheme, by links, windows, navigation and drops',
    expected: 'Only https opens, after a confirmation that shows the host.',
    proofs: [
      ['test/unit/electron/external-link.test.ts', 'refuses %j'],
      [component('answer-text'), '%j is no link'],
      [e2e('links'), 'links leave the app only after a confirmation'],
      [e2e('lockdown'), 'goes nowhere and opens nothing by %s'],
      [e2e('lockdown'), 'does not navigate to %s'],
    ],
  },
  {
    number: 44,
    title: 'Calls that our page never makes: any value, prototypes, cycles, sizes, other frames',
    expected: 'Refused; the main process lives and no prototype changes.',
    proofs: [
      [port, 'what our own page never sends'],
      ['test/contract/page-fuzz.test.ts', 'a page that says anything'],
      [e2e('page-fuzz'), 'harms nothing by requests of every kind'],
      [e2e('page-fuzz'), 'harms nothing by values that only a structured clone can carry'],
      [e2e('page-fuzz'), 'gets nowhere from a frame inside the page, whatever it says to whom'],
      [e2e('electron-checklist'), 'refuses a port unless the top frame of our own page sent it'],
      [e2e('lockdown'), 'ignores a port that comes from a frame inside the page'],
    ],
  },
  {
    number: 45,
    title: 'Cells of an export that a spreadsheet would run; files to import with anything in them',
    expected: 'Text; sound rows and conversations or told refusals.',
    proofs: [
      [files, '$what: sound rows or told refusals, sums right, and nothing twice'],
      [files, 'with $what is refused, and the others come in'],
      [files, 'come in as sound ones that can be read, written, copied and continued, or not at all'],
      ['test/unit/shared/ledger/csv.test.ts', 'makes the text %j safe'],
      [
        'test/unit/shared/ledger/csv.test.ts',
        'is read back as the same cells, but for the guard, and no text cell begins a formula',
      ],
      [
        'test/unit/shared/ledger/csv.test.ts',
        'begins no formula where a spreadsheet parts cells at %j instead of commas',
      ],
      [
        'test/unit/electron/ledger/transfers.test.ts',
        'is read by another reader as the very rows, whatever they are called, to the tick',
      ],
    ],
  },
  {
    number: 46,
    title: 'A megabyte pasted, a word of 100,000 letters, deep nesting, odd characters',
    expected: 'No freeze; a right count or a clear refusal.',
    proofs: [
      [component('answer-text'), '%s: read in a fraction of a second'],
      [component('answer-redraw'), 'an answer that grows'],
      [e2e('tokenizer'), 'holds a megabyte in one line, and a word of 100,000 letters'],
      [e2e('tokenizer'), 'shows every byte of %s'],
      ['test/unit/electron/xai/wire.test.ts', 'survives nesting of any depth'],
    ],
  },
  {
    number: 47,
    title:
      'Amounts of 10^12 ticks and of one tick in every locale, direction and zoom, and a million of them added up',
    expected: 'Exact decimals, the same on screen and in files; nothing cut; no drift.',
    proofs: [
      ['test/unit/shared/money/ticks.test.ts', 'never shows zero for an amount that is not zero'],
      ['test/unit/shared/money/ticks.test.ts', 'gives back every amount that formatUsd wrote'],
      [
        'test/unit/electron/ledger/ledger-sums.test.ts',
        'leaves rows, roll-ups of every grouping, charts and checks with the same sums',
      ],
      ['test/faults/many-rows.test.ts', 'opens, answers, adds up to the tick and exports within its budgets'],
      [e2e('number-locales'), 'are read and exported on a system in $name as on any other'],
      [e2e('number-locales'), 'are read from right to left too'],
      [e2e('number-locales'), 'are whole in every size, and nothing sticks out'],
    ],
  },
  {
    number: 48,
    title: 'The key is searched for in the page’s memory, every file, the output and the exports',
    expected: 'Nowhere but in the keyring and the request.',
    proofs: [
      [e2e('secrecy'), 'the key is nowhere but in the keyring, the main process and the request'],
      ['test/unit/electron/xai/redact.test.ts', 'leaves no text with the key in it, wherever it stands'],
      [vault, 'no file holds a key as it is or lightly disguised, wherever it was kept'],
    ],
  },
]
