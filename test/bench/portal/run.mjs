// npm run bench:portal: how long the main screens take to answer over 10,000 vendors and 100,000 findings.
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { build } from 'esbuild'
import { bundleOptions } from '../../../scripts/build.mjs'

spawnSync(process.execPath, ['scripts/build.mjs'], { stdio: ['ignore', 'ignore', 'inherit'] })
const { outdir, ...options } = bundleOptions
const out = join(options.absWorkingDir, outdir, 'bench')
await build({
  ...options,
  outdir: out,
  entryPoints: { portal: 'test/bench/portal/main.ts' },
  alias: { ...options.alias, '#test': './test' },
  sourcemap: false,
})
const { status } = spawnSync(process.execPath, [join(out, 'portal.js')], { stdio: 'inherit' })
process.exitCode = status ?? 1
