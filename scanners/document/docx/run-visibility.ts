import { contrast, visibleContrast } from '../colour.ts'
import type { HiddenReason } from '../parsed.ts'
import type { RunLook } from './styles.ts'

/** Half-points below which nobody reads the words: 3 pt. */
const tinyHalfPoints = 6
/** Character scaling below this share squeezes letters to strokes. */
const narrowPercent = 20

/** Why a run is not seen on the printed page, if it is not. `ground` is the shading behind the paragraph or cell. */
export function hiddenReason(look: RunLook, ground: string | undefined): HiddenReason | undefined {
  if (look.vanish === true) return 'hidden'
  if (look.struck === true) return 'struck'
  if (look.halfPoints !== undefined && look.halfPoints < tinyHalfPoints) return 'tiny'
  if (look.widthPercent !== undefined && look.widthPercent < narrowPercent) return 'tiny'
  if (look.colour === undefined || look.colour === 'auto') return undefined
  const seen = contrast(look.colour, look.shade ?? ground ?? '#ffffff')
  return seen !== undefined && seen < visibleContrast ? 'white' : undefined
}
