import type { LogFormat } from '../row.ts'
import { type TableFacts, tableReader, usedColumns } from './table.ts'

/**
 * Tables that vendors' own pages and reports give: by which folded columns each is known, and what is known of it
 * beyond the names. `source` is where the columns are documented; "seen in use" are public programs that read them.
 */
type VendorTable = Pick<LogFormat, 'id' | 'title' | 'requires'> & {
  excludes?: ReadonlyArray<string>
  fileName?: RegExp
  facts: TableFacts
  source: string
}

const vendorTables: ReadonlyArray<VendorTable> = [
  {
    id: 'twilio-message-table',
    title: 'Twilio message log (table)',
    requires: [
      ['messagesid', 'smssid', 'sid', 'messagesids'],
      ['from', 'fromnumber'],
      ['to', 'tonumber'],
      ['status', 'messagestatus'],
      ['direction', 'messagingservicesid', 'numsegments', 'segments', 'apiversion'],
    ],
    excludes: ['callsid', 'duration', 'callduration', 'kind'],
    facts: { channel: 'sms', optOutCodes: ['21610', '30004'] },
    source: 'https://www.twilio.com/docs/messaging/api/message-resource ; From,To,Body,Status,SentDate… seen in use',
  },
  {
    id: 'twilio-call-table',
    title: 'Twilio call log (table)',
    requires: [
      ['callsid', 'sid'],
      ['from', 'fromnumber'],
      ['to', 'tonumber'],
      ['status', 'callstatus'],
      ['duration', 'callduration'],
    ],
    excludes: ['body', 'kind'],
    facts: { channel: 'voice' },
    source: 'https://www.twilio.com/docs/voice/api/call-resource',
  },
  {
    id: 'sendgrid-activity',
    title: 'SendGrid activity (table)',
    requires: [
      ['messageid', 'msgid', 'sgmessageid'],
      ['email', 'toemail', 'recipientemail', 'to'],
      ['event', 'status', 'lastevent'],
      [
        'apikeyid',
        'asmgroupid',
        'lasteventtime',
        'originatingip',
        'outboundip',
        'outboundiptype',
        'openscount',
        'processed',
        'sgeventid',
        'recvmessageid',
        'teammate',
      ],
    ],
    facts: {
      channel: 'email',
      zone: 'UTC',
      columns: { dispatched: ['processed'] },
      words: { blocked: 'failed', not_delivered: 'failed', processing: 'accepted', drop: 'failed' },
    },
    source: 'https://www.twilio.com/docs/sendgrid/api-reference/email-activity/request-a-csv',
  },
  {
    id: 'mandrill-activity',
    title: 'Mandrill activity export',
    requires: [
      ['date'],
      ['emailaddress', 'email'],
      ['sender'],
      ['subject'],
      ['status'],
      ['tags', 'subaccount', 'bouncedetail'],
    ],
    facts: { channel: 'email', zone: 'UTC', words: { rejected: 'failed' } },
    source: 'Date,Email Address,Sender,Subject,Status,Tags,Subaccount,Opens,Clicks,Bounce Detail: seen in use',
  },
  {
    id: 'mandrill-rejects',
    title: 'Mandrill rejection list',
    requires: [
      ['email', 'emailaddress'],
      ['reason'],
      ['createdat', 'created', 'lasteventat'],
      ['expiresat', 'expired', 'lasteventat'],
    ],
    facts: { channel: 'email', zone: 'UTC', list: true },
    source: 'https://mailchimp.com/developer/transactional/api/rejects/list-denylisted-emails/',
  },
  {
    id: 'mailchimp-contacts',
    title: 'Mailchimp contacts (table)',
    requires: [
      ['emailaddress'],
      ['unsubtime', 'unsubcampaigntitle', 'unsubreason'],
      ['leid', 'euid', 'lastchanged', 'memberrating'],
    ],
    facts: { channel: 'email', zone: 'UTC', list: true },
    source: 'Email Address,…,UNSUB_TIME,UNSUB_REASON,LEID,EUID: seen in use',
  },
  {
    id: 'postmark-suppressions',
    title: 'Postmark suppressions',
    requires: [
      ['emailaddress', 'recipient', 'email'],
      ['suppressionreason', 'reason'],
      ['origin'],
      ['createdat', 'datecreated', 'changedat'],
    ],
    excludes: ['recordtype'],
    facts: { channel: 'email', list: true },
    source: 'https://postmarkapp.com/developer/api/suppressions-api',
  },
  {
    id: 'postmark-messages',
    title: 'Postmark messages (table)',
    requires: [['messageid'], ['messagestream', 'messagestreamid'], ['recipient', 'recipients', 'to', 'recipients.0']],
    excludes: ['recordtype', 'kind'],
    facts: { channel: 'email' },
    source: 'https://postmarkapp.com/developer/api/messages-api',
  },
  {
    id: 'mailgun-log-table',
    title: 'Mailgun log (table)',
    requires: [
      ['event', 'eventtype'],
      ['recipient', 'recipientaddress'],
      ['timestamp', 'time', 'date', 'datetime'],
      [
        'messageid',
        'messageheadersmessageid',
        'message.headers.messageid',
        'envelopesender',
        'loglevel',
        'severity',
        'deliverystatuscode',
        'deliverystatus.code',
      ],
    ],
    excludes: ['sgeventid', 'kind'],
    facts: { channel: 'email' },
    source: 'https://documentation.mailgun.com/docs/mailgun/user-manual/events',
  },
  {
    id: 'telnyx-message-records',
    title: 'Telnyx message detail records',
    requires: [
      ['cld'],
      ['cli'],
      ['direction'],
      ['createdat', 'sentat', 'completedat'],
      ['status', 'deliverystatus', 'profilename', 'messagetype', 'parts'],
    ],
    facts: { channel: 'sms', zone: 'UTC', optOutCodes: ['40300'] },
    source: 'https://developers.telnyx.com/api-reference/mdr-detailed-reports ; fields of MessageDetailRecord',
  },
  {
    id: 'telnyx-call-records',
    title: 'Telnyx call detail records',
    requires: [
      ['cld'],
      ['cli'],
      ['direction'],
      ['starttime', 'startedat', 'initiatedat'],
      ['callsec', 'billedsec', 'durationsec', 'hangupcause', 'answeredat', 'calluuid'],
    ],
    facts: { channel: 'voice', zone: 'UTC' },
    source: 'https://developers.telnyx.com/api-reference/cdr-detailed-reports',
  },
  {
    id: 'bandwidth-message-table',
    title: 'Bandwidth messages (table)',
    requires: [
      ['messageid', 'id'],
      ['sourcetn', 'source', 'from', 'sourcenumber'],
      ['destinationtn', 'destination', 'to', 'destinationnumber'],
      ['messagedirection', 'direction'],
      ['messagestatus', 'status'],
      [
        'carriername',
        'campaignid',
        'campaignclass',
        'segmentcount',
        'errorcode',
        'messagetype',
        'applicationid',
        'receivetime',
      ],
    ],
    excludes: ['accountsid', 'sid', 'kind', 'network', 'clientref'],
    facts: { channel: 'sms' },
    source: 'https://dev.bandwidth.com/apis/messaging-apis/messaging/#tag/Messages (list messages)',
  },
  {
    id: 'vonage-message-report',
    title: 'Vonage SMS report',
    requires: [
      ['messageid'],
      ['from'],
      ['to'],
      ['datereceived', 'datefinalized'],
      ['status'],
      ['clientref', 'network', 'networkname', 'latency', 'accountid'],
    ],
    facts: { channel: 'sms', zone: 'UTC' },
    source: 'https://developer.vonage.com/en/reports/overview (columns of the SMS product)',
  },
  {
    id: 'vonage-inbound',
    title: 'Vonage inbound messages',
    requires: [
      ['msisdn'],
      ['to'],
      ['text'],
      ['messageid'],
      ['messagetimestamp', 'timestamp'],
      ['keyword', 'apikey', 'type'],
    ],
    excludes: ['status', 'errcode', 'scts'],
    facts: { channel: 'sms', zone: 'UTC', way: 'in', columns: { noted: ['messagetimestamp', 'timestamp'] } },
    source: 'https://developer.vonage.com/en/messaging/sms/guides/inbound-sms',
  },
  {
    id: 'sinch-inbounds',
    title: 'Sinch inbound messages',
    requires: [['from'], ['to'], ['body'], ['receivedat'], ['operatorid', 'clientreference', 'type']],
    excludes: ['status', 'direction'],
    facts: { channel: 'sms', way: 'in' },
    source: 'https://developers.sinch.com/docs/sms/api-reference/sms/tag/Inbounds/',
  },
  {
    id: 'telnyx-email-blocks',
    title: 'Telnyx e-mail suppressions',
    requires: [['to'], ['reason'], ['source'], ['scope'], ['createdat'], ['expiresat', 'groupid', 'domainid']],
    facts: { channel: 'email', list: true },
    source: 'https://developers.telnyx.com/docs/email',
  },
  {
    id: 'plivo-message-table',
    title: 'Plivo messages (table)',
    requires: [
      ['messageuuid'],
      ['fromnumber', 'from'],
      ['tonumber', 'to'],
      ['messagestate', 'status', 'messagestatus'],
      ['messagetime', 'time', 'sentat', 'messagedirection'],
    ],
    // 200: the sender was blocked by STOP from the destination number.
    facts: { channel: 'sms', optOutCodes: ['200'] },
    source: 'https://www.plivo.com/docs/messaging/api/message',
  },
  {
    id: 'ringcentral-call-table',
    title: 'RingCentral call log (table)',
    requires: [
      ['type', 'direction'],
      ['phonenumber', 'from'],
      ['date', 'datetime', 'starttime'],
      ['action'],
      ['actionresult', 'result', 'resultdescription'],
      ['duration', 'name', 'extension', 'forwardedto'],
    ],
    facts: { dayFirst: false },
    source:
      '"Type","Phone Number","Name","Date","Time","Action","Action Result","Result Description","Duration": seen in use',
  },
  {
    id: 'five9-call-table',
    title: 'Five9 call log (table)',
    requires: [
      ['callid'],
      ['timestamp', 'date', 'datetime'],
      ['campaign', 'campaignname'],
      ['disposition'],
      ['dnis', 'ani', 'number1', 'customerphone'],
    ],
    facts: { channel: 'voice', dayFirst: false },
    source: 'CALL ID,TIMESTAMP,CAMPAIGN,CALL TYPE,AGENT,DISPOSITION,ANI,DNIS,SESSION ID: seen in use',
  },
  {
    id: 'aws-opt-out-table',
    title: 'AWS opt-out list (table)',
    requires: [
      ['optedoutnumber', 'phonenumber', 'destinationphonenumber'],
      ['optedouttimestamp', 'optouttimestamp', 'timestamp'],
      ['optoutlistname', 'optoutlistarn', 'enduseroptedout', 'enduseroptout'],
    ],
    facts: { channel: 'sms', list: true },
    source: 'https://docs.aws.amazon.com/pinpoint/latest/apireference_smsvoicev2/API_OptedOutNumberInformation.html',
  },
  {
    id: 'hubspot-unsubscribes',
    title: 'HubSpot opt-outs (table)',
    requires: [
      ['email', 'recipient', 'emailaddress', 'contactemail'],
      [
        'subscriptiontype',
        'subscriptionname',
        'subscription',
        'subscriptionid',
        'optedoutofall',
        'unsubscribedfromallemail',
      ],
      ['status', 'subscriptionstatus', 'optedoutofall', 'unsubscribedfromallemail', 'change', 'changetype'],
      [
        'timestamp',
        'date',
        'updatedat',
        'optoutdate',
        'lastupdated',
        'changedate',
        'dateoptedout',
        'unsubscribedate',
        'occurredat',
        'changetimestamp',
      ],
    ],
    facts: { channel: 'email' },
    source: 'https://developers.hubspot.com/docs/api-reference/communication-preferences-subscriptions-v4',
  },
  {
    id: 'brevo-log',
    title: 'Brevo transactional log',
    requires: [
      ['sttext', 'event', 'statut', 'status'],
      ['email', 'to', 'recipient', 'frm'],
      ['date', 'ts', 'tsdate'],
      ['mid', 'messageid', 'sub', 'subject'],
      ['link', 'mid', 'tag', 'tags', 'frm', 'templateid'],
    ],
    facts: {
      channel: 'email',
      dayFirst: true,
      columns: { event: ['sttext', 'statut'], reference: ['mid'], from: ['frm'] },
      words: { requests: 'accepted', 'first opening': 'nothing' },
    },
    source: 'https://developers.brevo.com/reference/getemaileventreport-1',
  },
]

/** The vendors' tables as formats, asked only when no format of its own file knows the columns. */
export function vendorTableFormats(names: ReadonlySet<string>, file: string): Array<LogFormat> {
  return vendorTables.map(({ id, title, requires, excludes, fileName, facts }) => {
    let read: LogFormat['read'] | undefined
    return {
      id,
      title,
      requires,
      uses: usedColumns(names),
      ...(excludes && { excludes }),
      ...(fileName && { fileName }),
      read: (row, name) => {
        read ??= tableReader(names, file, facts)
        return read(row, name)
      },
    }
  })
}

export const vendorTableTitles: ReadonlyArray<Pick<LogFormat, 'id' | 'title'>> = vendorTables
