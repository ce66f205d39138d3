import { shell } from 'electron'

/** Shows a folder of ours in the system's file manager. */
export async function openFolder(path: string): Promise<void> {
  await shell.openPath(path)
}
