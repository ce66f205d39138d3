/**
 * Takes an exception that nobody expected, once. `where` names the call or the service. What is done with it is decided
 * where the app is put together; it must never reach the page.
 */
export type ReportBug = (where: string, error: unknown) => void
