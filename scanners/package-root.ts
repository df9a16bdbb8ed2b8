import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

function findRoot(): string {
  let folder = dirname(fileURLToPath(import.meta.url))
  // Source and bundle lie at different depths, so the package file itself is the mark.
  for (;;) {
    const file = join(folder, 'package.json')
    if (existsSync(file) && (JSON.parse(readFileSync(file, 'utf8')) as { name?: string }).name === 'proviso')
      return folder
    const parent = dirname(folder)
    if (parent === folder) throw new Error('The folder of the proviso package was not found.')
    folder = parent
  }
}

/** Absolute path of the folder that holds package.json. */
export const packageRoot = findRoot()

/** Built entry of a child process, by name ("document", "site"); scripts/build.mjs writes it. */
export function childEntry(name: string): string {
  return join(packageRoot, 'build', 'children', `${name}.js`)
}

/** Name and version as every report and JSON document carries them. */
export const tool: { name: string; version: string } = {
  name: 'proviso',
  version: (JSON.parse(readFileSync(join(packageRoot, 'package.json'), 'utf8')) as { version: string }).version,
}
