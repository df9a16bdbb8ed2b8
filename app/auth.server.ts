import { createHmac, randomBytes } from 'node:crypto'
import { passkey } from '@better-auth/passkey'
import { hash, verify } from '@node-rs/argon2'
import { betterAuth } from 'better-auth'
import { drizzleAdapter } from 'better-auth/adapters/drizzle'
import { organization, twoFactor } from 'better-auth/plugins'
import { createAccessControl } from 'better-auth/plugins/access'
import type { Database } from '#db/client.ts'
import { type IdPrefix, newId } from '#db/ids.ts'
import {
  accounts,
  invitations,
  memberships,
  organisations,
  passkeys,
  people,
  rateLimits,
  sessions,
  twoFactors,
  verifications,
} from '#db/schema.ts'
import type { Env } from './env.server.ts'

/** Argon2id as OWASP states it: 19 MiB, 2 passes, 1 lane; about 50 ms. The library's default algorithm is argon2id. */
const argon = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }
/** More at once would starve the rest of the portal on two cores. */
const maxHashing = 2
const maxWaiting = 100

export const passwordLength = { min: 12, max: 128 } as const

/** Header our own code sets with the address of the connection; never taken from the visitor. */
export const addressHeader = 'x-proviso-address'

/** Too many sign-ins wait at this moment. */
export class TooBusy extends Error {
  constructor() {
    super('Too many sign-ins are waiting.')
    this.name = 'TooBusy'
  }
}

type Passwords = {
  hash: (password: string) => Promise<string>
  verify: (given: { hash: string; password: string }) => Promise<boolean>
}

/** At most two hashes run at a time; a bounded number wait. */
function slowPasswords(): Passwords {
  let running = 0
  const waiting: Array<() => void> = []
  async function inTurn<Result>(work: () => Promise<Result>): Promise<Result> {
    if (running >= maxHashing) {
      if (waiting.length >= maxWaiting) throw new TooBusy()
      await new Promise<void>((go) => waiting.push(go))
    } else running += 1
    try {
      return await work()
    } finally {
      const next = waiting.shift()
      // A waiting one takes over the place; nobody else can slip in between.
      if (next === undefined) running -= 1
      else next()
    }
  }
  return {
    hash: (password) => inTurn(() => hash(password, argon)),
    verify: (given) => inTurn(() => verify(given.hash, given.password)),
  }
}

const recoveryCodes = 10
const codeLetters = '23456789abcdefghjkmnpqrstvwxyz'

/** Two groups of five letters that do not look alike: about 49 random bits. */
function newRecoveryCode(): string {
  const letters: Array<string> = []
  while (letters.length < 10) {
    // Bytes beyond the last whole multiple would make some letters likelier.
    for (const byte of randomBytes(16)) if (byte < 240) letters.push(codeLetters[byte % 30]!)
  }
  return `${letters.slice(0, 5).join('')}-${letters.slice(5, 10).join('')}`
}

const hashedMark = 'hmac:'

/** A recovery code as it is kept and compared; spaces, capitals and the dash do not matter. */
function hashRecoveryCode(secret: string, code: string): string {
  const plain = code.toLowerCase().replace(/[^0-9a-z]/g, '')
  return hashedMark + createHmac('sha256', secret).update(`recovery code ${plain}`).digest('hex')
}

/** A passkey needs a name: browsers refuse it for a bare address, so on this machine it belongs to localhost. */
function passkeyPlace(origin: string): { rpID: string; origin: string } {
  const url = new URL(origin)
  if (/^(127(\.\d+){3}|\[::1\])$/.test(url.hostname)) url.hostname = 'localhost'
  return { rpID: url.hostname, origin: url.origin }
}

class NotVerifiedByUser extends Error {}

const access = createAccessControl({
  organization: ['update', 'delete'],
  member: ['create', 'update', 'delete'],
  invitation: ['create', 'cancel'],
} as const)
const reader = access.newRole({})

const prefixes: Record<string, IdPrefix> = {
  user: 'per',
  session: 'ses',
  account: 'acc',
  verification: 'ver',
  organization: 'org',
  member: 'mem',
  invitation: 'inv',
  rateLimit: 'lim',
  twoFactor: 'fac',
  passkey: 'pas',
}

