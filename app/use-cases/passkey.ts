import { z } from 'zod'
import type { Door } from '../network.server.ts'
import type { Proviso } from '../proviso.server.ts'
import type { SignedIn } from '../session.server.ts'
import { asSessionCookies, auditDoor, beginSession } from './begin-session.ts'
import { InvalidInput, parseInput } from './problem.ts'
import { scopeOf } from './scope.ts'
import { doorHeaders } from './sign-in.ts'

const part = z.string().max(8_000)
const signInSchema = z.object({
  id: part,
  rawId: part,
  type: z.literal('public-key'),
  response: z.object({
    clientDataJSON: part,
    authenticatorData: part,
    signature: part,
    // A passkey may answer null here; the library wants it left out then.
    userHandle: part.nullish().transform((handle) => handle ?? ''),
  }),
  clientExtensionResults: z.looseObject({}),
})

/** What the browser answered, as the JSON text of its credential. */
const answerText = z
  .string()
  .max(20_000)
  .transform((text, context) => {
    try {
      return JSON.parse(text) as unknown
    } catch {
      context.addIssue('The browser did not answer with a passkey. Try again.')
      return z.NEVER
    }
  })

const nameSchema = z.string().trim().min(1, 'Give the passkey a name, such as the device it lies on.').max(80)
const refused = 'This passkey was not accepted. Try again, or use your password.'

function headersOf(door: Door): Headers {
  const headers = doorHeaders(door)
  headers.set('cookie', door.cookie ?? '')
  return headers
}

/** true for the sign-in library's own refusals, false for a fault. */
const isRefusal = (error: unknown) => error instanceof Error && error.name === 'APIError'

/** A challenge for any passkey of this portal, and the cookie it is bound to. */
export async function askPasskey(proviso: Proviso, door: Door): Promise<{ options: object; headers: Headers }> {
  // Asked for nobody in particular: the answer must not tell which passkeys somebody has.
  const headers = doorHeaders(door)
  const answer = await proviso.auth.api.generatePasskeyAuthenticationOptions({ headers, returnHeaders: true })
  // The library asks for the person's presence only where it "prefers" more; what comes back without is refused too.
  const options = { ...answer.response, userVerification: 'required' }
  return { options, headers: asSessionCookies(answer.headers) }
}

/** Signs in with a passkey, which is both factors in one: device and finger, face or PIN. Throws InvalidInput. */
export async function enterByPasskey(
  proviso: Proviso,
  door: Door,
  input: { answer: string },
): Promise<{ headers: Headers; personId: string }> {
  const { answer: response } = parseInput(z.strictObject({ answer: answerText.pipe(signInSchema) }), input)
  const answer = await proviso.auth.api
    .verifyPasskeyAuthentication({ body: { response }, headers: headersOf(door), returnHeaders: true })
    .catch((error: unknown) => {
      if (!isRefusal(error)) throw error
      auditDoor(proviso, door, 'sign-in.passkey-refused', null)
      throw new InvalidInput({ form: refused })
    })
  return beginSession(proviso, door, { personId: answer.response.user.id, headers: answer.headers })
}

/**
 * A challenge to make a new passkey for the person signed in, and the cookie it is bound to. The name is looked at before
 * the device makes a key, since one that is refused afterwards stays on the device. Throws InvalidInput.
 */
export async function offerPasskey(
  proviso: Proviso,
  door: Door,
  input: { name: string },
): Promise<{ options: object; headers: Headers }> {
  parseInput(z.strictObject({ name: nameSchema }), input)
  const answer = await proviso.auth.api.generatePasskeyRegistrationOptions({
    headers: headersOf(door),
    returnHeaders: true,
  })
  return { options: answer.response, headers: asSessionCookies(answer.headers) }
}

/** Keeps the new passkey. Throws InvalidInput when its answer does not hold, or the name is missing. */
export async function keepPasskey(
  proviso: Proviso,
  door: Door,
  { actor, person }: SignedIn,
  input: { name: string; answer: string },
): Promise<void> {
  const { name, answer: response } = parseInput(z.strictObject({ name: nameSchema, answer: answerText }), input)
  await proviso.auth.api
    .verifyPasskeyRegistration({ body: { response, name }, headers: headersOf(door) })
    .catch((error: unknown) => {
      if (!isRefusal(error)) throw error
      throw new InvalidInput({ form: 'The browser’s answer does not hold. Try again.' })
    })
  scopeOf(proviso, actor).audit.add({ action: 'passkey.added', object: { kind: 'person', id: person.id } })
}
