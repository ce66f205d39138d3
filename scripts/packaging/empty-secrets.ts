/**
 * A secret that the repository does not have comes as an empty variable, which electron-builder takes for the name of a
 * file, and stops: without it the package is not signed.
 */
export function forgetEmptySecrets(env: NodeJS.ProcessEnv): void {
  for (const name of ['CSC_LINK', 'CSC_KEY_PASSWORD']) if (env[name]?.trim() === '') delete env[name]
}
