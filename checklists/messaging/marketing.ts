import type { PlainText } from './plain-text.ts'

export type PhraseHit = { from: number; to: number }

/**
 * Offers, incentives, third-party products, referral bounties. Bounded gaps only, so every pattern is linear. `words`:
 * no match is without one of them, so a text that has none need not be searched.
 * "offer us a few words", "a special thank you", "free parking" are no offers.
 */
const offers: ReadonlyArray<readonly [words: string, pattern: RegExp]> = [
  [
    'deal deals offer offers savings discount special specials',
    /\b(?:have|has|got|with) (?:a|an|some|great|special) (?:\w+ )?(?:deal|deals|offer|offers|savings|discount|special|specials) (?:for|on|just)\b/g,
  ],
  [
    'two 2 three 3 half reduced lower lowest low special bundle package intro',
    /\b(?<!(?:reply|press|text|dial|option|or) )(?:two|2|three|3) (?:for|4) (?:one|1|the price)\b|\b(?:half|reduced|lower|lowest|low|special|bundle|package|intro) (?:price|prices|pricing|priced)\b/g,
  ],
  [
    'dos 2 tres 3 mitad precio precios',
    /\b(?:dos|2|tres|3) (?:por|x) (?:uno|1|dos|2)\b|\ba mitad de precio\b|\bprecios? (?:especial|especiales|rebajado|rebajados|reducidos?)\b/g,
  ],
  [
    'shop browse order stock pick try',
    /\b(?:shop|browse|order|stock up on|pick up|try) (?:our|the|new|your) (?:\w+ )?(?:store|shop|products?|line|collection|skincare|serums?|bundles?|specials)\b/g,
  ],
  ['off', /\b\d{1,3} (?:percent |dollars )?off\b/g],
  [
    'discount discounts discounted coupon coupons voucher vouchers giveaway giveaways raffle sweepstakes rebate bogo flash clearance promo promos promotion promotions promotional groupon freebie freebies upsell',
    /\b(?:discount|discounts|discounted|coupon|coupons|voucher|vouchers|giveaway|giveaways|raffle|sweepstakes|rebate|bogo|flash sale|clearance|promo|promos|promotion|promotions|promotional|groupon|freebie|freebies|upsell)\b/g,
  ],
  [
    'offer offers deal deals special specials savings pricing rate rates price prices sale gift treat bundle package packages',
    /\b(?:special|limited time|limited|exclusive|partner|introductory|holiday|birthday|new patient|seasonal|spring|summer|fall|winter|monthly|great|our latest|summer) (?:offer|offers|deal|deals|special|specials|savings|pricing|rate|rates|price|prices|sale|gift|treat|bundle|package|packages)\b/g,
  ],
  [
    'offer offers special specials deal',
    /\b(?:offers? (?:end|ends|expires?|valid|good|inside|code)|specials? (?:end|ends|this|on|of)|deal of the|offer of the|todays? (?:deal|special))\b/g,
  ],
  ['code', /\b(?:use|with|enter|apply|mention) (?:promo |offer |coupon )?code (?!\d)[a-z]+\d*\b/g],
  [
    'save saving',
    /\b(?:save|saving) (?:up to |an extra |an additional |big |over )?(?:\d+|on your|on all|on a|on our|on|big|hundreds)\b/g,
  ],
  ['buy purchase', /\b(?:buy|purchase) (?:one|two|1|2|a|any|\d+)(?: \w+){0,3} ?,? ?(?:get|and get)\b/g],
  [
    'free complimentary bonus half second 2nd third',
    /\bget (?:a |your |one |1 |an )?(?:free|complimentary|bonus|half) (?!access|in|back|directions|parking|copy|from|up|to|wifi|wi)\w+|\bget (?:a |the |your )?(?:second|2nd|third) (?:one|pair|box|bottle|syringe|area|unit|session|treatment|item|month|free|half)/g,
  ],
  [
    'free complimentary',
    /\b(?:free|complimentary) (?:gift|gifts|whitening|consult|consults|consultation|consultations|sample|samples|trial|session|sessions|treatment|treatments|upgrade|month|week|exam|massage|facial|product|add on|class|coffee card|swag|screening|evaluation|assessment|skincare|item|shipping)\b/g,
  ],
  [
    'card cards certificate certificates basket',
    /\b(?:gift|coffee|store|movie|prepaid|cash) (?:card|cards|certificate|certificates|basket)\b/g,
  ],
  [
    'starbucks amazon visa target walmart doordash uber apple',
    /\b(?:starbucks|amazon|visa|target|walmart|doordash|uber|apple) (?:card|gift|credit|voucher)\b/g,
  ],
  [
    'friend friends family loved coworker coworkers neighbor neighbors buddy',
    /\b(?:refer|bring|invite|tell|send)(?: us)? (?:a|your|any|some|3|three|two) (?:friends?|family|loved one|coworkers?|neighbors?|buddy)\b(?= (?:and|to|we|you|they|for|get|both|this|or|who|from)|,)[^.|]{0,60}?\b(?:get|gets|receive|receives|earn|earns|off|credit|reward|rewards|bonus|free|save|win|each|both|gift|thank you gift|\d+)\b/g,
  ],
  ['referral', /\breferral (?:bonus|reward|rewards|credit|program|bounty|fee|gift)\b/g],
  [
    'earn earning redeem collect bonus double loyalty reward rewards',
    /\b(?:earn|earning|redeem|collect|bonus|double|loyalty|reward|rewards) (?:points|rewards|credits?|miles|cash|perks|\d+ points)\b/g,
  ],
  [
    'loyalty rewards vip membership member',
    /\b(?:loyalty|rewards|vip|membership|member) (?:program|club|rewards|plan|pricing|perks|discount|special)\b/g,
  ],
  [
    'win winning chance drawing enter entered',
    /\b(?:win|winning|chance at|drawing for|enter(?:ed)? (?:to|into|for)(?: win)?)(?: a| an| our| the| one| \d+| to win)? (?:free |new |gift|ipad|tv|prize|prizes|drawing|raffle|spa|\w+ card|\d+)/g,
  ],
  [
    'chance entered win prize enter drawing',
    /\b(?:chance to win|entered to win|win a|win an|you could win|prize drawing|enter our|enter to win|drawing for)\b/g,
  ],
  [
    'ask check try offering offer introducing upgrade add',
    /\b(?:ask (?:us |me |about |your \w+ |the \w+ ){1,3}(?:our new|our latest|new|adding|upgrading|add on)|check out our new|try our new|try our latest|now offering|we now offer|proud to offer|introducing (?:our|the|a)|also offer|upgrade (?:your|to)|add on (?:a|to|your|any))\b/g,
  ],
  [
    'save get receive earn enjoy lock',
    /\b(?:book|schedule|buy|order|call|sign up|act|shop|reserve|join)(?: \w+){0,3} (?:and|to) (?:save|get \d+|receive \d+|get a|receive a|earn|enjoy \d+|lock in)\b/g,
  ],
  [
    'black cyber',
    /\b(?:black friday|cyber monday) (?:deals?|sale|specials?|offers?|savings|events?|pricing|prices|starts?|week|weekend (?:deal|sale|special))\b|\b(?:deals?|sale|specials?|offers?|savings|off) (?:\w+ ){0,3}(?:black friday|cyber monday)\b/g,
  ],
  [
    'ends only while limited miss chance act buy shop order',
    /\b(?:offers?|sale|deals?|specials?|pricing|prices?|promo\w*|savings|event|season) ends soon\b|\b(?:this week only|today only|this month only|while supplies last|limited time|dont miss out|last chance to save|act now|buy now|shop now|shop our|shop the|order now|order yours)\b/g,
  ],
  [
    'sponsored sponsor sponsors partner partners affiliate friends brought',
    /\b(?:sponsored by|our sponsor|our sponsors|our partners?(?! (?:lab|hospital|clinic|survey|site|office|practice|at|on|for|in|who|will|is|are|may|and))|partner offer|affiliate|from our friends at|brought to you by)\b/g,
  ],
  [
    'supplement supplements skincare skin product merch gift membership memberships monthly financing dream 0 interest payment starting only just package packages',
    /\b(?:supplement|supplements|skincare line|skin care line|product line|skincare products|merch|(?<!(?:the|past|by|to|near|beside|from|behind|above) )(?:the )?gift shop|memberships?|monthly plan|financing available|about financing|dream smile|0 apr|interest free|no interest|payment plans starting|(?:prices?|plans?|packages?|sessions?|treatments?|syringes?|specials?|care) starting at \d+|only \d\d+ (?:per|a|this|for)|just \d\d+ (?:per|a|this|for)|for only \d+|packages? (?:start|available|from))\b/g,
  ],
  ['exchange return', /\bin (?:exchange|return) for (?:a|your|leaving|an honest)\b/g],
  [
    'get receive earn entered send give enjoy claim thank say chance dollars gift free treat',
    /\b(?:review|reviews|feedback|survey|rating|rate us)\b[^.|]{0,50}?\b(?:and|to|youll|well|you will|for|get) (?:get|receive|earn|be entered|send you|give you|enjoy|claim|thank you with|say thanks with|a chance|\d+ dollars|a gift|a free|a treat)\b/g,
  ],
  [
    'get receive earn claim enjoy take',
    /\b(?:get|receive|earn|claim|enjoy|take) (?:a |an |your |up to )?\d+ (?:dollars?|off|credit|gift|reward|bonus|for (?:every|each|your|a))\b/g,
  ],
  [
    'descuento descuentos oferta ofertas promocion promociones cupon cupones rifa sorteo regalo regalos obsequio liquidacion limitado semana membresia paquetes 2x1 dos aproveche recompensa recompensas',
    /\b(?:descuento|descuentos|oferta|ofertas|promocion|promociones|cupon|cupones|rifa|sorteo|regalo|regalos|tarjeta de regalo|obsequio|liquidacion|por tiempo limitado|solo esta semana|membresia|paquetes desde|2x1|dos por uno|aproveche|recompensa|recompensas)\b/g,
  ],
  [
    'recomiende refiera invite traiga',
    /\b(?:recomiende|refiera|invite|traiga) a (?:un|su|sus) (?:amigos?|amiga|familiar|familia)\b/g,
  ],
  ['gane ganar participe', /\b(?:gane|ganar|participe)(?: \w+){0,2} (?:un|una|premio|premios|\d+)\b/g],
  [
    'gratis gratuita gratuito',
    /\b(?:gratis|gratuita|gratuito) (?:con|al|por|de blanqueamiento|si)\b|\b(?:consulta|evaluacion|sesion|limpieza) (?:gratis|gratuita)\b/g,
  ],
  ['ahorre', /\bahorre (?:\d+|hasta|en)\b/g],
]

