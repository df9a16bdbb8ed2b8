// `npm run bench:messages`: bundles the bench as the product is bundled, then runs it in a process of its own.
import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { build } from 'esbuild'
import { bundleOptions } from '../../../scripts/build.mjs'

// Inside the package: the words of the engine are looked for from where its bundle lies upwards.
mkdirSync(join('test', '.out'), { recursive: true })
const folder = mkdtempSync(join('test', '.out', 'bench-'))
const outfile = join(folder, 'bench.mjs')
const { outdir, splitting, chunkNames, ...options } = bundleOptions
await build({ ...options, entryPoints: ['test/bench/messages/bench.ts'], outfile, sourcemap: false })
const run = spawnSync(process.execPath, [outfile, ...process.argv.slice(2)], { stdio: 'inherit' })
rmSync(folder, { recursive: true })
process.exitCode = run.status ?? 1
