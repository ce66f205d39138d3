import { MOST_FILES, type NamedFile } from './file-runs.ts'

/** All files of a file chooser; those of a folder by their path in it. */
export function chosenFiles(list: FileList | null): NamedFile[] {
  return Array.from(list ?? [], (file) => ({ name: file.webkitRelativePath || file.name, file }))
}

/** All files that were dropped, folders opened. To be called in the drop event itself: later the list is empty. */
export async function droppedFiles(data: DataTransfer): Promise<NamedFile[]> {
  const items = Array.from(data.items)
  const entries = items.flatMap((item) => item.webkitGetAsEntry?.() ?? [])
  if (entries.length === 0) return chosenFiles(data.files)
  const found: NamedFile[] = []
  for (const entry of entries) await collect(entry, found)
  return found
}

async function collect(entry: FileSystemEntry, found: NamedFile[]): Promise<void> {
  // One more than a run takes, so that it can say that there were more.
  if (found.length > MOST_FILES) return
  if (isFile(entry)) {
    const file = await fileOf(entry)
    if (file !== null) found.push({ name: entry.fullPath.replace(/^\//, ''), file })
  } else if (isFolder(entry)) {
    for (const child of await childrenOf(entry)) await collect(child, found)
  }
}

function isFile(entry: FileSystemEntry): entry is FileSystemFileEntry {
  return entry.isFile
}

function isFolder(entry: FileSystemEntry): entry is FileSystemDirectoryEntry {
  return entry.isDirectory
}

/** `null` for one that vanished or may not be read. */
function fileOf(entry: FileSystemFileEntry): Promise<File | null> {
  return new Promise((resolve) => entry.file(resolve, () => resolve(null)))
}

/** The reader gives a hundred at a time and an empty list at the end. */
async function childrenOf(folder: FileSystemDirectoryEntry): Promise<FileSystemEntry[]> {
  const reader = folder.createReader()
  const children: FileSystemEntry[] = []
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((resolve) =>
      reader.readEntries(resolve, () => resolve([])),
    )
    if (some.length === 0) return children
    children.push(...some)
  }
}
