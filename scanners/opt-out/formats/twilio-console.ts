import type { LogFormat } from '../row.ts'
import { readTwilioMessage } from './twilio-message.ts'

/** Messaging log as the Twilio Console exports it; column names from general knowledge, so they are matched by name only. */
export const twilioConsole: LogFormat = {
  id: 'twilio-console',
  title: 'Twilio Console message log',
  requires: [['from'], ['to'], ['status'], ['sentdate'], ['numsegments'], ['direction'], ['sid'], ['accountsid']],
  read: readTwilioMessage,
}