let patternsOf: Map<string, Array<number>> | undefined

/** Which patterns a text may match, by the words it holds. */
function possible(text: string): ReadonlyArray<number> {
  if (patternsOf === undefined) {
    patternsOf = new Map()
    for (const [at, [words]] of offers.entries()) {
      for (const word of words.split(' ')) patternsOf.set(word, [...(patternsOf.get(word) ?? []), at])
    }
  }
  const found = new Set<number>()
  for (const word of text.split(/\W+/)) for (const at of patternsOf.get(word) ?? none) found.add(at)
  return found.size < 2 ? [...found] : [...found].sort((a, b) => a - b)
}

const none: ReadonlyArray<number> = []

/** Words that look like offers and are not, right around the hit. */
const innocent =
  /\b(?:no|not an?|never an?|isnt an?|without) (?:special |limited |promo(?:tion)?s?|discount|offer|purchase|gift)|\bgift of\b|\ba (?:great|good) deal (?:to|of|about|more|for us)\b|\bspecial (?:offer|rate)s? of thanks|\b(?:email|text|message)s? about promotions|\bno promotions?\b|\bpromotion to\b|\breceived a promotion\b|\bsave the date\b|\bsave (?:this|our) (?:number|contact|text)|\bfor sale\b|\b(?:now offering|now offer|also offer|proud to offer|introducing (?:our|the|a)|check out our new|try our new|upgrade(?:d)? (?:your|to)) (?:\w+ ){0,2}?(?:hours|appointments?|visits?|slots|times|parking|check in|portal|website|site|app|lobby|locations?|offices?|building|telehealth|evenings?|weekends?|saturdays?|sundays?|online|texting|messag\w+|interpreters?|wifi|phones?|system|version|software|password|browser|newsletter|blog|kiosk|forms?|scheduling|booking|reminders?|paperwork|receptionist|staff|team|doctor|provider|member|menu|space|waiting|door|entrance)\b|\bnever sell\b/

