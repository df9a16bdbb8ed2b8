import { z } from 'zod'
import type { OpenLink } from '#db/entry.ts'
import type { Door } from '../network.server.ts'
import type { Proviso } from '../proviso.server.ts'
import { newPassword } from './create-owner.ts'
import { InvalidInput, parseInput } from './problem.ts'
import { type SignInAnswer, signIn } from './sign-in.ts'

const closed = { form: 'This link was used, was withdrawn or has run out. Ask for a new one.' }
const joinInput = z.strictObject({
  name: z.string().trim().min(1, 'Enter your name.').max(120),
  password: newPassword,
})

/** What an open link says; null when it was used, was withdrawn or has run out. */
export function openLink(proviso: Proviso, token: string, kind: OpenLink['kind']): OpenLink | null {
  return token.length > 100 ? null : proviso.entry.open(token, kind, proviso.now())
}

/** Makes the invited person and signs them in; the link then works no more. Throws InvalidInput. */
export async function acceptInvitation(
  proviso: Proviso,
  door: Door,
  token: string,
  input: { name: string; password: string },
): Promise<SignInAnswer> {
  const link = openLink(proviso, token, 'invitation')
  // Hashing is the costly part; a stranger without a link must not be able to ask for it.
  if (link === null) throw new InvalidInput(closed)
  const { name, password } = parseInput(joinInput, input)
  const passwordHash = await proviso.auth.passwords.hash(password)
  const made = proviso.entry.join(token, { name, passwordHash }, proviso.now())
  if (made === 'closed') throw new InvalidInput(closed)
  if (made === 'taken') {
    throw new InvalidInput({ form: 'This address signs in here already. Ask for an invitation to another one.' })
  }
  return signIn(proviso, door, { email: link.email, password })
}

/** Sets the new password, ends every session of the person and signs in anew. Throws InvalidInput. */
export async function choosePassword(
  proviso: Proviso,
  door: Door,
  token: string,
  input: { password: string },
): Promise<SignInAnswer> {
  if (openLink(proviso, token, 'password') === null) throw new InvalidInput(closed)
  const { password } = parseInput(z.strictObject({ password: newPassword }), input)
  const passwordHash = await proviso.auth.passwords.hash(password)
  const done = proviso.entry.choosePassword(token, passwordHash, proviso.now())
  if (done === null) throw new InvalidInput(closed)
  return signIn(proviso, door, { email: done.email, password })
}
