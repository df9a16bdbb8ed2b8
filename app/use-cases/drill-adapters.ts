import { createHash } from 'node:crypto'
import type { Drill } from '#scanners/opt-out/drill.ts'

type Asked = Omit<Drill['targets'][number], 'channel' | 'name' | 'address'>

/** How a vendor's suppression list is read. Each asks with GET only and looks for the test patient's own address. */
export type DrillAdapter = {
  id: string
  title: string
  /** Which of the test patient's addresses the list holds. */
  by: 'email' | 'phone' | 'either'
  /** What besides the key the vendor needs to know; null = nothing. */
  account: string | null
  ask: (given: { account: string; key: string; address: string; path: string; equals: string }) => Asked
}

const bearer = (key: string) => ({ authorization: `Bearer ${key}` })

export const drillAdapters: ReadonlyArray<DrillAdapter> = [
  {
    id: 'sendgrid',
    title: 'SendGrid, global unsubscribes',
    by: 'email',
    account: null,
    ask: ({ key, address }) => ({
      url: 'https://api.sendgrid.com/v3/suppression/unsubscribes?email={address}',
      headers: bearer(key),
      path: '0.email',
      equals: address,
    }),
  },
  {
    id: 'mailgun',
    title: 'Mailgun, unsubscribes',
    by: 'email',
    account: 'Sending domain',
    // 404 is its word for "not on the list".
    ask: ({ account, key }) => ({
      url: `https://api.mailgun.net/v3/${encodeURIComponent(account)}/unsubscribes/{address}`,
      headers: { authorization: `Basic ${Buffer.from(`api:${key}`).toString('base64')}` },
    }),
  },
  {
    id: 'postmark',
    title: 'Postmark, suppressions of a stream',
    by: 'email',
    account: 'Message stream',
    ask: ({ account, key, address }) => ({
      url: `https://api.postmarkapp.com/message-streams/${encodeURIComponent(account)}/suppressions/dump?emailaddress={address}`,
      headers: { 'x-postmark-server-token': key, accept: 'application/json' },
      path: 'Suppressions.0.EmailAddress',
      equals: address,
    }),
  },
  {
    id: 'mailchimp',
    title: 'Mailchimp, one audience',
    by: 'email',
    account: 'Data center and audience, as us21/abc123',
    ask: ({ account, key, address }) => {
      const [center = '', list = ''] = account.split('/')
      const member = createHash('md5').update(address).digest('hex')
      return {
        url: `https://${encodeURIComponent(center)}.api.mailchimp.com/3.0/lists/${encodeURIComponent(list)}/members/${member}`,
        headers: bearer(key),
        path: 'status',
        equals: 'unsubscribed',
      }
    },
  },
  {
    id: 'telnyx',
    title: 'Telnyx, opt-outs',
    by: 'phone',
    account: null,
    ask: ({ key, address }) => ({
      url: 'https://api.telnyx.com/v2/messaging_optouts?filter[from]={address}',
      headers: bearer(key),
      path: 'data.0.from',
      equals: address,
    }),
  },
  {
    id: 'generic',
    title: 'Another list, by web address',
    by: 'either',
    account: 'Address; {address} stands for the test patient’s',
    ask: ({ account, key, path, equals }) => ({
      url: account,
      headers: key === '' ? {} : bearer(key),
      ...(path === '' ? {} : { path }),
      ...(equals === '' ? {} : { equals: equals === 'true' ? true : equals === 'false' ? false : equals }),
    }),
  },
]
