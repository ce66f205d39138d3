/** What electron-vite makes of such an import: the file is bundled for itself, and this is its path. */
declare module '*?modulePath' {
  const path: string
  // biome-ignore lint/style/noDefaultExport: it is electron-vite that gives the path a name.
  export default path
}
