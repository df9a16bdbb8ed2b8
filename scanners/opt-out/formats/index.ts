import type { LogFormat } from '../row.ts'
import { amazonSesEvents } from './amazon-ses-events.ts'
import { awsOptOuts } from './aws-opt-outs.ts'
import { bandwidthMessages } from './bandwidth-messages.ts'
import { canonical } from './canonical.ts'
import { dialerDispositions } from './dialer-dispositions.ts'
import { five9Calls } from './five9-calls.ts'
import { hubspotStatuses } from './hubspot-statuses.ts'
import { klaviyoProfiles } from './klaviyo-profiles.ts'
import { mailchimpAudience } from './mailchimp-audience.ts'
import { mailchimpUnsubscribes } from './mailchimp-unsubscribes.ts'
import { mailgunEvents } from './mailgun-events.ts'
import { mailgunSuppressions } from './mailgun-suppressions.ts'
import { mandrillEvents } from './mandrill-events.ts'
import { messagebirdMessages } from './messagebird-messages.ts'
import { podiumContacts } from './podium-contacts.ts'
import { podiumMessages } from './podium-messages.ts'
import { postmarkSubscriptions } from './postmark-subscriptions.ts'
import { ringcentralCalls } from './ringcentral-calls.ts'
import { ringcentralOptOuts } from './ringcentral-opt-outs.ts'
import { sendgridEvents } from './sendgrid-events.ts'
import { sendgridSuppressions } from './sendgrid-suppressions.ts'
import { telnyxMessages } from './telnyx-messages.ts'
import { telnyxOptOuts } from './telnyx-opt-outs.ts'
import { twilioBulkExport } from './twilio-bulk-export.ts'
import { twilioConsole } from './twilio-console.ts'
import { twilioInbound } from './twilio-inbound.ts'
import { twilioRest } from './twilio-rest.ts'
import { vonageReceipts } from './vonage-receipts.ts'

/** Every log format that is recognised by its columns alone. A new one is its file and its line here. */
export const logFormats: ReadonlyArray<LogFormat> = [
  amazonSesEvents,
  awsOptOuts,
  bandwidthMessages,
  canonical,
  dialerDispositions,
  five9Calls,
  hubspotStatuses,
  klaviyoProfiles,
  mailchimpAudience,
  mailchimpUnsubscribes,
  mailgunEvents,
  mailgunSuppressions,
  mandrillEvents,
  messagebirdMessages,
  podiumContacts,
  podiumMessages,
  postmarkSubscriptions,
  ringcentralCalls,
  ringcentralOptOuts,
  sendgridEvents,
  sendgridSuppressions,
  telnyxMessages,
  telnyxOptOuts,
  twilioBulkExport,
  twilioConsole,
  twilioInbound,
  twilioRest,
  vonageReceipts,
]