/**
 * better-auth for sessions and passwords, with the settings of security.md 2. It is called through `api` by our own use
 * cases only: no route of its own is open, and no client package is used.
 */
export function createAuth(options: { db: Database; env: Env; secret: string; origin: string }) {
  const { db, env, secret, origin } = options
  const passwords = slowPasswords()
  const auth = betterAuth({
    appName: 'Proviso',
    baseURL: origin,
    secret,
    telemetry: { enabled: false },
    logger: { disabled: true },
    database: drizzleAdapter(db.orm, {
      provider: 'sqlite',
      schema: {
        user: people,
        session: sessions,
        account: accounts,
        verification: verifications,
        organization: organisations,
        member: memberships,
        invitation: invitations,
        rateLimit: rateLimits,
        twoFactor: twoFactors,
        passkey: passkeys,
      },
    }),
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: passwordLength.min,
      maxPasswordLength: passwordLength.max,
      revokeSessionsOnPasswordReset: true,
      resetPasswordTokenExpiresIn: 1800,
      password: passwords,
    },
    session: {
      // Idle limit: an hour; 15 minutes come with the first organisation that holds patient logs.
      expiresIn: 3600,
      updateAge: 60,
      freshAge: 300,
      cookieCache: { enabled: false },
    },
    verification: { storeIdentifier: 'hashed' },
    rateLimit: { enabled: true, storage: 'database', window: 60, max: 100 },
    advanced: {
      cookiePrefix: 'proviso',
      useSecureCookies: origin.startsWith('https:'),
      defaultCookieAttributes: { httpOnly: true, sameSite: 'lax', path: '/' },
      ipAddress: { ipAddressHeaders: [addressHeader], ipv6Subnet: 64 },
      database: { generateId: ({ model }) => newId(prefixes[model] ?? 'ver') },
    },
    plugins: [
      twoFactor({
        issuer: 'Proviso',
        // The code's own replay guard stands in the use cases; the field that trusts a device is never passed on.
        accountLockout: { enabled: true, maxFailedAttempts: 5, durationSeconds: 900 },
        twoFactorCookieMaxAge: 600,
        backupCodeOptions: {
          amount: recoveryCodes,
          customBackupCodesGenerate: () => Array.from({ length: recoveryCodes }, newRecoveryCode),
          storeBackupCodes: {
            encrypt: async (json) =>
              JSON.stringify(
                (JSON.parse(json) as Array<string>).map((code) =>
                  code.startsWith(hashedMark) ? code : hashRecoveryCode(secret, code),
                ),
              ),
            decrypt: async (kept) => kept,
          },
        },
      }),
      passkey({
        ...passkeyPlace(origin),
        rpName: 'Proviso',
        authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
        registration: {
          afterVerification: ({ verification }) => {
            if (verification.registrationInfo?.userVerified !== true) throw new NotVerifiedByUser()
            return undefined
          },
        },
        authentication: {
          afterVerification: ({ verification }) => {
            if (!verification.authenticationInfo.userVerified) throw new NotVerifiedByUser()
          },
        },
      }),
      organization({
        ac: access,
        allowUserToCreateOrganization: false,
        creatorRole: 'owner',
        requireEmailVerificationOnInvitation: true,
        roles: {
          owner: access.newRole({
            organization: ['update', 'delete'],
            member: ['create', 'update', 'delete'],
            invitation: ['create', 'cancel'],
          }),
          manager: access.newRole({ member: ['create', 'update', 'delete'], invitation: ['create', 'cancel'] }),
          assessor: reader,
          signer: reader,
          sales: reader,
          viewer: reader,
          auditor: reader,
        },
      }),
    ],
    trustedOrigins: env.origin === null ? [] : [env.origin],
  })
  return {
    api: auth.api,
    passwords,
    passkeyOrigin: passkeyPlace(origin).origin,
    hashRecoveryCode: (code: string) => hashRecoveryCode(secret, code),
  }
}

export type Auth = ReturnType<typeof createAuth>
