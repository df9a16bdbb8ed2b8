import { createHmac } from 'node:crypto'
import { z } from 'zod'
import type { Door } from '../network.server.ts'
import type { Proviso } from '../proviso.server.ts'
import { auditDoor, beginSession } from './begin-session.ts'
import { InvalidInput, parseInput } from './problem.ts'
import { doorHeaders, SignInRefused } from './sign-in.ts'

const codeInput = z.strictObject({ code: z.string().trim().min(1, 'Enter the 6-digit code from your app.').max(40) })

/** The challenge of the password step is over: too old, five tries long, or answered with a code used before. */
export class ChallengeOver extends Error {
  constructor() {
    super('This sign-in took too long. Start again.')
    this.name = 'ChallengeOver'
  }
}

const wrong = (code: string) =>
  new InvalidInput({
    code: isAppCode(code)
      ? 'Enter the 6-digit code from your app. This one is not right, or was used before.'
      : 'This recovery code is not right, or was used before.',
  })

/** What somebody typed as an app's code: digits, with or without spaces. */
export function isAppCode(code: string): boolean {
  return /^[\d\s]*$/.test(code)
}

export function hashOfCode(proviso: Proviso, personId: string, code: string): string {
  return createHmac('sha256', proviso.home.secret).update(`code ${personId} ${code}`).digest('hex')
}

const over: ReadonlySet<string> = new Set([
  'INVALID_TWO_FACTOR_COOKIE',
  'TOO_MANY_ATTEMPTS_REQUEST_NEW_CODE',
  'TOTP_NOT_ENABLED',
  'BACKUP_CODES_NOT_ENABLED',
])

/** The sign-in library's refusals by what they mean here; anything else is a fault and is thrown on. */
export function codeRefusal(error: unknown): 'wrong' | 'locked' | 'over' {
  const code = (error as { body?: { code?: string } } | null)?.body?.code
  if (code === 'INVALID_CODE' || code === 'INVALID_BACKUP_CODE') return 'wrong'
  if (code === 'ACCOUNT_TEMPORARILY_LOCKED') return 'locked'
  if (code !== undefined && over.has(code)) return 'over'
  throw error
}

/** Checks the code of the challenge in the browser's cookie. The field that would trust a device is never sent. */
async function verify(proviso: Proviso, door: Door, code: string) {
  const headers = doorHeaders(door)
  // Only the challenge: a session the browser may still have would answer in its place, and count no wrong tries.
  const cookies = (door.cookie ?? '').split(/;\s*/)
  headers.set('cookie', cookies.filter((cookie) => cookie.includes('proviso.two_factor=')).join('; '))
  const { api, hashRecoveryCode } = proviso.auth
  return isAppCode(code)
    ? await api.verifyTOTP({ body: { code: code.replace(/\s/g, '') }, headers, returnHeaders: true })
    : await api.verifyBackupCode({ body: { code: hashRecoveryCode(code) }, headers, returnHeaders: true })
}

/**
 * The second step of signing in: a code of the app or a recovery code, each accepted once. Throws InvalidInput,
 * SignInRefused when five wrong ones locked the account, and ChallengeOver when the password is to be typed again.
 */
export async function enterCode(
  proviso: Proviso,
  door: Door,
  input: z.input<typeof codeInput>,
): Promise<{ headers: Headers; personId: string }> {
  const { code } = parseInput(codeInput, input)
  const answer = await verify(proviso, door, code).catch((error: unknown) => {
    const kind = codeRefusal(error)
    auditDoor(proviso, door, kind === 'locked' ? 'sign-in.locked' : 'sign-in.code-wrong', null)
    if (kind === 'locked') throw new SignInRefused('locked')
    throw kind === 'over' ? new ChallengeOver() : wrong(code)
  })
  const personId = answer.response.user.id
  if (isAppCode(code)) {
    const codeHash = hashOfCode(proviso, personId, code.replace(/\s/g, ''))
    if (!proviso.secondFactors.claimCode(personId, codeHash, proviso.now())) {
      // The code was right, so a session was made; its cookie is never sent and its row goes.
      proviso.secondFactors.endByToken(answer.response.token ?? '')
      auditDoor(proviso, door, 'sign-in.code-replayed', personId)
      throw new ChallengeOver()
    }
  } else auditDoor(proviso, door, 'sign-in.recovery-code', personId)
  return beginSession(proviso, door, { personId, headers: answer.headers })
}
