/** GSM 03.38 basic set and extension; anything else forces UCS-2 for the whole message. */
const basic =
  '@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà'
const extended = '^{}\\[~]|€'
const basicSet = new Set(basic)
const extendedSet = new Set(extended)

export type Segments = { encoding: 'GSM-7' | 'UCS-2'; units: number; parts: number }

/** How many parts a text message needs: 160 or 153 GSM-7 units, 70 or 67 UCS-2 units. */
export function segmentsOf(text: string): Segments {
  let units = 0
  for (const char of text) {
    if (basicSet.has(char)) units += 1
    else if (extendedSet.has(char)) units += 2
    else return { encoding: 'UCS-2', units: text.length, parts: text.length <= 70 ? 1 : Math.ceil(text.length / 67) }
  }
  return { encoding: 'GSM-7', units, parts: units <= 160 ? 1 : Math.ceil(units / 153) }
}
