import type { z } from 'zod'
import type { targetSchema } from '#scanners/opt-out/drill/target.ts'

type Target = z.input<typeof targetSchema>
type Given = { account: string; key: string; path: string; equals: string }
type About = { channel: 'sms' | 'email' | 'voice'; name: string; address: string }

/** What a form asks for a vendor's suppression list, and the target it becomes. */
export type DrillAdapter = {
  id: string
  title: string
  /** Which of the test patient's addresses the list holds. */
  by: 'email' | 'phone' | 'either'
  /** What besides the key the vendor needs to know; null = nothing. */
  account: string | null
  target: (given: Given, about: About) => Target
}

const half = (text: string, at: 0 | 1) => text.split('/')[at]?.trim() ?? ''

export const drillAdapters: ReadonlyArray<DrillAdapter> = [
  {
    id: 'sendgrid',
    title: 'SendGrid, global unsubscribes',
    by: 'email',
    account: null,
    target: ({ key }, about) => ({ system: 'sendgrid', ...about, apiKey: key }),
  },
  {
    id: 'mailgun',
    title: 'Mailgun, unsubscribes',
    by: 'email',
    account: 'Sending domain',
    target: ({ account, key }, about) => ({ system: 'mailgun', ...about, apiKey: key, domain: account }),
  },
  {
    id: 'postmark',
    title: 'Postmark, suppressions of a stream',
    by: 'email',
    account: 'Message stream',
    target: ({ account, key }, about) => ({ system: 'postmark', ...about, serverToken: key, stream: account }),
  },
  {
    id: 'mailchimp',
    title: 'Mailchimp, one audience',
    by: 'email',
    account: 'Audience id',
    target: ({ account, key }, about) => ({ system: 'mailchimp', ...about, apiKey: key, listId: account }),
  },
  {
    id: 'hubspot',
    title: 'HubSpot, unsubscribed from all',
    by: 'email',
    account: null,
    target: ({ key }, about) => ({ system: 'hubspot', ...about, token: key }),
  },
  {
    id: 'telnyx',
    title: 'Telnyx, opt-outs',
    by: 'phone',
    account: null,
    target: ({ key }, about) => ({ system: 'telnyx', ...about, apiKey: key }),
  },
  {
    id: 'twilio',
    title: 'Twilio, refused messages',
    by: 'phone',
    account: 'Account SID',
    target: ({ account, key }, about) => ({ system: 'twilio', ...about, accountSid: account, authToken: key }),
  },
  {
    id: 'aws',
    title: 'AWS End User Messaging, opt-out list',
    by: 'phone',
    account: 'Region and access key id, as us-east-1/AKIA…',
    target: ({ account, key }, about) => ({
      system: 'aws',
      ...about,
      region: half(account, 0),
      accessKeyId: half(account, 1),
      secretAccessKey: key,
    }),
  },
  {
    id: 'generic',
    title: 'Another list, by web address',
    by: 'either',
    account: 'Address; {address} stands for the test patient’s',
    target: ({ account, key, path, equals }, about) => ({
      system: 'generic',
      ...about,
      url: account,
      headers: key === '' ? {} : { authorization: `Bearer ${key}` },
      ...(path === '' ? { notFoundIsAbsent: true } : { path }),
      ...(equals === '' ? {} : { equals: equals === 'true' ? true : equals === 'false' ? false : equals }),
    }),
  },
]
