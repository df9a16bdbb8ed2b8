import { z } from 'zod'
import type { Letter, MailServer } from '#db/letters.ts'
import type { EntryLink } from '#db/members.ts'
import type { Scope } from '#db/scoped.ts'
import { mailProblem, sendLetter } from '../mail.server.ts'
import type { Proviso } from '../proviso.server.ts'
import type { PersonActor } from '../session.server.ts'
import { type Actor, demand } from './permission.ts'
import { InvalidInput, idSchema, NotFound, parseInput } from './problem.ts'
import { scopeOf } from './scope.ts'

const line = (words: string) =>
  z
    .string()
    .trim()
    .max(254)
    .regex(/^[^\r\n]*$/, words)
const address = z.string().trim().max(254).pipe(z.email('Enter an email address, like portal@example.com.'))

const serverInput = z.strictObject({
  host: line('Enter one line.').regex(/^[a-z0-9.:-]+$/i, 'Enter the name of the mail server, like mail.example.com.'),
  port: z.coerce
    .number('Enter a port, like 587.')
    .int('Enter a port, like 587.')
    .min(1, 'Enter a port, like 587.')
    .max(65_535, 'Ports end at 65535.'),
  security: z.enum(['tls', 'starttls', 'none'], 'Choose how the connection is secured.'),
  user: line('Enter one line.'),
  /** "" keeps the password that is stored. */
  password: z.string().max(500),
  from: address,
})

export type MailForm = Omit<z.input<typeof serverInput>, 'port'> & { port: string }
const problems: Record<string, string> = {
  'refused-user': 'The server did not accept the user or the password.',
  'no-secure-connection': 'No secure connection could be made. Check the port and the kind of security.',
  'no-server': 'There is no mail server at this name and port.',
  'timed-out': 'The server did not answer in 10 seconds. Check the name and the port.',
  'put-off': 'The server asked to come again later.',
  'refused-letter': 'The server refused the letter. Check the sender’s address.',
  'link-closed': 'Its link was used, was withdrawn or has run out, so it was not sent.',
}

export const mailProblemWords = (code: string | null) =>
  code === null ? null : (problems[code] ?? 'The letter could not be sent.')

function inCharge(proviso: Proviso, actor: Actor): Scope {
  demand(actor, 'manage-people')
  return scopeOf(proviso, actor)
}

/** The password is never given back. */
export function getMail(
  proviso: Proviso,
  actor: Actor,
): { server: Omit<MailServer, 'password'> | null; letters: Array<Letter> } {
  const { letters } = inCharge(proviso, actor)
  const server = letters.server()
  if (server === null) return { server, letters: letters.list() }
  const { password: _, ...shown } = server
  return { server: shown, letters: letters.list() }
}

function read(scope: Scope, input: MailForm): MailServer {
  const given = parseInput(serverInput, input)
  const loopback = ['localhost', '127.0.0.1', '::1'].includes(given.host)
  if (given.security === 'none' && !loopback) {
    throw new InvalidInput({ security: 'Without security only a mail server on this machine can be used.' })
  }
  const kept = scope.letters.server()
  // The stored password goes to the server it was typed for, and to no other.
  const same = kept !== null && kept.host === given.host && kept.user === given.user
  return { ...given, password: given.password === '' && same ? kept.password : given.password }
}

export function saveMailServer(proviso: Proviso, actor: Actor, input: MailForm): void {
  const scope = inCharge(proviso, actor)
  scope.letters.saveServer(read(scope, input))
}

export function removeMailServer(proviso: Proviso, actor: Actor): void {
  inCharge(proviso, actor).letters.removeServer()
}

/** Sends one letter to oneself with the stored server. Throws InvalidInput with what went wrong. */
export async function testMail(proviso: Proviso, actor: PersonActor, email: string): Promise<void> {
  const scope = inCharge(proviso, actor)
  const server = scope.letters.server()
  if (server === null) throw new InvalidInput({ host: 'Save a mail server first.' })
  const text = 'This letter shows that Proviso can send mail. Nothing else is to be done.'
  try {
    await sendLetter(server, { to: email, subject: 'Proviso can send mail', text })
  } catch (error) {
    const words = mailProblemWords(mailProblem(error))
    scope.audit.add({ action: 'mail-server.test-failed', object: { kind: 'mail-server', id: null } })
    throw new InvalidInput({ host: words ?? 'The letter could not be sent.' })
  }
  scope.audit.add({ action: 'mail-server.tested', object: { kind: 'mail-server', id: null } })
}

/** NotFound when it is not here, or is on its way already. */
export function sendLetterAgain(proviso: Proviso, actor: Actor, letterId: string): void {
  const scope = inCharge(proviso, actor)
  if (scope.letters.server() === null) throw new InvalidInput({ host: 'Save a mail server first.' })
  if (!scope.letters.sendAgain(parseInput(idSchema, letterId))) throw new NotFound()
  proviso.post.wake()
}

/** The letter that carries a link. Without a mail server the link itself waits in the outbox, and no letter is made. */
export function postLink(proviso: Proviso, scope: Scope, link: EntryLink): void {
  if (scope.letters.server() === null) return
  const url = proviso.origin + link.path
  const organisation = scope.organisation.name
  const body =
    link.kind === 'invitation'
      ? {
          subject: `Invitation to ${organisation}`,
          text: `You are invited to ${organisation} in Proviso. Open this link within seven days; it works once.\n\n${url}\n`,
        }
      : {
          subject: 'New password for Proviso',
          text: `Open this link within 30 minutes to choose a new password; it works once.\n\n${url}\n\nYou did not ask for it? Then do nothing: your password stays as it is.\n`,
        }
  scope.letters.add({ kind: link.kind, linkId: link.id, about: null, body: { to: link.email, ...body } })
  proviso.post.wake()
}