export function marketingHits(plain: PlainText): Array<PhraseHit> {
  const found: Array<PhraseHit> = []
  for (const at of possible(plain.text)) {
    const offer = offers[at]![1]
    offer.lastIndex = 0
    for (const match of plain.text.matchAll(offer)) {
      const around = plain.text.slice(Math.max(0, match.index - 20), match.index + match[0].length + 40)
      if (innocent.test(around)) continue
      found.push({ from: plain.wordAt(match.index), to: plain.wordAt(match.index + match[0].length - 1) + 1 })
    }
  }
  return found
}

/** Amounts of money given away: "$25 off", "a $5 card", "$50 credit"; read in the original, where the sign stands. */
export function moneyOffers(text: string): Array<{ start: number; end: number }> {
  if (!/[$%]/.test(text)) return []
  const found: Array<{ start: number; end: number }> = []
  const shape =
    /[$]\s?\d[\d.,]*\s?(?:off|credit|gift|reward|bonus|card|voucher|amazon|starbucks|visa|discount|value|de descuento|para cada)\b|\b\d{1,3}\s?%\s?(?:off|discount|savings|more|de descuento|menos|back|cash)\b|(?:get|earn|receive|save|win|reciba|gane|ahorre|worth)\s+(?:up to |an extra |hasta |another )?(?:[$]\s?\d+|\d{1,3}\s?%)/gi
  for (const match of text.matchAll(shape)) found.push({ start: match.index, end: match.index + match[0].length })
  return found
}

