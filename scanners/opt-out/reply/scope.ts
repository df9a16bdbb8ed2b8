export type Channel = 'sms' | 'email' | 'voice'
export type Scope = 'all' | 'this' | 'unclear'

const words: ReadonlyArray<readonly [Channel, RegExp]> = [
  [
    'sms',
    /\b(?:texts?|texting|messaging|message (?:me|us)|mensajes? de texto|textos?|texte(?:[aeo]\w*|n)?|mensajear\w*|whatsapps?)\b/,
  ],
  ['email', /\b(?:emails?|emailing|emailed|mailing|newsletters?|correos?)\b/],
  [
    'voice',
    /\b(?:calls?|calling|called|phoning|phone (?:me|us|him|her|patient)|phone calls?|robo ?calls?|voicemails?|llam(?!ad[oa] )\w+)\b/,
  ],
]

/** What the writer goes on wanting: "e-mail only", "prefers text", "texts are fine", "call me instead". */
const wanted =
  /\b(?:text|texts|texting|call|calls|phone calls?|phone|calling|email|emails|emailing|mail) (?:me |us |him |her |messages? )?(?:is |are |s )?(?:only|ok|okay|fine|good|best|better|preferred|instead|works|allowed|welcome|if (?:you|it|there|anything))\b|\b(?:prefers?|preferred|only|just|rather (?:get|have|receive|be)?|would like|can|may|still|use|switch(?:ed)? to|please)(?<!\b(?:can|may|please) (?:not|stop|quit)) (?:get |receive |have |me |by |via |through |send |use )*(?:texts?|texting|texted|calls?|calling|called|emails?|emailed|emailing|phone calls?|a call|an email|a text)(?: me| messages?)?(?=$| (?:,|and|but|not|no|do|instead|please|over|because|only)\b| ,)|^(?:text|call|email) (?:me|us|him|her)\b|\b(?:solo|mejor|prefier[oe]) (?:por )?(?:textos?|correos?|llamadas?|mensajes?)\b/g

/** Channels a message names, whether it wants them or not. */
export function channelsIn(text: string): Array<Channel> {
  return words.filter(([, pattern]) => pattern.test(text)).map(([channel]) => channel)
}

const everyone =
  /\b(?:lists?|contact(?:ing|ed|s)?|communications?|communicating|(?:from|off|of|all|to|delete|cancel) everything|completely|all (?:calls|messages|contact|messaging|outreach|communications?)|reach(?:ing)? out|hear from|listas?|base de datos|sistema|contact\w+|saber (?:mas |nada )?(?:mas )?(?:nada )?de|molest\w+|suscripcion|busquen|nada con)\b/
const awayFromMe =
  /\b(?:leave|let|left|be left) (?:\w+ ){1,4}(?:alone|be)\b|\bleft alone\b|\bgo away\b|\b(?:fuck|piss|buzz|back|bug) off\b|\b(?:bugging|bothering|harassing|pestering|hounding|bother|harass|bug|pester) (?:me|us|her|him)\b|\bcease and desist\b|\b(?:lose|forget|erase|delete|destroy|wipe|purge) (?:my|our|his|her|their) (?:\w+ )?(?:number|digits|info|information|data|details|name)\b|\b(?:info|information|data|records?|system|database)\b|\bdnc\b|\bno contact\b|\bdo not contact\b|\bdejenme|\ben paz\b|\b(?:borr|elimin|olvid|pierd)\w* (?:mi|mis|su|sus|el|nuestro) (?:numero|datos|informacion|info|nombre|telefono)\b|\b(?:den|dar|deme|dame|dan|doy|de) (?:de )?baja\b|\bno molest\w+|\b(?:passed away|passed on|died|deceased|fallec\w+|murio|difunt[oa])\b/
const mailList =
  /\b(?:email|mailing|newsletter|mail) ?(?:lists?|distribution|address|database)?\b.*\blists?\b|\b(?:mailing|email) (?:lists?|distribution)\b|\bemail address\b|\baddress from\b|\bunsubscribe (?:me |us |please )*from (?:this|the|your) (?:\w+ )?(?:list|newsletters?|mailings?)\b/

/**
 * How far an opt-out reaches: `this` the one channel it refuses, `all` every channel, `unclear` where the words name
 * none or a channel it did not come by. `mailed` = the text carries the marks of an e-mail reply.
 */
export function scopeOf(text: string, { wrongNumber, mailed }: { wrongNumber: boolean; mailed: boolean }): Scope {
  if (wrongNumber) return 'this'
  if (/^(?:result |outcome )?do not call$|\bdo not call list\b|\bdo not call registry\b/.test(text)) return 'all'
  const refused = channelsIn(text.replace(wanted, ' '))
  if (refused.length > 1) return 'all'
  if (refused.length === 1 && /\bmensajes\b.*\bllam|\bllam.*\bmensajes\b/.test(text)) return 'all'
  if (mailList.test(text)) return 'this'
  if (refused[0] === 'sms' && /\b(?:texts?|texting|text message|sms|call|calling) (?:\w+ )?lists?\b/.test(text))
    return 'this'
  if (everyone.test(text) || (awayFromMe.test(text) && refused.length === 0)) return 'all'
  if (/\b(?:passed away|died|deceased|fallec\w+|murio)\b/.test(text)) return 'all'
  if (refused[0] === 'sms' || (refused[0] === 'voice' && !/\bvoicemails?|\bhouse\b/.test(text))) return 'this'
  if (refused[0] === 'email') return mailed ? 'this' : 'unclear'
  return /\b(?:mensajes|msjs|escrib\w+|this (?:number|phone)|my number|este numero)\b/.test(text) ? 'this' : 'unclear'
}
