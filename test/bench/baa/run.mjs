// npm run bench:baa -- [FOLDER] [--misses] [--mutants]: scores the BAA engine on a folder in the label format.
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { build } from 'esbuild'
import { bundleOptions } from '../../../scripts/build.mjs'

const { outdir, ...options } = bundleOptions
const out = join(options.absWorkingDir, outdir, 'bench')
await build({
  ...options,
  outdir: out,
  entryPoints: { baa: 'test/bench/baa/main.ts' },
  alias: { ...options.alias, '#test': './test' },
  sourcemap: false,
})
const { main } = await import(pathToFileURL(join(out, 'baa.js')).href)
process.exitCode = main(process.argv.slice(2))
