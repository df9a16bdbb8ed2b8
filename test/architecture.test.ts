import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { packageRoot } from '#scanners/package-root.ts'

const folders = ['scanners', 'checklists', 'db', 'app'] as const
const maxLines = 350

function* sources(folder: string): Generator<string> {
  if (!existsSync(join(packageRoot, folder))) return
  for (const entry of readdirSync(join(packageRoot, folder), { withFileTypes: true })) {
    const path = `${folder}/${entry.name}`
    if (entry.isDirectory()) {
      if (entry.name !== 'migrations') yield* sources(path)
    } else if (/\.(ts|tsx)$/.test(entry.name)) yield path
  }
}

const read = (path: string) => readFileSync(join(packageRoot, path), 'utf8')
const importsOf = (text: string) =>
  [...text.matchAll(/(?:from|import)\s*\(?\s*['"]([^'"]+)['"]/g)].map((match) => match[1]!)

function folderOf(path: string, specifier: string): string | undefined {
  const across = /^#(\w+)\//.exec(specifier)
  if (across) return across[1]
  if (specifier.startsWith('.')) return new URL(specifier, `file:///${path}`).pathname.split('/')[1]
  return undefined
}

test('imports point only left: scanners, checklists, db, app', () => {
  const breaches: Array<string> = []
  for (const [at, folder] of folders.entries()) {
    for (const path of sources(folder)) {
      for (const specifier of importsOf(read(path))) {
        const target = folderOf(path, specifier)
        if (target === undefined) continue
        const allowed = (folders.slice(0, at + 1) as ReadonlyArray<string>).includes(target)
        if (!allowed) breaches.push(`${path} imports ${specifier}`)
        if (specifier.startsWith('../') && target !== folder) breaches.push(`${path} leaves its folder without #`)
      }
    }
  }
  expect(breaches).toEqual([])
})

test('checklists have no I/O, no clock and no environment', () => {
  const forbidden = /node:|Date\.now\(|new Date\(\)|process\.|fetch\(|Math\.random|import\(/
  const breaches = [...sources('checklists')].flatMap((path) =>
    read(path)
      .split('\n')
      .flatMap((line, index) =>
        /^\s*(\/\/|\*|\/\*\*)/.test(line) || !forbidden.test(line) ? [] : [`${path}:${index + 1} ${line.trim()}`],
      ),
  )
  expect(breaches).toEqual([])
})

test('knowledge tables import nothing but types', () => {
  const breaches = [...sources('checklists/knowledge')].flatMap((path) =>
    [...read(path).matchAll(/^import (?!type )(?!\{ type ).*$/gm)]
      .filter((match) => !/from '\.\/|from '#checklists\/knowledge\//.test(match[0]))
      .map((match) => `${path}: ${match[0]}`),
  )
  expect(breaches).toEqual([])
})

test('files stay under 350 lines, tables apart', () => {
  const long = folders
    .flatMap((folder) => [...sources(folder)])
    .filter((path) => !path.startsWith('checklists/knowledge/'))
    .map((path) => ({ path, lines: read(path).split('\n').length - 1 }))
    .filter(({ lines }) => lines > maxLines)
  expect(long).toEqual([])
})

test('no drawers, no escape hatches', () => {
  const all = folders.flatMap((folder) => [...sources(folder)])
  const drawers = all.filter((path) => /(^|\/)(utils?|helpers?|common|misc|manager|service)(\/|\.)/.test(path))
  const hatches = all.filter((path) =>
    /: any\b|as any\b|@ts-ignore|@ts-expect-error|\bTODO\b|\bFIXME\b/.test(read(path)),
  )
  expect({ drawers, hatches }).toEqual({ drawers: [], hatches: [] })
  expect(statSync(join(packageRoot, 'README.md')).size).toBeGreaterThan(0)
})

test('every form of a screen is one that names its organisation', () => {
  const plain = [...sources('app')].filter((path) =>
    /import \{[^}]*\bForm\b[^}]*\} from '@remix-run\/react'/.test(read(path)),
  )
  expect(plain).toEqual(['app/components/own-form.tsx'])
  const raw = [...sources('app')].filter((path) => path.endsWith('.tsx')).filter((path) => read(path).includes('<form'))
  // One sends its own address, the other closes a dialog and sends nothing.
  expect(raw).toEqual(['app/components/idle-warning.tsx', 'app/components/screens/passkey-button.tsx'])
})
