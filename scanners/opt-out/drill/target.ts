import { z } from 'zod'

const name = z.string().min(1)
const secret = z.string().min(1)
/** Which list is asked about which address. `base` replaces the vendor's own host, for its other regions and for stand-ins. */
const common = {
  channel: z.enum(['sms', 'email', 'voice']),
  name,
  address: name,
  base: z.url({ protocol: /^https?$/ }).optional(),
}

/** A read-only suppression list. Keys are used for this drill alone and stand in no result. */
export const targetSchema = z.discriminatedUnion('system', [
  z
    .strictObject({
      system: z.literal('generic'),
      channel: common.channel,
      name,
      address: name,
      /** `{address}` stands for the canary's. */
      url: z.url({ protocol: /^https?$/ }),
      headers: z.record(z.string(), z.string()).default({}),
      /** Present when the value at this dotted path exists, or equals `equals`. Without a path a 2xx means present. */
      path: z.string().optional(),
      equals: z.union([z.string(), z.number(), z.boolean()]).optional(),
      /** Whether a 404 says "not on the list". Else it tells nothing: it may as well be a wrong address. */
      notFoundIsAbsent: z.boolean().default(false),
    })
    .refine(({ path, notFoundIsAbsent }) => path !== undefined || notFoundIsAbsent, {
      message: 'Expected a path, or notFoundIsAbsent for a list that answers by status alone',
    }),
  z.strictObject({ system: z.literal('sendgrid'), ...common, apiKey: secret }),
  z.strictObject({ system: z.literal('mailgun'), ...common, apiKey: secret, domain: name }),
  z.strictObject({
    system: z.literal('postmark'),
    ...common,
    serverToken: secret,
    stream: name.default('outbound'),
  }),
  z.strictObject({ system: z.literal('telnyx'), ...common, apiKey: secret, messagingProfileId: name.optional() }),
  z.strictObject({ system: z.literal('hubspot'), ...common, token: secret }),
  z.strictObject({
    system: z.literal('mailchimp'),
    ...common,
    /** Ends in the data centre, `…-us6`. */
    apiKey: z.string().regex(/-[a-z]+\d+$/, 'Expected a key that ends in its data centre, like …-us6'),
    listId: name,
  }),
  z.strictObject({
    system: z.literal('aws'),
    ...common,
    region: name,
    optOutList: name.default('Default'),
    accessKeyId: secret,
    secretAccessKey: secret,
    sessionToken: secret.optional(),
  }),
  z.strictObject({ system: z.literal('twilio'), ...common, accountSid: name, authToken: secret }),
])
export type Target = z.infer<typeof targetSchema>
