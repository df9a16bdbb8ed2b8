// `npm run bench:messages`: bundles the bench as the product is bundled, then runs it in a process of its own.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build } from 'esbuild'
import { bundleOptions } from '../../../scripts/build.mjs'

const folder = mkdtempSync(join(tmpdir(), 'proviso-bench-'))
const outfile = join(folder, 'bench.mjs')
const { outdir, splitting, chunkNames, ...options } = bundleOptions
await build({ ...options, entryPoints: ['test/bench/messages/bench.ts'], outfile, sourcemap: false })
const run = spawnSync(process.execPath, [outfile, ...process.argv.slice(2)], { stdio: 'inherit' })
rmSync(folder, { recursive: true })
process.exitCode = run.status ?? 1
