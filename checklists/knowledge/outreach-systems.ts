/**
 * What systems that send messages or dial can and cannot do with an opt-out, by their makers' own words. Known before any
 * log is read, so it predicts and never proves. `confirmed: false` = the page was not read first-hand.
 */
export type OutreachSystem = {
  id: string
  name: string
  /** Names people write, folded to lower case; matched as whole words. */
  names: ReadonlyArray<string>
  /** Log formats by which the system shows in an import. */
  formats: ReadonlyArray<string>
  capabilities: ReadonlyArray<Capability>
}

/**
 * `stays`: an opt-out ends contact in one place only, others stay open. `waits`: it takes effect later. `opposite`: it
 * starts another contact. `keywords`: only listed words count. `asks`: the list is asked before each contact.
 */
export type Effect = 'stays' | 'waits' | 'opposite' | 'keywords' | 'asks'

export type Capability = {
  effect: Effect
  fact: string
  consequence: string
  /** Longest wait this adds, in hours. */
  waitHours?: number
  source: string
  confirmed: boolean
}

const page = (source: string) => ({ source, confirmed: true })
const unread = (source: string) => ({ source, confirmed: false })

export const outreachSystems: ReadonlyArray<OutreachSystem> = [
  {
    id: 'five9',
    name: 'Five9',
    names: ['five9', 'five 9'],
    formats: ['five9-calls'],
    capabilities: [
      {
        effect: 'waits',
        fact: 'Imports into its do-not-call list by file or interface are taken from 11 p.m. to 6 a.m. Pacific only.',
        consequence:
          'An opt-out at one minute past six waits up to 17 hours by that route, past every shift of the day.',
        waitHours: 17,
        ...unread('Five9 Configuration Web Services guide, addToDnc and bulk import'),
      },
    ],
  },
  {
    id: 'twilio',
    name: 'Twilio',
    names: ['twilio'],
    formats: ['twilio-rest', 'twilio-bulk-export', 'twilio-console', 'twilio-inbound'],
    capabilities: [
      {
        effect: 'stays',
        fact: 'STOP blocks one pair of numbers, or one Messaging Service.',
        consequence: 'Other sender numbers, e-mail and calls stay open until somebody carries the opt-out to them.',
        ...page('Twilio support, error 21610 (the From/To pair)'),
      },
      {
        effect: 'keywords',
        fact: 'Only single words such as STOP or UNSUBSCRIBE block; “stop please” does not.',
        consequence: 'Opt-outs in other words need a person or a program of the sender.',
        ...page('Twilio support, opt-out keywords for SMS'),
      },
    ],
  },
  {
    id: 'telnyx',
    name: 'Telnyx',
    names: ['telnyx'],
    formats: ['telnyx-messages', 'telnyx-opt-outs'],
    capabilities: [
      {
        effect: 'stays',
        fact: 'Block rules work at the level of a messaging profile.',
        consequence: 'Other profiles, e-mail and calls stay open.',
        ...page('https://developers.telnyx.com/docs/messaging/messages/advanced-opt-in-out'),
      },
      {
        effect: 'keywords',
        fact: 'Stop words count only when they are the only words of the message.',
        consequence: 'Opt-outs in other words need a person or a program of the sender.',
        ...page('https://support.telnyx.com/en/articles/1270091-sms-opt-out-keywords-and-stop-words'),
      },
    ],
  },
  {
    id: 'weave',
    name: 'Weave',
    names: ['weave'],
    formats: [],
    capabilities: [
      {
        effect: 'stays',
        fact: 'Preferences hold for one location and number; its stop words end texts only.',
        consequence: 'Other locations, e-mail and calls need another step.',
        ...unread('Weave help, text message opt-outs'),
      },
    ],
  },
  {
    id: 'mailchimp',
    name: 'Mailchimp',
    names: ['mailchimp', 'mail chimp'],
    formats: ['mailchimp-audience', 'mailchimp-unsubscribes'],
    capabilities: [
      {
        effect: 'stays',
        fact: 'Audiences are independent: an unsubscribe ends mail of one audience only.',
        consequence: 'Other audiences of the same account, texts and calls stay open.',
        ...page('https://mailchimp.com/help/about-unsubscribes/'),
      },
    ],
  },
  {
    id: 'sendgrid',
    name: 'SendGrid',
    names: ['sendgrid', 'send grid'],
    formats: ['sendgrid-events', 'sendgrid-suppressions'],
    capabilities: [
      {
        effect: 'stays',
        fact: 'A group unsubscribe ends mail of that group; a global one ends all mail.',
        consequence: 'After a group unsubscribe other groups stay open, as do texts and calls.',
        ...page('https://www.twilio.com/docs/sendgrid/api-reference/suppressions-suppressions'),
      },
    ],
  },
  {
    id: 'postmark',
    name: 'Postmark',
    names: ['postmark'],
    formats: ['postmark-subscriptions'],
    capabilities: [
      {
        effect: 'stays',
        fact: 'Suppressions hold for one server and message stream, and may take a minute to become active.',
        consequence: 'Other streams, texts and calls stay open.',
        waitHours: 1 / 60,
        ...page('https://github.com/activecampaign/postmark-php/wiki/Managing-Suppressions'),
      },
    ],
  },
  {
    id: 'hubspot',
    name: 'HubSpot',
    names: ['hubspot', 'hub spot'],
    formats: ['hubspot-statuses'],
    capabilities: [
      {
        effect: 'stays',
        fact: 'Statuses hang on the address and on a subscription type, or on all types.',
        consequence: 'A second address of the same person stays open, and other types unless all were ended.',
        ...page('https://developers.hubspot.com/docs/api-reference/latest/communication-preferences/guide'),
      },
    ],
  },
  {
    id: 'podium',
    name: 'Podium',
    names: ['podium'],
    formats: ['podium-contacts', 'podium-messages'],
    capabilities: [
      {
        effect: 'stays',
        fact: 'Opt-outs of campaigns and of other messages are kept apart.',
        consequence: 'Ask which of the two a STOP sets; the other may stay open.',
        ...unread('Podium developer reference, contact channels'),
      },
    ],
  },
  {
    id: 'aws',
    name: 'AWS End User Messaging',
    names: ['aws', 'amazon pinpoint', 'pinpoint', 'end user messaging'],
    formats: ['aws-opt-outs'],
    capabilities: [
      {
        effect: 'stays',
        fact: 'An opt-out list holds for the sender numbers it is tied to.',
        consequence: 'Numbers tied to another list, e-mail and calls stay open.',
        ...page('https://docs.aws.amazon.com/sms-voice/latest/userguide/opt-out-list.html'),
      },
    ],
  },
  {
    id: '1-800-notify',
    name: '1-800-Notify',
    names: ['1-800-notify', '1800notify', '1 800 notify', '800notify'],
    formats: [],
    capabilities: [
      {
        effect: 'opposite',
        fact: 'An opt-out of texts can make a phone call follow.',
        consequence: 'This is the opposite of an opt-out on every channel; switch it off.',
        ...unread('1-800-Notify help, text message opt-outs'),
      },
    ],
  },
  {
    id: 'braze',
    name: 'Braze',
    names: ['braze'],
    formats: [],
    capabilities: [
      {
        effect: 'keywords',
        fact: 'Opt-outs in near spellings are heard in English only, and not unless it is switched on.',
        consequence: 'Other words, and all Spanish ones, need a person or a program of the sender.',
        ...unread('Braze documentation, fuzzy opt-out'),
      },
    ],
  },
  {
    id: 'genesys',
    name: 'Genesys Cloud',
    names: ['genesys', 'purecloud', 'pure cloud'],
    formats: [],
    capabilities: [
      {
        effect: 'asks',
        fact: 'Before each call or e-mail of a campaign the latest do-not-contact list is asked.',
        consequence: 'Lists not tied to the campaign, and callbacks that were agreed, are not asked.',
        ...page('https://help.mypurecloud.com/articles/not-call-lists-view/'),
      },
    ],
  },
  {
    id: 'livevox',
    name: 'LiveVox',
    names: ['livevox', 'live vox'],
    formats: [],
    capabilities: [
      {
        effect: 'asks',
        fact: 'Numbers are checked against the do-not-call list right before a call is placed.',
        consequence: 'What counts is when the opt-out reaches that list.',
        ...page('https://docs.livevox.com/ (DNC editor, phone number tab)'),
      },
    ],
  },
]

/** The systems a person names, in the order of the table; words that are none of them are left over. */
export function systemsNamed(text: string): Array<OutreachSystem> {
  const folded = ` ${text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}-]+/gu, ' ')} `
  return outreachSystems.filter(({ names }) => names.some((name) => folded.includes(` ${name} `)))
}
