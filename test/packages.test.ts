import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { packageRoot } from '#scanners/package-root.ts'

type Locked = { license?: string; integrity?: string; dev?: boolean; inBundle?: boolean; hasInstallScript?: boolean }

const read = (name: string) => JSON.parse(readFileSync(join(packageRoot, name), 'utf8')) as unknown
const lock = read('package-lock.json') as { packages: Record<string, Locked> }
const manifest = read('package.json') as Record<
  'dependencies' | 'devDependencies' | 'optionalDependencies',
  Record<string, string>
> & {
  allowScripts: Record<string, boolean>
}
const packages = Object.entries(lock.packages).filter(([path]) => path !== '')

/** Licences that allow commercial use without giving our own source away. */
const allowed =
  /^(MIT|MIT-0|ISC|0BSD|BSD|BSD-2-Clause|BSD-3-Clause|Apache-2\.0|MPL-2\.0|BlueOak-1\.0\.0|Unlicense|CC0-1\.0|Zlib|Python-2\.0)$/

const isAllowed = (license = '') =>
  license
    .replace(/[()]/g, '')
    .split(/ (?:OR|AND) /)
    .some((one) => allowed.test(one))

test('every package that ships has a licence we may use', () => {
  expect(packages.filter(([, { dev, license }]) => !dev && !isAllowed(license)).map(([path]) => path)).toEqual([])
})

test('every locked package can be checked by its hash', () => {
  expect(packages.filter(([, { integrity, inBundle }]) => !integrity && !inBundle).map(([path]) => path)).toEqual([])
})

test('versions are exact, so that two machines run the same code', () => {
  const all = { ...manifest.dependencies, ...manifest.devDependencies, ...manifest.optionalDependencies }
  // The one package that stands under two names, for two lines of it.
  const exact = (version: string) => version.replace(/^npm:better-sqlite3@/, '')
  expect(Object.entries(all).filter(([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(exact(version)))).toEqual([])
})

test('no package runs an install script nobody decided on', () => {
  const undecided = packages
    .filter(([, { hasInstallScript }]) => hasInstallScript)
    .map(([path]) => path.split('node_modules/').at(-1)!)
    .filter((name) => !Object.hasOwn(manifest.allowScripts, name) && name !== 'fsevents')
  expect([...new Set(undecided)]).toEqual([])
})

test('the number of packages that ship stays in its budget', () => {
  expect(packages.filter(([, { dev }]) => !dev).length).toBeLessThanOrEqual(620)
})
