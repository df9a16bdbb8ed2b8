// Builds what runs: the Remix app (vite) and the entry points (esbuild). Skips what is fresh.
//   node scripts/build.mjs            everything that is stale
//   node scripts/build.mjs --entries  entry points only (what the tests of child processes need)
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')

/** Bundle name -> source. A child process is one more line here. */
const entries = {
  cli: 'app/cli.ts',
  server: 'app/server.ts',
  'children/document': 'scanners/document/child.ts',
  'children/opt-out': 'app/use-cases/log-child.ts',
  'children/site': 'scanners/site/child.ts',
}

export function entryPoints() {
  return Object.fromEntries(Object.entries(entries).filter(([, source]) => existsSync(join(root, source))))
}

export const bundleOptions = {
  absWorkingDir: root,
  outdir: 'build',
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'node20.19',
  packages: 'external',
  chunkNames: 'chunks/[name]-[hash]',
  sourcemap: 'linked',
  logLevel: 'warning',
  jsx: 'automatic',
  alias: {
    ...Object.fromEntries(['scanners', 'checklists', 'db', 'app'].map((f) => [`#${f}`, `./${f}`])),
    // The same reader in half the bytes: each parser process reads and compiles it anew.
    'pdfjs-dist/legacy/build/pdf.mjs': 'pdfjs-dist/legacy/build/pdf.min.mjs',
  },
}

function* files(folder) {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) yield* files(path)
    else yield path
  }
}

function sourcesStamp() {
  const hash = createHash('sha256')
  for (const folder of ['app', 'scanners', 'checklists', 'db', 'public']) {
    if (!existsSync(join(root, folder))) continue
    for (const path of [...files(join(root, folder))].sort()) {
      const { size, mtimeMs } = statSync(path)
      hash.update(`${path}:${size}:${mtimeMs}\n`)
    }
  }
  for (const file of [
    'package-lock.json',
    'vite.config.ts',
    'remix.config.js',
    'scripts/build.mjs',
    'scripts/packed-words.ts',
    'scripts/unpack-words.ts',
  ]) {
    hash.update(readFileSync(join(root, file)))
  }
  return hash.digest('hex')
}

function fresh(name, stamp) {
  const file = join(root, 'build', name)
  return existsSync(file) && readFileSync(file, 'utf8') === stamp
}

export async function buildEntries(stamp = sourcesStamp()) {
  if (fresh('.entries', stamp)) return
  const { build } = await import('esbuild')
  await build({ ...bundleOptions, entryPoints: entryPoints() })
  mkdirSync(join(root, 'build'), { recursive: true })
  writeFileSync(join(root, 'build', '.entries'), stamp)
}

function buildApp(stamp) {
  if (fresh('.app', stamp) || !existsSync(join(root, 'app', 'root.tsx'))) return
  console.error('Building the portal …')
  const cli = join(root, 'node_modules', '@remix-run', 'dev', 'dist', 'cli.js')
  const run = spawnSync(process.execPath, [cli, 'vite:build', '--logLevel', 'error'], {
    cwd: root,
    stdio: ['ignore', 2, 2],
    env: { ...process.env, NODE_ENV: 'production', VITEST: '' },
  })
  if (run.status !== 0) throw new Error('The portal could not be built; the lines above say why.')
  writeFileSync(join(root, 'build', '.app'), stamp)
}

export async function buildAll() {
  const stamp = sourcesStamp()
  // Remix empties the build folder first, so the entry points come after it.
  buildApp(stamp)
  await buildEntries(stamp)
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await (process.argv.includes('--entries') ? buildEntries() : buildAll())
}
