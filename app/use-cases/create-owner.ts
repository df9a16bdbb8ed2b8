import { z } from 'zod'
import { passwordLength } from '../auth.server.ts'
import type { Door } from '../network.server.ts'
import type { Proviso } from '../proviso.server.ts'
import { isCommonPassword } from './common-password.ts'
import { InvalidInput, parseInput } from './problem.ts'
import { signIn } from './sign-in.ts'

export const newPassword = z
  .string()
  .min(passwordLength.min, `Use at least ${passwordLength.min} characters.`)
  .max(passwordLength.max, `Use at most ${passwordLength.max} characters.`)
  .refine(
    (password) => password.length > passwordLength.max || !isCommonPassword(password),
    'This password is among those tried first. Use four words that do not belong together.',
  )

export const createOwnerInput = z.strictObject({
  token: z.string().max(100),
  organisation: z.string().trim().min(1, 'Enter the name of your organisation.').max(120),
  name: z.string().trim().min(1, 'Enter your name.').max(120),
  email: z.string().trim().toLowerCase().max(254).pipe(z.email('Enter an email address, like name@example.com.')),
  password: newPassword,
})

/** While nobody owns this installation: a fresh one-time link of an hour, which ends the ones before. Else null. */
export function issueSetUpLink(proviso: Proviso): { token: string; path: string; expiresAt: Date } | null {
  const link = proviso.people.issueSetUpLink(proviso.now())
  return link === null ? null : { ...link, path: `/set-up/${link.token}` }
}

export function setUpLinkIsOpen(proviso: Proviso, token: string): boolean {
  return proviso.people.setUpLinkIsOpen(token, proviso.now())
}

/** Makes organisation and owner from an open set-up link and signs the owner in. Throws InvalidInput. */
export async function createOwner(
  proviso: Proviso,
  door: Door,
  input: z.input<typeof createOwnerInput>,
): Promise<{ headers: Headers; personId: string; organisationId: string }> {
  const { token, organisation, name, email, password } = parseInput(createOwnerInput, input)
  const closed = { token: 'This link was used or has run out. Start Proviso again to get a new one.' }
  // Hashing is the costly part; a stranger without a link must not be able to ask for it.
  if (!setUpLinkIsOpen(proviso, token)) throw new InvalidInput(closed)
  const passwordHash = await proviso.auth.passwords.hash(password)
  const made = proviso.people.createOwner(token, { organisation, name, email, passwordHash }, proviso.now())
  if (made === null) throw new InvalidInput(closed)
  const { headers } = await signIn(proviso, door, { email, password })
  return { headers, ...made }
}
