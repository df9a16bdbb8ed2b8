import { resolve } from 'node:path'
import { z } from 'zod'

const key32 = z
  .string()
  .transform((text) => Buffer.from(text, 'base64'))
  .refine((bytes) => bytes.length === 32, 'must be 32 bytes in base64')

const labAddress = z.string().regex(/^(127(\.\d{1,3}){3}|\[::1\]|localhost):\d{1,5}(-\d{1,5})?$/)

const envSchema = z.object({
  PROVISO_HOME: z.string().min(1).default('./.proviso'),
  HOST: z.string().min(1).default('127.0.0.1'),
  PORT: z.coerce.number().int().min(0).max(65535).default(3000),
  /** Address people type, when it is not http://HOST:PORT: decides the cookie's Secure flag and the origin check. */
  PROVISO_ORIGIN: z.url({ protocol: /^https?$/ }).optional(),
  /** Keys from the environment instead of the keys folder: 32 bytes in base64, and any long secret. */
  PROVISO_MASTER_KEY: key32.optional(),
  PROVISO_LOG_KEY: key32.optional(),
  /** Where encrypted backups go, best on another disk; default `backups` in the home. */
  PROVISO_BACKUPS: z.string().min(1).optional(),
  PROVISO_SECRET: z.string().min(32, 'must have at least 32 characters').optional(),
  /** Laboratory addresses the scanner may reach, while the portal listens on loopback only. */
  PROVISO_LAB_ALLOW: z
    .string()
    .default('')
    .transform((list) => list.split(',').map((part) => part.trim()))
    .transform((parts) => parts.filter((part) => part !== ''))
    .pipe(z.array(labAddress)),
  NODE_ENV: z.enum(['production', 'development', 'test']).default('production'),
})

export type Env = {
  homeFolder: string
  host: string
  port: number
  /** Set only when the person gave it; else the server knows it once it listens. */
  origin: string | null
  masterKey: Buffer | null
  logKey: Buffer | null
  secret: string | null
  backupFolder: string | null
  /** True while only this machine can reach the portal. */
  loopback: boolean
  /** Empty unless `loopback`. */
  labAllow: ReadonlyArray<string>
  mode: 'production' | 'development' | 'test'
}

/** A setting that cannot be used: `message` says which and why, `hint` what to do. */
export class EnvProblem extends Error {
  readonly hint = 'Correct or unset it, then start again.'

  constructor(says: string) {
    super(says)
    this.name = 'EnvProblem'
  }
}

export function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || /^127(\.\d{1,3}){3}$/.test(host)
}

/** Reads the settings once. `given` wins over the environment. */
export function readEnv(
  variables: Record<string, string | undefined>,
  given: { homeFolder?: string; host?: string; port?: number },
): Env {
  const parsed = envSchema.safeParse(variables)
  if (!parsed.success) {
    const [issue] = parsed.error.issues
    throw new EnvProblem(`The setting ${String(issue?.path[0])} cannot be used: ${issue?.message}.`)
  }
  const { data } = parsed
  const host = given.host ?? data.HOST
  const loopback = isLoopback(host)
  return {
    homeFolder: resolve(given.homeFolder ?? data.PROVISO_HOME),
    host,
    port: given.port ?? data.PORT,
    origin: data.PROVISO_ORIGIN === undefined ? null : new URL(data.PROVISO_ORIGIN).origin,
    masterKey: data.PROVISO_MASTER_KEY ?? null,
    logKey: data.PROVISO_LOG_KEY ?? null,
    secret: data.PROVISO_SECRET ?? null,
    backupFolder: data.PROVISO_BACKUPS === undefined ? null : resolve(data.PROVISO_BACKUPS),
    loopback,
    labAllow: loopback ? data.PROVISO_LAB_ALLOW : [],
    mode: data.NODE_ENV,
  }
}
