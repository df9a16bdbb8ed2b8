import { createHash } from 'node:crypto'
import { normaliseEmail, normalisePhone } from '../address.ts'
import { readInstant } from '../instant.ts'
import { signForAws } from './aws-signature.ts'
import type { Target } from './target.ts'

/** One read of a list. POST stands only where a vendor's reading operation is one (AWS). */
export type ListRequest = { method: 'GET' | 'POST'; url: string; headers: Record<string, string>; body?: string }
export type ListAnswer = { status: number; headers: Record<string, string>; body: Buffer }

/** true = on the list, false = not on it, null = the answer tells neither. */
export type Reading = boolean | null

type List<T extends Target> = {
  request: (target: T, at: Date) => ListRequest
  read: (answer: { status: number; body: unknown }, target: T, optedOutAt: number) => Reading
}

const basic = (user: string, password: string) => `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`
const get = (url: string, headers: Record<string, string>): ListRequest => ({
  method: 'GET',
  url,
  headers: { accept: 'application/json', ...headers },
})
const from = (target: { base?: string | undefined }, host: string) => (target.base ?? host).replace(/\/$/, '')
const encoded = ({ address }: { address: string }) => encodeURIComponent(address)

function field(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, name)
    ? (value as Record<string, unknown>)[name]
    : undefined
}

function sameAddress(value: unknown, address: string): boolean {
  if (typeof value !== 'string') return false
  return address.includes('@')
    ? normaliseEmail(value) === normaliseEmail(address)
    : normalisePhone(value) !== undefined && normalisePhone(value) === normalisePhone(address)
}

/** Whether a list of entries holds one that fits; an answer without the list tells nothing. */
function listed(entries: unknown, fits: (entry: unknown) => boolean): Reading {
  return Array.isArray(entries) ? entries.some(fits) : null
}

/** The value at a dotted path; `known` is false where the answer has another shape, so that it tells nothing. */
function valueAt(document: unknown, path: string): { known: boolean; value: unknown } {
  let value = document
  for (const step of path.split('.')) {
    if (typeof value !== 'object' || value === null) return { known: false, value: undefined }
    // An empty list holds nobody; an object without the field is an error report or another schema.
    if (Array.isArray(value) && /^\d+$/.test(step) && Number(step) >= value.length)
      return { known: true, value: undefined }
    if (!Object.hasOwn(value, step)) return { known: false, value: undefined }
    value = (value as Record<string, unknown>)[step]
  }
  return { known: true, value }
}

type Of<S extends Target['system']> = Extract<Target, { system: S }>