const happy =
  /(?:happy|satisfied|loved|enjoyed|great|good|positive|pleased|5 star|five star|4 or 5|[45] and 5|reply 5|5 stars|five stars|excellent|awesome|amazing|wonderful|contento|contenta|satisfecho|satisfecha|feliz|buena|excelente|gusto)/
const unhappy =
  /(?:if not|otherwise|not so great|not great|not perfect|if less|if it (?:wasnt|was not|werent)|wasnt right|went wrong|fell flat|let you down|room for improvement|didnt (?:love|enjoy|like)|did not (?:love|enjoy|like)|no (?:le gusto|quedo|esta|estuvo)|unhappy|not (?:so |very |too |quite |that |all that |entirely |fully |completely |exactly )?(?:happy|satisfied|pleased|thrilled|impressed)|wasnt (?:great|good|perfect)|less than|anything less|bad experience|poor|dissatisfied|disappointed|negative|fell short|1 3|1 to 3|3 or (?:less|below|fewer|lower)|(?:fewer|lower|below|under) (?:than )?\d|could (?:be|do|have been|have done) better|any (?:issues|concerns|problems)|not (?:so )?(?:great|good)|si no|de lo contrario|insatisfecho|mala|menos de|alguna queja)/
const publicSite = /(?:google|yelp|facebook|healthgrades|online|public|review|resena|rate us|stars?)/
const privateWay =
  /(?:reply (?:here|to this)|tell us|let us know|contact us|call us|email us|directly|privately|private|manager|form|survey|fix it|make it right|before (?:you )?(?:post|leav)|first|here instead|avisenos|diganos|llamenos|directamente|privad)/
const written =
  /(?:copy and paste|copy paste|pre ?written|we (?:wrote|drafted|prepared|already wrote) (?:a|your|the)|suggested review|sample review|draft review|review draft|just paste|paste (?:this|it)|ai (?:generated|written|wrote)|post this review|written for you|generated (?:a |this |your )?review|copie y pegue)/
const onlyGood =
  /\b(?:only|just) (?:leave|post|share|write|give)[^.|]{0,30}(?:if|5 star|five star|positive|good)|\b(?:positive|5 star|five star) reviews? only\b|\bleave (?:us )?a (?:5|five) star review\b/

/** Happy to the public site, unhappy to a private form; or a review written for the patient. */
export function reviewGating(plain: PlainText): PhraseHit | null {
  const { text } = plain
  const whole = (from: number, to: number): PhraseHit => ({
    from: plain.wordAt(from),
    to: plain.wordAt(Math.max(from, to - 1)) + 1,
  })
  const copied = written.exec(text) ?? onlyGood.exec(text)
  if (copied !== null) return whole(copied.index, copied.index + copied[0].length)
  const unhappyAt = unhappy.exec(text)
  if (unhappyAt === null) return null
  const rest = text.slice(unhappyAt.index)
  const before = text.slice(0, unhappyAt.index)
  const split = happy.test(before) && publicSite.test(before) && privateWay.test(rest)
  const turned =
    privateWay.test(before + rest.slice(0, 60)) &&
    happy.test(rest) &&
    publicSite.test(rest) &&
    /(?:if|si|stars?|estrellas)/.test(text)
  if (!split && !turned) return null
  if (
    !/\b(?:if|otherwise|si|stars?|de lo contrario|unhappy|not happy|not satisfied|didnt|did not|wasnt|went wrong|bad experience|disappointed|no le gusto|no quedo|less|first|[1-5] (?:or|to|and) [1-5]|not (?:so|very|too|quite|that|all that|entirely|fully|completely|exactly)|not great)\b/.test(
      text,
    )
  )
    return null
  return whole(unhappyAt.index, unhappyAt.index + unhappyAt[0].length)
}
