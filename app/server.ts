import { existsSync } from 'node:fs'
import { createServer, type RequestListener, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { createRequestHandler } from '@remix-run/express'
import type { AppLoadContext, ServerBuild } from '@remix-run/node'
import compression from 'compression'
import express, { type Express } from 'express'
import type { ViteDevServer } from 'vite'
import { packageRoot } from '#scanners/package-root.ts'
import { backUpDaily } from './backup.server.ts'
import { readEnv } from './env.server.ts'
import { plainErrors } from './http/plain-errors.ts'
import { refusalsLogged } from './http/refusals.ts'
import { formsOnly, loopbackNamesOnly, sameOriginOnly } from './http/same-origin.ts'
import { securityHeaders } from './http/security-headers.ts'
import { createProviso, type Proviso } from './proviso.server.ts'
import { applyRulesNightly } from './retention.server.ts'
import { issueSetUpLink } from './use-cases/create-owner.ts'

export type ServeOptions = {
  homeFolder?: string
  host?: string
  /** 0 takes a free port. */
  port?: number
  now?: () => Date
  /** Vite serves routes and styles as they are on disk; for `npm run dev`. */
  vite?: ViteDevServer
}

export type Serving = { url: string; proviso: Proviso; stop: () => Promise<void> }

/** Longest wait for open answers when the portal is asked to stop. */
const graceMs = 3_000

/** The routes as built; with Vite they are loaded anew for each answer. */
async function buildOf(vite: ViteDevServer | undefined): Promise<ServerBuild | (() => Promise<ServerBuild>)> {
  if (vite) return () => vite.ssrLoadModule('virtual:remix/server-build') as Promise<ServerBuild>
  const file = join(packageRoot, 'build', 'server', 'index.js')
  if (!existsSync(file)) throw new Error('The portal is not built. Run: npm run build')
  return (await import(pathToFileURL(file).href)) as ServerBuild
}

async function portal(proviso: Proviso, vite: ViteDevServer | undefined): Promise<Express> {
  const app = express()
  app.disable('x-powered-by')
  app.use(refusalsLogged(proviso.log))
  app.use(securityHeaders({ development: vite !== undefined, https: proviso.origin.startsWith('https:') }))
  if (proviso.env.loopback) app.use(loopbackNamesOnly)
  app.use(sameOriginOnly)
  app.use(formsOnly)
  app.use(
    compression({
      // A compressed event stream would be held back until its buffer is full.
      filter: (request, response) =>
        !String(response.getHeader('Content-Type') ?? '').startsWith('text/event-stream') &&
        compression.filter(request, response),
    }),
  )
  if (vite) app.use(vite.middlewares)
  const client = join(packageRoot, 'build', 'client')
  app.use('/assets', express.static(join(client, 'assets'), { immutable: true, maxAge: '1y', index: false }))
  app.use('/fonts', express.static(join(packageRoot, 'public', 'fonts'), { maxAge: '30d', index: false }))
  app.use(express.static(client, { maxAge: '1h', index: false }))
  app.all(
    '*',
    createRequestHandler({
      build: await buildOf(vite),
      mode: vite ? 'development' : 'production',
      getLoadContext: (request, response): AppLoadContext => ({
        proviso,
        cspNonce: response.locals.cspNonce,
        clientAddress: request.socket.remoteAddress,
      }),
    }),
  )
  app.use(plainErrors(proviso.log))
  return app
}

function listen(server: Server, port: number, host: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const message =
        error.code === 'EADDRINUSE'
          ? `Port ${port} on ${host} is in use. Stop the other program, or start with PORT=<another number>.`
          : `The portal cannot listen on ${host}:${port} (${error.code ?? error.message}). Check HOST and PORT.`
      reject(new Error(message))
    })
    server.listen(port, host, resolve)
  })
}

/** Starts the portal; resolves when it answers. Throws an Error whose message is clear enough for the console. */
export async function start(options: ServeOptions = {}): Promise<Serving> {
  const { vite, now } = options
  const env = readEnv(process.env, options)
  // The port is taken first: a busy one is said before anything on disk is touched, and 0 becomes a real number.
  let app: RequestListener = (_request, response) => response.writeHead(503, { 'Retry-After': '1' }).end('Starting\n')
  const server = createServer((request, response) => app(request, response))
  await listen(server, env.port, env.host)
  const { port } = server.address() as AddressInfo
  try {
    const proviso = await createProviso({
      homeFolder: env.homeFolder,
      host: env.host,
      port,
      ...(now === undefined ? {} : { now }),
    })
    try {
      app = await portal(proviso, vite)
    } catch (error) {
      await proviso.close()
      throw error
    }
    return {
      url: proviso.origin,
      proviso,
      async stop() {
        const closed = new Promise<void>((resolve) => server.close(() => resolve()))
        server.closeIdleConnections()
        const timer = setTimeout(() => server.closeAllConnections(), graceMs)
        await closed
        clearTimeout(timer)
        await proviso.close()
      },
    }
  } catch (error) {
    server.close()
    throw error
  }
}

function announce({ url, proviso }: Serving): void {
  console.log(`Proviso is ready at ${url}`)
  if (proviso.env.labAllow.length > 0) {
    console.log(`LABORATORY MODE: scans may reach ${proviso.env.labAllow.join(', ')} on this machine.`)
  }
  const link = issueSetUpLink(proviso)
  if (link !== null) {
    console.log(`There is no owner yet. Open this link within the hour; it works once:\n${url}${link.path}`)
  }
}

/** Starts, says where it is, and stops in peace on Ctrl-C. The door of `npm start`. */
export async function serve(options: ServeOptions = {}): Promise<void> {
  try {
    const serving = await start(options)
    announce(serving)
    const stopBackups = backUpDaily(serving.proviso)
    const stopRules = applyRulesNightly(serving.proviso)
    const stopWatch = serving.proviso.chains.start()
    const stop = () => {
      stopRules()
      stopWatch()
      void stopBackups().then(serving.stop)
    }
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, stop)
  } catch (error) {
    const { message, hint } = error as Error & { hint?: string }
    console.error([message, hint].filter((line) => line !== undefined).join('\n'))
    process.exitCode = 1
  }
}