const lists: { [S in Target['system']]: List<Of<S>> } = {
  generic: {
    request: (target) => get(target.url.replaceAll('{address}', encoded(target)), target.headers),
    read({ status, body }, { path, equals, notFoundIsAbsent }) {
      if (status === 404) return notFoundIsAbsent ? false : null
      if (status !== 200) return null
      if (path === undefined) return true
      const { known, value } = valueAt(body, path)
      if (!known) return null
      return equals === undefined ? value !== undefined && value !== null && value !== false : value === equals
    },
  },
  // https://www.twilio.com/docs/sendgrid/api-reference/suppressions-global-suppressions: `{}` when not on the list.
  sendgrid: {
    request: (target) =>
      get(`${from(target, 'https://api.sendgrid.com')}/v3/asm/suppressions/global/${encoded(target)}`, {
        authorization: `Bearer ${target.apiKey}`,
      }),
    read({ status, body }, { address }) {
      if (status !== 200 || typeof body !== 'object' || body === null || Array.isArray(body)) return null
      if (Object.keys(body).length === 0) return false
      return sameAddress(field(body, 'recipient_email'), address) ? true : null
    },
  },
  // https://documentation.mailgun.com/docs/mailgun/api-reference/openapi-final/tag/Unsubscribe/: 404 = not on the list.
  mailgun: {
    request: (target) =>
      get(
        `${from(target, 'https://api.mailgun.net')}/v3/${encodeURIComponent(target.domain)}/unsubscribes/${encoded(target)}`,
        { authorization: basic('api', target.apiKey) },
      ),
    read({ status, body }, { address }) {
      // A wrong domain is a 404 as well, in other words.
      if (status === 404) return /address not found/i.test(String(field(body, 'message'))) ? false : null
      return status === 200 && sameAddress(field(body, 'address'), address) ? true : null
    },
  },
  // https://postmarkapp.com/developer/api/suppressions-api
  postmark: {
    request: (target) =>
      get(
        `${from(target, 'https://api.postmarkapp.com')}/message-streams/${encodeURIComponent(target.stream)}/suppressions/dump?EmailAddress=${encoded(target)}`,
        { 'x-postmark-server-token': target.serverToken },
      ),
    read: ({ status, body }, { address }) =>
      status === 200
        ? listed(field(body, 'Suppressions'), (entry) => sameAddress(field(entry, 'EmailAddress'), address))
        : null,
  },
  // https://developers.telnyx.com/api/messaging/list-opt-outs
  telnyx: {
    request(target) {
      const profile =
        target.messagingProfileId === undefined
          ? ''
          : `&filter[messaging_profile_id]=${encodeURIComponent(target.messagingProfileId)}`
      return get(
        `${from(target, 'https://api.telnyx.com')}/v2/messaging_optouts?filter[from]=${encoded(target)}${profile}&page[size]=250`,
        { authorization: `Bearer ${target.apiKey}` },
      )
    },
    read: ({ status, body }, { address }) =>
      status === 200
        ? listed(
            field(body, 'data'),
            (entry) => sameAddress(field(entry, 'from'), address) || sameAddress(field(entry, 'to'), address),
          )
        : null,
  },
  // https://developers.hubspot.com/docs/api-reference/communication-preferences-subscriptions-v4
  hubspot: {
    request: (target) =>
      get(
        `${from(target, 'https://api.hubapi.com')}/communication-preferences/v4/statuses/${encoded(target)}/unsubscribe-all?channel=EMAIL`,
        { authorization: `Bearer ${target.token}` },
      ),
    read: ({ status, body }) =>
      status === 200 ? listed(field(body, 'results'), (entry) => field(entry, 'status') === 'UNSUBSCRIBED') : null,
  },
  // https://mailchimp.com/developer/marketing/api/list-members/get-member-info/: 404 = no member of this audience.
  mailchimp: {
    request(target) {
      const centre = target.apiKey.slice(target.apiKey.lastIndexOf('-') + 1)
      const member = createHash('md5').update(target.address.trim().toLowerCase()).digest('hex')
      return get(
        `${from(target, `https://${centre}.api.mailchimp.com`)}/3.0/lists/${encodeURIComponent(target.listId)}/members/${member}?fields=status`,
        { authorization: basic('proviso', target.apiKey) },
      )
    },
    read({ status, body }) {
      if (status === 404) return field(body, 'title') === 'Resource Not Found' ? false : null
      const state = field(body, 'status')
      return status === 200 && typeof state === 'string' ? state === 'unsubscribed' : null
    },
  },
  // https://docs.aws.amazon.com/pinpoint/latest/apireference_smsvoicev2/API_DescribeOptedOutNumbers.html
  aws: {
    request(target, at) {
      const url = `${from(target, `https://sms-voice.${target.region}.amazonaws.com`)}/`
      const body = JSON.stringify({ OptOutListName: target.optOutList, OptedOutNumbers: [target.address] })
      const headers = signForAws(
        {
          method: 'POST',
          url,
          headers: {
            'content-type': 'application/x-amz-json-1.0',
            'x-amz-target': 'PinpointSMSVoiceV2.DescribeOptedOutNumbers',
          },
          body,
        },
        { region: target.region, service: 'sms-voice' },
        target,
        at,
      )
      return { method: 'POST', url, headers, body }
    },
    read({ status, body }, { address }) {
      if (status === 200)
        return listed(field(body, 'OptedOutNumbers'), (entry) => sameAddress(field(entry, 'OptedOutNumber'), address))
      // A number that is not on the list is "not found"; so is a list of another name, and that tells nothing.
      const missing = /ResourceNotFoundException$/.test(String(field(body, '__type')))
      return status === 400 && missing && field(body, 'ResourceType') === 'opted-out-number' ? false : null
    },
  },
  // Twilio lists no opt-outs: only a message it refused after the opt-out shows one, and no such message shows nothing.
  twilio: {
    request: (target) =>
      get(
        `${from(target, 'https://api.twilio.com')}/2010-04-01/Accounts/${encodeURIComponent(target.accountSid)}/Messages.json?To=${encoded(target)}&PageSize=100`,
        { authorization: basic(target.accountSid, target.authToken) },
      ),
    read({ status, body }, { address }, optedOutAt) {
      if (status !== 200) return null
      const refused = listed(field(body, 'messages'), (entry) => {
        const sent = readInstant(String(field(entry, 'date_created') ?? ''), { zone: 'UTC' })
        const blocked = String(field(entry, 'error_code')) === '21610' && sameAddress(field(entry, 'to'), address)
        return blocked && sent !== undefined && sent.min >= optedOutAt
      })
      return refused === true ? true : null
    },
  },
}

export function requestTo(target: Target, at: Date): ListRequest {
  return (lists[target.system] as List<Target>).request(target, at)
}

/** What an answer says of the canary; `optedOutAt` in epoch ms. */
export function readingOf({ status, body }: ListAnswer, target: Target, optedOutAt: number): Reading {
  let document: unknown
  try {
    document = JSON.parse(body.toString('utf8'))
  } catch {
    // Only a list that answers by status alone needs no document.
    document = undefined
  }
  return (lists[target.system] as List<Target>).read({ status, body: document }, target, optedOutAt)
}
