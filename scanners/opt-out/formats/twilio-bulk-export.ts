import type { LogFormat } from '../row.ts'
import { readTwilioMessage } from './twilio-message.ts'

/** Twilio BulkExport JSON Lines; ISO dates, without error_message and price_unit. https://www.twilio.com/docs/usage/bulkexport */
export const twilioBulkExport: LogFormat = {
  id: 'twilio-bulk-export',
  title: 'Twilio bulk export',
  requires: [['sid'], ['accountsid'], ['apiversion'], ['direction'], ['datesent'], ['datecreated'], ['to'], ['status']],
  excludes: ['errormessage', 'priceunit'],
  read: readTwilioMessage,
}
