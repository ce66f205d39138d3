/**
 * Processor time of this process so far, in ms. What guards against work that grows with the square of its input is
 * measured in it: unlike the time on the wall it does not depend on what else the computer does.
 */
export function cpuMs(): number {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1000
}
