import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { gzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { templateView } from '#app/views/template.ts'
import { markedTemplates } from '#test/checklists/messaging/marked-templates.ts'
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

test('the engine of the message editor is fetched by no route at its start and keeps to the same limit', () => {
  const built = manifest()
  const engines = readdirSync('build/client/assets').filter((name) => /^template-.*\.js$/.test(name))
  expect(engines.length).toBe(1)
  const path = `/assets/${engines[0]}`
  expect(Object.keys(built.routes).filter((id) => scriptsOf(built, id).has(path))).toEqual([])
  expect(gzipSync(readFileSync(`build/client${path}`)).length).toBeLessThan(maxBytes)
})

test('the engine with its packed word lists judges as the one on the server does', async () => {
  const [engine] = readdirSync('build/client/assets').filter((name) => /^template-.*\.js$/.test(name))
  const built = (await import(resolve(`build/client/assets/${engine}`))) as Record<string, unknown>
  const inBrowser = Object.values(built).find((value) => typeof value === 'function') as typeof templateView
  const texts = markedTemplates('blind-three.txt')
  for (const { text, channel } of texts) expect(inBrowser(text, channel, [])).toEqual(templateView(text, channel, []))
  expect(texts.length).toBeGreaterThan(200)
})
