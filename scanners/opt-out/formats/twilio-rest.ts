import type { LogFormat } from '../row.ts'
import { readTwilioMessage } from './twilio-message.ts'

/** Twilio REST Message resource as JSON or CSV; dates RFC 2822. https://www.twilio.com/docs/messaging/api/message-resource */
export const twilioRest: LogFormat = {
  id: 'twilio-rest',
  title: 'Twilio messages (REST)',
  requires: [
    ['sid'],
    ['accountsid'],
    ['direction'],
    ['datesent'],
    ['datecreated'],
    ['to'],
    ['status'],
    ['errormessage', 'uri', 'priceunit'],
  ],
  read: readTwilioMessage,
}
