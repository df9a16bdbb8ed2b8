import { Icon, type IconName } from '../components/icon.tsx'
import type { StatusWord } from './card.ts'

const icons: Record<StatusWord, IconName> = {
  Meets: 'meets',
  Weak: 'weak',
  Missing: 'missing',
  Conflicts: 'conflicts',
  'Cannot tell': 'unknown',
  'Does not apply': 'outside',
}

/** Sign, word and colour together; colour alone never tells. */
export function Status({ word }: { word: StatusWord }) {
  return (
    <span className={`status is-${word}`}>
      <Icon name={icons[word]} size={13} />
      {word}
    </span>
  )
}
