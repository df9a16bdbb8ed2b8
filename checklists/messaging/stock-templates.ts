import type { Channel } from './template-result.ts'

/** Safe texts for the case that nothing of the original can be kept; own tests hold each at "pass". */
const stock: Record<Channel, { en: string; es: string }> = {
  sms: {
    en: '{{practice_name}}: Hi {{first_name}}, thank you for your recent visit. Share your feedback: {{review_link}} Reply STOP to opt out.',
    es: '{{practice_name}}: Hola {{first_name}}, gracias por su visita reciente. Denos su opinión: {{review_link}} Responda STOP para no recibir mensajes.',
  },
  whatsapp: {
    en: '{{practice_name}}: Hi {{first_name}}, thank you for your recent visit. Share your feedback: {{review_link}} Reply STOP to opt out.',
    es: '{{practice_name}}: Hola {{first_name}}, gracias por su visita reciente. Denos su opinión: {{review_link}} Responda STOP para no recibir mensajes.',
  },
  email: {
    en: 'Subject: Thank you for your visit\n\nHi {{first_name}}, thank you for visiting {{practice_name}}. Share your feedback: {{review_link}}\n{{practice_name}}, {{practice_address}}\n{{unsubscribe_link}}',
    es: 'Asunto: Gracias por su visita\n\nHola {{first_name}}, gracias por visitar {{practice_name}}. Denos su opinión: {{review_link}}\n{{practice_name}}, {{practice_address}}\n{{unsubscribe_link}}',
  },
  voicemail: {
    en: 'Hello, this is {{practice_name}} calling for {{first_name}}. Please call us back at {{practice_phone}}. Thank you.',
    es: 'Hola, le llamamos de {{practice_name}} para {{first_name}}. Por favor llámenos al {{practice_phone}}. Gracias.',
  },
  call_script: {
    en: 'Hello, this is {{practice_name}} calling for {{first_name}} about your recent visit. May we ask how it went? If you would rather we did not contact you again, tell me and I will note it now.',
    es: 'Hola, le llamamos de {{practice_name}} por su visita reciente. ¿Cómo fue su experiencia? Si no desea que le llamemos, dígame y lo anoto ahora.',
  },
  push: {
    en: '{{practice_name}}: thank you for your recent visit. Share your feedback: {{review_link}}',
    es: '{{practice_name}}: gracias por su visita reciente. Denos su opinión: {{review_link}}',
  },
  letter: {
    en: 'Dear {{first_name}}, thank you for your recent visit. Please share your feedback: {{review_link}}\n{{practice_name}}',
    es: 'Hola {{first_name}}, gracias por su visita reciente. Denos su opinión: {{review_link}}\n{{practice_name}}',
  },
}

export function stockTemplate(channel: Channel, spanish: boolean): string {
  return spanish ? stock[channel].es : stock[channel].en
}
