// `npm start`: build when stale, then serve.
process.env.NODE_ENV ??= 'production'
const { buildAll } = await import('./build.mjs')
await buildAll()
const { serve } = await import('../build/server.js')
await serve()
