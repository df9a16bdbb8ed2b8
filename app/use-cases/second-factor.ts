import { z } from 'zod'
import type { PasskeyRow } from '#db/second-factors.ts'
import type { Door } from '../network.server.ts'
import type { Proviso } from '../proviso.server.ts'
import type { SignedIn } from '../session.server.ts'
import { asSessionCookies } from './begin-session.ts'
import { codeRefusal, hashOfCode } from './enter-code.ts'
import { checkPassword } from './own-account.ts'
import { InvalidInput, idSchema, NotFound, parseInput } from './problem.ts'
import { scopeOf } from './scope.ts'
import { doorHeaders } from './sign-in.ts'

/** An app that is being set up: the address for its camera, the same as text, and the codes to be shown once. */
export type Enrolment = { uri: string; key: string; codes: ReadonlyArray<string> }
export type Security = { on: boolean; codesLeft: number; passkeys: ReadonlyArray<PasskeyRow> }

const draftForm = 'second-factor'
const enrolmentSchema = z.object({ uri: z.string(), key: z.string(), codes: z.array(z.string()), done: z.boolean() })
const codeInput = z.strictObject({
  code: z
    .string()
    .trim()
    .regex(/^[\d\s]{6,12}$/, 'Enter the 6-digit code from your app.'),
})

const wrongCode = { code: 'Enter the 6-digit code from your app. This one is not right, or was used before.' }

function ownHeaders(door: Door): Headers {
  const headers = doorHeaders(door)
  headers.set('cookie', door.cookie ?? '')
  return headers
}

export function security(proviso: Proviso, { person }: SignedIn): Security {
  const { secondFactors } = proviso
  const { on } = secondFactors.standing(person.id)
  return { on, codesLeft: secondFactors.codesLeft(person.id), passkeys: secondFactors.passkeys(person.id) }
}

/** Needs the password; makes a new key, which counts for nothing until a code of it was typed. Throws InvalidInput. */
export async function startSecondFactor(
  proviso: Proviso,
  door: Door,
  signedIn: SignedIn,
  input: { password: string },
): Promise<void> {
  await checkPassword(proviso, signedIn.actor, 'password', input.password)
  if (proviso.secondFactors.standing(signedIn.person.id).on) throw new NotFound()
  const made = await proviso.auth.api.enableTwoFactor({
    body: { password: input.password, method: 'totp' },
    headers: ownHeaders(door),
  })
  if (made.method !== 'totp') throw new Error('The sign-in library made another kind of second factor.')
  const key = new URL(made.totpURI).searchParams.get('secret') ?? ''
  // Sealed scratch paper, so that the page can be shown again after a wrong code.
  scopeOf(proviso, signedIn.actor).drafts.save(draftForm, {
    uri: made.totpURI,
    key,
    codes: made.backupCodes,
    done: false,
  })
}

/** The app being set up, and whether its code was already right; null when none is. */
export function openEnrolment(proviso: Proviso, { actor }: SignedIn): (Enrolment & { done: boolean }) | null {
  const draft = scopeOf(proviso, actor).drafts.get(draftForm)
  return draft === null ? null : enrolmentSchema.parse(draft.values)
}

/** The first right code turns the second factor on and ends every other session. Throws InvalidInput. */
export async function confirmSecondFactor(
  proviso: Proviso,
  door: Door,
  signedIn: SignedIn,
  input: z.input<typeof codeInput>,
): Promise<{ headers: Headers }> {
  const open = openEnrolment(proviso, signedIn)
  if (open === null || open.done) throw new NotFound()
  const { person, actor } = signedIn
  const code = parseInput(codeInput, input).code.replace(/\s/g, '')
  const { auth, secondFactors, entry, now } = proviso
  const answer = await auth.api
    .verifyTOTP({ body: { code }, headers: ownHeaders(door), returnHeaders: true })
    .catch((error: unknown) => {
      codeRefusal(error)
      throw new InvalidInput(wrongCode)
    })
  // The same code must not open the door a second time a moment later.
  secondFactors.claimCode(person.id, hashOfCode(proviso, person.id, code), now())
  const scope = scopeOf(proviso, actor)
  scope.write(() => {
    entry.endOlderSessions(person.id)
    scope.drafts.save(draftForm, { ...open, done: true })
    scope.audit.add({ action: 'second-factor.on', object: { kind: 'person', id: person.id } })
  })
  return { headers: asSessionCookies(answer.headers) }
}

/** The recovery codes were read: nothing readable is kept of them. */
export function forgetEnrolment(proviso: Proviso, { actor }: SignedIn): void {
  scopeOf(proviso, actor).drafts.discard(draftForm)
}

/** New recovery codes; the old ones work no more. They are shown once. Needs the password. Throws InvalidInput. */
export async function renewRecoveryCodes(
  proviso: Proviso,
  door: Door,
  { actor, person }: SignedIn,
  input: { password: string },
): Promise<void> {
  await checkPassword(proviso, actor, 'password', input.password)
  if (!proviso.secondFactors.standing(person.id).on) throw new NotFound()
  const { password } = input
  const made = await proviso.auth.api.generateBackupCodes({ body: { password }, headers: ownHeaders(door) })
  const scope = scopeOf(proviso, actor)
  scope.write(() => {
    scope.drafts.save(draftForm, { uri: '', key: '', codes: made.backupCodes, done: true })
    scope.audit.add({ action: 'recovery-codes.renewed', object: { kind: 'person', id: person.id } })
  })
}

/** Turns the app off so that another can be set up; the next page asks for one. Needs the password. Throws InvalidInput. */
export async function replaceSecondFactor(
  proviso: Proviso,
  door: Door,
  { actor, person }: SignedIn,
  input: { password: string },
): Promise<{ headers: Headers }> {
  await checkPassword(proviso, actor, 'password', input.password)
  if (!proviso.secondFactors.standing(person.id).on) throw new NotFound()
  const { password } = input
  const headers = ownHeaders(door)
  const answer = await proviso.auth.api.disableTwoFactor({ body: { password }, headers, returnHeaders: true })
  const scope = scopeOf(proviso, actor)
  scope.audit.add({ action: 'second-factor.off', object: { kind: 'person', id: person.id } })
  return { headers: asSessionCookies(answer.headers) }
}

/** NotFound when it is not one of this person's. */
export function removePasskey(proviso: Proviso, { actor, person }: SignedIn, passkeyId: string): void {
  const id = parseInput(idSchema, passkeyId)
  const scope = scopeOf(proviso, actor)
  scope.write(() => {
    if (!proviso.secondFactors.removePasskey(person.id, id)) throw new NotFound()
    scope.audit.add({ action: 'passkey.removed', object: { kind: 'person', id: person.id } })
  })
}
