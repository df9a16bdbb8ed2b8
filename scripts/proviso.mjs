// `npm run -s proviso -- …`: the command line from a checkout, built when stale.
const { buildEntries } = await import('./build.mjs')
await buildEntries()
await import('../build/cli.js')
