import { expect, test } from 'vitest'
import { resolveRoles } from '#checklists/baa/parties/roles.ts'
import { foldDocument } from '#checklists/baa/text/fold.ts'
import { documentFromText } from '#scanners/document/text.ts'
import { type Sheet, sheets } from '../../bench/baa/press/press.ts'

const plain = (term: string) => term.toLowerCase().replace(/^the /, '')

/** Both sides found, neither taken for the other. */
function knowsWho({ text, style }: Sheet): boolean {
  const document = documentFromText(text, { id: 'd', name: 'd.txt', at: new Date(0) })
  const { associate, entity, firstPerson } = resolveRoles(foldDocument(document).words.text)
  const found = { ba: associate.terms.map(plain), ce: entity.terms.map(plain) }
  const [ba, ce] = [plain(style.ba.subject), plain(style.ce.subject)]
  if (ba === 'we' || ba === 'you') return firstPerson === (ba === 'we' ? 'associate' : 'entity')
  return found.ba.includes(ba) && found.ce.includes(ce) && !found.ba.includes(ce) && !found.ce.includes(ba)
}

test('the parties are found whatever they are called and however the text is set', () => {
  const lost: Array<string> = []
  let all = 0
  for (const sheet of sheets(199)) {
    all += 1
    if (!knowsWho(sheet)) lost.push(`${sheet.layout.name}, ${sheet.style.name}, ${sheet.content.name}`)
  }
  expect(all).toBeGreaterThan(150)
  expect(lost).toEqual([])
})
