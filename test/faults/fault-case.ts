/** A test by its file and its name as it is written there; the name of a group stands for all tests in it. */
export type Proof = readonly [file: string, name: string]

/** One way to fail that people meet, what must come of it, and the tests that show that it does. */
export type FaultCase = {
  number: number
  title: string
  expected: string
  /** At least one; every test of these names must have run and passed. */
  proofs: readonly Proof[]
}
