import type { FaultCase } from './fault-case.ts'

const storage = (name: string): string => `test/unit/electron/storage/${name}.test.ts`
const e2e = (name: string): string => `test/e2e/${name}.test.ts`
const full = storage('full-disk')
const damage = storage('damage')
const migrate = storage('migrate')
const opening = storage('open-storage')
const vault = 'test/unit/electron/vault.test.ts'
const catalog = 'test/unit/electron/services/catalog.test.ts'

/** What happens to a disk, to the files on it, and to a process that writes them. */
export const storageCases: readonly FaultCase[] = [
  {
    number: 33,
    title: 'Killed at random while it sends, streams and saves',
    expected: 'Everything that was acknowledged is there, sums are right, the database is sound.',
    proofs: [
      [e2e('crash'), 'has every try that reached the server on record, sound sums, and nothing left open'],
      [storage('kill'), 'loses nothing that was acknowledged and leaves nothing half done'],
      [opening, 'sets %s'],
      [
        storage('durable-file'),
        'is on disk before it takes its name, and its name is on disk before anybody is told',
      ],
    ],
  },
  {
    number: 34,
    title: 'The disk fills up, at each kind of write',
    expected: 'Told so, old data intact, works again with space.',
    proofs: [
      [full, 'full while writing $what: told so, old data intact, works again with space'],
      [full, 'full at the start: in memory with what was there, nothing on disk changed'],
      [full, 'full during a backup: told so, earlier backups and the database stay'],
      [storage('full-disk-ledger'), 'while $what: told so, rows and sums intact, works again with space'],
      [e2e('full-disk'), 'before a request: it is not sent and the page says why; afterwards it is'],
      [e2e('full-disk'), 'while an answer comes: what it cost is on record once there is room again'],
      [
        e2e('full-disk'),
        'at the start: the window says that nothing of this session is kept, and old data is intact',
      ],
      [
        'test/unit/electron/services/chat-end.test.ts',
        'that fills up loses no text: it is written when there is room again',
      ],
    ],
  },
  {
    number: 35,
    title: 'A folder that cannot be written, a database in use, a second start',
    expected: 'One instance; readable words; nothing is lost.',
    proofs: [
      [full, 'read-only: in memory with what was there'],
      [opening, 'uses memory when the data folder cannot be one, and still works'],
      [storage('locked'), 'held by another program is left alone, and told of'],
      [e2e('desktop'), 'lets a second start show the first one and end'],
      [
        e2e('read-only-folder'),
        'opens, says so, works without keeping anything, and leaves all that is there as it is',
      ],
    ],
  },
  {
    number: 36,
    title: 'A database that is empty, cut, overwritten, zeroed in part, has a log of junk, or lost its -shm',
    expected: 'The damaged file is kept aside and the newest sound backup takes its place.',
    proofs: [
      [damage, 'with $how is kept aside and the backup takes its place'],
      [damage, 'ignores a log of junk: %j'],
      [storage('shared-memory'), 'that is $how: all that the log holds is there, and life goes on'],
      [storage('shared-memory'), 'that is %s: all is read there, and nothing written'],
      [damage, 'does not replay a log that was left behind into the restored database'],
      [damage, 'takes the newest backup that is itself sound'],
      [
        'test/faults/stored-data.test.ts',
        'with $what wrong: opened, replaced or refused, and read without a stray error',
      ],
    ],
  },
  {
    number: 37,
    title: 'Each migration with data, killed inside each, and a database from the future',
    expected: 'Carried over or as before; the future is refused and not written.',
    proofs: [
      [migrate, 'carry data over, after a backup of how it was'],
      [migrate, 'brought by this release keep what the first one wrote'],
      [
        storage('released-steps'),
        'killed inside step %i leaves the data of the step before, and keeps it all at the next start',
      ],
      [migrate, 'killed inside a step leave the step before, and go on at the next start'],
      [opening, 'leaves a database from a newer app as it is, byte for byte'],
      [e2e('desktop'), 'refuses the data of a newer version and leaves it as it is'],
    ],
  },
  {
    number: 38,
    title: 'The kept key is gone, cut, of another keyring, or cannot be opened',
    expected: 'Asks for it in clear words; nothing is deleted.',
    proofs: [
      [vault, 'is not usable with $how in its ciphertext, and nothing is deleted'],
      [vault, 'is not usable while the keyring is gone, and is again when it is back, without a restart'],
      [vault, 'is not usable with another backend, which is named'],
      [
        e2e('key-storage'),
        'in a keyring that is missing later: nothing deleted, clear words, and works again when it is back',
      ],
      [
        e2e('key-keyring'),
        'that refuses to open it: said with what to do, nothing deleted, and open again with the first keyring',
      ],
    ],
  },
  {
    number: 39,
    title: 'Lists that are stale, cut, or of another schema: new fields, prices gone, as text, or 0',
    expected: 'The last good list stays, with its age; what cannot be read is named.',
    proofs: [
      [catalog, 'leaves what was known, with its age and the reason'],
      [catalog, 'keeps the rest of a list with one malformed entry'],
      ['test/unit/shared/catalog/language-model.test.ts', 'one field that cannot be read'],
      [e2e('bad-answers'), '%s: says so and keeps the last list with its age'],
      [e2e('catalog'), 'shows the last good list with its age and why it is not newer'],
    ],
  },
  {
    number: 40,
    title: 'A ledger of a great many rows (a million in the long run)',
    expected: 'Opens and answers within its budgets; an export streams in little memory.',
    proofs: [
      ['test/faults/many-rows.test.ts', 'opens, answers, adds up to the tick and exports within its budgets'],
    ],
  },
]
