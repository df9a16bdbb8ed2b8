// The process that scripts/dev.mjs starts anew: the bundled server with Vite inside it.
process.env.NODE_ENV = 'development'
const { createServer } = await import('vite')
const vite = await createServer({ server: { middlewareMode: true } })
const { serve } = await import('../build/server.js')
await serve({ vite })
process.once('SIGTERM', () => vite.close())
