import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { buildOnce } from './build-once.ts'

type Module = { module: string; imports?: Array<string> }
type Manifest = { entry: Module; routes: Record<string, Module & { parentId?: string }> }

const maxBytes = 110 * 1024

function manifest(): Manifest {
  const file = readdirSync('build/client/assets').find((name) => name.startsWith('manifest-'))
  const text = readFileSync(`build/client/assets/${file}`, 'utf8')
  return JSON.parse(text.slice(text.indexOf('{'), text.lastIndexOf('}') + 1)) as Manifest
}

/** Everything a first visit to a route loads: the entry, the route and its parents, and what they import. */
function scriptsOf({ entry, routes }: Manifest, id: string): Set<string> {
  const modules: Array<Module> = [entry]
  for (let at: string | undefined = id; at !== undefined; at = routes[at]?.parentId) modules.push(routes[at]!)
  return new Set(modules.flatMap(({ module, imports = [] }) => [module, ...imports]))
}

test('no route sends more than 110 KB of compressed scripts to a visitor', async () => {
  await buildOnce()
  const built = manifest()
  const sizes = Object.keys(built.routes).map((id) => {
    const scripts = [...scriptsOf(built, id)]
    const bytes = scripts.reduce((sum, path) => sum + gzipSync(readFileSync(`build/client${path}`)).length, 0)
    return { id, bytes }
  })
  mkdirSync('test/.out', { recursive: true })
  writeFileSync('test/.out/script-weight.json', JSON.stringify(sizes, null, 2))
  expect(sizes.length).toBeGreaterThan(20)
  expect(sizes.filter(({ bytes }) => bytes > maxBytes)).toEqual([])
})

/** Word lists for two languages and the common words that keep the net quiet; see app/components/DECISIONS.md. */
const maxEngineBytes = 140 * 1024

test('the engine of the message editor is fetched by no route at its start and keeps to a limit of its own', () => {
  const built = manifest()
  const engines = readdirSync('build/client/assets').filter((name) => /^template-.*\.js$/.test(name))
  expect(engines.length).toBe(1)
  const path = `/assets/${engines[0]}`
  expect(Object.keys(built.routes).filter((id) => scriptsOf(built, id).has(path))).toEqual([])
  expect(gzipSync(readFileSync(`build/client${path}`)).length).toBeLessThan(maxEngineBytes)
})
