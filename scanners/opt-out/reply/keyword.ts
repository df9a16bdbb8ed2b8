import { oneSlip } from './one-slip.ts'

// 47 CFR 64.1200(a)(10) names the first seven; carriers and vendors take the rest.
const perSe = ['stop', 'quit', 'end', 'revoke', 'opt out', 'cancel', 'unsubscribe']
const vendor = [
  'stop all',
  'remove',
  'remove me',
  'opt out all',
  'unsubscribe all',
  'unsubscribe me',
  'end all',
  'quit all',
  'cancel all',
  'stop texts',
  'stop now',
  'arret',
  'td',
]
const spanish = [
  'alto',
  'parar',
  'pare',
  'paren',
  'para ya',
  'baja',
  'detener',
  'no mas',
  'eliminar',
  'cancelar',
  'salir',
  'basta',
  'detenga',
  'detengan',
  'quitar',
  'borrar',
]
const words = new Set([...perSe, ...vendor, ...spanish])

const courtesy = new Set(
  'please kindly thanks thank you hi hello hey ok okay now sir maam sincerely regards asap immediately por favor gracias just yes ugh lol so and the a reply replying text send word sending i say said my is what want to'.split(
    ' ',
  ),
)

/** With one of these before it a short word is a sentence, not a keyword torn in two. */
const articles = new Set(
  'i we a an to no it is the of on so ok at he she you do did can quit stop end cancel not my in by or and y de el la un'.split(
    ' ',
  ),
)

/** Words of a living vocabulary one slip away from a keyword; they are never read as it. */
const neighbours = new Set(
  'step shop top strop slop atop stoop-ed spot post stow stub stock stops store story stone stove sport scop tops shot slot stay star send and tend bend lend mend fend rend wend vend ends endo ed en quite quiet quilt quip quid suit quint quits quote unit cancer candle cancels camel cancelled evoke invoke revoked revokes provoke remote removed remover removes remade alta alta-o salto alta ajo alti baba bala baa caja raja faja bajo bata pasar pagar padre par para pared parte parece nada sair salar subir saliva sali partir parir porar besta hasta vasta basto casta pasta salud tarde stomp stump steep swap soap stab stool'.split(
    ' ',
  ),
)

function mistyped(word: string): boolean {
  if (neighbours.has(word) || word.length < 3) return false
  const near = (target: string) =>
    target.length >= 4 ? oneSlip(word, target) : word.length >= 3 && /^(?:endd|ennd|edn|eend|emd|rnd)$/.test(word)
  if (['stop', 'quit', 'end', 'revoke', 'optout', 'cancel', 'remove', 'stopall'].some(near)) return true
  // Long enough to bear two slips.
  return /^un?n?s+[ub]{1,3}s?[cs]?[cr]?[ri]{0,2}[bp]?e?[sr]?$/.test(word) && word.length >= 5
    ? true
    : word.length >= 9 &&
        [...'unsubscribe'].filter((letter) => word.includes(letter)).length >= 9 &&
        word.startsWith('un')
}

/** Whether a whole message, in plain words, is nothing but an opt-out keyword with courtesy around it. */
export function bareKeyword(message: string): boolean {
  const left = message.split(' ').filter((word) => word !== '' && !/^\p{Emoji_Presentation}+$/u.test(word))
  while (left.length > 1 && courtesy.has(left[0]!)) left.shift()
  while (left.length > 1 && courtesy.has(left.at(-1)!)) left.pop()
  const joined = left.join(' ')
  if (words.has(joined)) return true
  if (left.every((word) => word === left[0]) && words.has(left[0]!)) return true
  if (left.length > 1 && left.every((word) => perSe.includes(word) || word === 'all' || word === 'remove')) return true
  if (/^(?:o|op|opt|optt|oopt|pot|otp) ?(?:o?ut|ouy|oput|outt|otu|uot|ot|put)$/.test(joined)) return true
  if (left.length === 2 && left.every((word) => !articles.has(word))) return mistyped(left.join(''))
  return left.length === 1 && mistyped(left[0]!)
}

/** Words that also end a visit, a cure or a bill. */
export function weakKeyword(text: string): boolean {
  return /^[^a-z]*(?:.*\b)?(?:cancel|end|quit|remove|stop|cancelar|cancelen|cancele|parar|pare|para|dejar|quitar|terminar|suspender|salir)\b/i.test(
    text,
  )
}
