// npm run bench:baa -- [FOLDER] [--bars] [--mutants] [--scans] [--press] [--misses]
// Scores the BAA engine on a folder in the label format and prints every bar with what was measured. The long ones have to
// be asked for: --mutants (2 CPU minutes), --scans (text recognition of every page, 5 CPU minutes), --press (one agreement
// in many dresses, 3 CPU minutes). --bars leaves out what is no bar; --misses names each miss.
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { build } from 'esbuild'
import { buildEntries, bundleOptions } from '../../../scripts/build.mjs'

const { outdir, ...options } = bundleOptions
const out = join(options.absWorkingDir, outdir, 'bench')
await build({
  ...options,
  outdir: out,
  entryPoints: { baa: 'test/bench/baa/main.ts' },
  alias: { ...options.alias, '#test': './test' },
  sourcemap: false,
})
// The command line and the process that parses documents are measured as they ship.
await buildEntries()
const { main } = await import(pathToFileURL(join(out, 'baa.js')).href)
process.exitCode = await main(process.argv.slice(2))
