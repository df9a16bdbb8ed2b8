/** What is not the writer's own words, taken away before reading. `parts` names what went; `pure` = nothing else was there. */
export type Stripped = { text: string; offset: number; parts: Array<string>; reaction: boolean; echo: boolean }

const reaction =
  /^\s*(?:liked|loved|disliked|laughed at|emphasi[sz]ed|questioned|reacted\s+\S+\s+to|\S{1,4}\s+to|removed an? \w+(?: \w+)? from|le gust[oó]|no le gust[oó]|me gusta|le encant[oó]|se r(?:ió|io) de|le dio risa|enfatiz[oó]|cuestion[oó]|destac[oó])\s*(?:a\s+)?["“«']/i
const footer =
  /["“]?\b(?:msg\s*(?:&|and)\s*data rates may apply\.?\s*)?(?:reply|text|txt|send|responda|responde|env[ií]e|respond|conteste)\s+(?:with\s+|con\s+)?["“']?(?:stop|end|quit|cancel|alto|baja|parar|unsubscribe)["”']?\s+(?:to|2|para|at any time to)\s+(?:opt[\s-]?out|end|unsubscribe|quit|cancel|stop|be removed|cancelar|dejar de recibir(?:\s+mensajes)?|darse de baja|no recibir m[aá]s(?:\s+mensajes)?|salir)(?:\s+(?:of|from|receiving)?\s*(?:these|our|all|further|future)?\s*(?:messages?|texts?|mensajes))?\.?["”]?/gi
const tails: ReadonlyArray<readonly [string, RegExp]> = [
  ['quoted-mail', /\n[^\n]*\b(?:wrote|escribi[oó]):\s*(?:\n[\s\S]*)?$/i],
  ['quoted-mail', /\n?-{2,}\s*(?:original message|forwarded message|mensaje original)[\s\S]*$/i],
  ['quoted-mail', /\n(?:from|de):[^\n]+\n(?:sent|date|to|enviado|fecha|para):[\s\S]*$/i],
  ['quoted-mail', /\nOn\b[^\n]{6,120}(?:,|\bat\b)[\s\S]*?wrote:[\s\S]*$/i],
  ['signature', /\n(?:--\s*\n|sent from my |enviado desde mi |get outlook for )[\s\S]*$/i],
  ['signature', /\s+sent from my (?:iphone|ipad|galaxy|android|samsung)[\s\S]*$/i],
]
const noteHead =
  /^\s*(?:\[(?:voicemail|vm|transcript|call note|note|lvm|inbound|outbound|call)\]|(?:dispo(?:sition)?|outcome|note|call note|vm|voicemail|transcript|result|nota|reply|re|fwd?|subject|asunto)\s*:)\s*/i

/** Blanks a stretch out, so that every offset after it stays true. */
function blank(text: string, from: number, to: number): string {
  return text.slice(0, from) + text.slice(from, to).replace(/[^\n]/g, ' ') + text.slice(to)
}

/** Takes away quoted mail, signatures, reactions to our own message, our echoed footer and heads of call notes. */
export function strip(original: string): Stripped {
  const parts: Array<string> = []
  if (reaction.test(original)) return { text: '', offset: 0, parts: ['reaction'], reaction: true, echo: false }
  let text = original
  const cut = (name: string, pattern: RegExp) => {
    const match = pattern.exec(text)
    if (match === null || text.slice(0, match.index).trim() === '') return
    text = blank(text, match.index, match.index + match[0].length)
    parts.push(name)
  }
  for (const [name, pattern] of tails) cut(name, pattern)
  // A message of quote marks alone is somebody's own ">stop".
  const quoted = [...text.matchAll(/^[ \t]*>.*$/gm)]
  const ownWords = text.replace(/^[ \t]*>.*$/gm, '').trim() !== ''
  for (const match of ownWords ? quoted : []) {
    text = blank(text, match.index, match.index + match[0].length)
    parts.push('quoted-mail')
  }
  const head = noteHead.exec(text)
  if (head !== null && text.length > head[0].length) {
    text = blank(text, 0, head[0].length)
    parts.push('note-head')
  }
  let echo = false
  for (const match of [...text.matchAll(footer)]) {
    text = blank(text, match.index, match.index + match[0].length)
    parts.push('footer')
    echo = true
  }
  return { text, offset: 0, parts: [...new Set(parts)], reaction: false, echo }
}
