import { createTransport } from 'nodemailer'
import type { LetterBody, MailServer, PostStore } from '#db/letters.ts'
import { type Log, nameOfError } from './log.server.ts'
import { backOff, type QueueSettings } from './queue/queue.ts'

const timeoutMs = 10_000

/** A word for what a mail server or the way to it answered; its own sentence may repeat addresses. */
export function mailProblem(error: unknown): string {
  const { code, responseCode } = error as { code?: string; responseCode?: number }
  if (code === 'EAUTH') return 'refused-user'
  if (code === 'ETLS' || code === 'ESOCKET') return 'no-secure-connection'
  if (code === 'EDNS' || code === 'ENOTFOUND' || code === 'ECONNECTION' || code === 'ECONNREFUSED') return 'no-server'
  if (code === 'ETIMEDOUT') return 'timed-out'
  // 4xx asks to come again later.
  if (responseCode !== undefined && responseCode >= 400 && responseCode < 500) return 'put-off'
  if (code === 'EENVELOPE' || (responseCode ?? 0) >= 500) return 'refused-letter'
  return 'not-sent'
}

/** Hands one letter to its server. Plain text only: no pixel, no tracking link, nothing to load. */
export async function sendLetter({ host, port, security, user, password, from }: MailServer, body: LetterBody) {
  const transport = createTransport({
    host,
    port,
    secure: security === 'tls',
    requireTLS: security === 'starttls',
    ignoreTLS: security === 'none',
    ...(user === '' ? {} : { auth: { user, pass: password } }),
    connectionTimeout: timeoutMs,
    greetingTimeout: timeoutMs,
    socketTimeout: timeoutMs,
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  try {
    await transport.sendMail({ from, to: body.to, subject: body.subject, text: body.text })
  } finally {
    transport.close()
  }
}

/** Sends what is due, one letter at a time, with the retries of the queue. */
export type Post = { wake: () => void; idle: () => Promise<void>; close: () => Promise<void> }

export function createPost(options: {
  letters: PostStore
  settings: QueueSettings
  now: () => Date
  log: Log
  /** Looks for what people are to be reminded of; called every hour. */
  remind: () => unknown
}): Post {
  const { letters, settings, now, log, remind } = options
  let running: Promise<void> | null = null
  let open = true

  async function deliver(): Promise<void> {
    while (open) {
      const due = letters.take(now(), (attempt) => new Date(now().getTime() + backOff(settings, attempt)))
      if (due === null) return
      try {
        await sendLetter(due.server, due.body)
        letters.sent(due.id, now())
      } catch (error) {
        const problem = mailProblem(error)
        const final = due.attempt >= settings.maxAttempts || problem === 'refused-letter'
        letters.failed(due.id, problem, final)
        log.warn('letter-failed', { organisationId: due.organisationId, attempt: due.attempt, code: problem })
      }
    }
  }

  function wake(): void {
    running ??= deliver()
      .catch((error: unknown) => log.error('post-broke', { error: nameOfError(error) }))
      .finally(() => {
        running = null
      })
  }

  function look(): void {
    try {
      remind()
    } catch (error) {
      log.error('reminders-broke', { error: nameOfError(error) })
    }
    wake()
  }

  const often = setInterval(wake, settings.recoverEveryMs).unref()
  const hourly = setInterval(look, 3_600_000).unref()
  const first = setTimeout(look, 1_000).unref()
  return {
    wake,
    idle: async () => running ?? undefined,
    async close() {
      open = false
      clearInterval(often)
      clearInterval(hourly)
      clearTimeout(first)
      await running
    },
  }
}
