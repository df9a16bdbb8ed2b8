export const channelWords: Record<string, string> = {
  sms: 'Texts',
  email: 'E-mails',
  voice: 'Calls',
  whatsapp: 'WhatsApp',
  push: 'Push',
  mail: 'Letters',
}
