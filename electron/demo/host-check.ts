/**
 * Whether a request names this server as itself. A web page can point a name of its own at 127.0.0.1 (DNS rebinding)
 * and would then reach the demo as if it were the page's own server; its `Host` header gives it away.
 */
export function isOwnHost(host: string | undefined, port: number): boolean {
  return host === `127.0.0.1:${port}` || host?.toLowerCase() === `localhost:${port}`
}
