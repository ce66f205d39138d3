import { z } from 'zod'
import { failureOf } from '../../shared/contract/failure.ts'
import { PackageLicence } from '../../shared/contract/licences.ts'
import { ServiceFailure } from './ports.ts'

export type LicencesService = { list(): Promise<PackageLicence[]> }

/** The list that the build wrote (scripts/bundled-packages.ts). Throws `not-found` when there is none to be read. */
export function createLicences(readFile: () => Promise<string>): LicencesService {
  return {
    async list() {
      try {
        return z.array(PackageLicence).parse(JSON.parse(await readFile()))
      } catch (error) {
        throw new ServiceFailure(failureOf('not-found'), { cause: error })
      }
    },
  }
}
