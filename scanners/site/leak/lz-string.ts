const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/='
const uriAlphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+-$'
const maxCharacters = 2_000_000

/** LZ-based text compression as many recorders use it: a growing dictionary, entries read with a growing bit width. */
function decompress(length: number, resetValue: number, valueAt: (index: number) => number): string | undefined {
  const dictionary: Array<string> = ['', '', '']
  let value = valueAt(0)
  let position = resetValue
  let index = 1
  let enlargeIn = 4
  let bitCount = 3

  function read(bits: number): number {
    let result = 0
    for (let bit = 0; bit < bits; bit++) {
      if ((value & position) !== 0) result |= 1 << bit
      position >>= 1
      if (position === 0) {
        position = resetValue
        value = valueAt(index++)
      }
    }
    return result
  }
  function literal(code: number): string | undefined {
    return code === 0 ? String.fromCharCode(read(8)) : code === 1 ? String.fromCharCode(read(16)) : undefined
  }

  const first = literal(read(2))
  if (first === undefined) return undefined
  dictionary[3] = first
  let word = first
  let output = first
  for (;;) {
    if (index > length || output.length > maxCharacters) return undefined
    let code = read(bitCount)
    if (code === 2) return output
    if (code < 2) {
      const letter = literal(code)!
      code = dictionary.push(letter) - 1
      enlargeIn--
      if (enlargeIn === 0) enlargeIn = 2 ** bitCount++
    }
    const entry = dictionary[code] ?? (code === dictionary.length ? word + word.charAt(0) : undefined)
    if (entry === undefined) return undefined
    output += entry
    dictionary.push(word + entry.charAt(0))
    enlargeIn--
    if (enlargeIn === 0) enlargeIn = 2 ** bitCount++
    word = entry
  }
}

/** Undoes lz-string's base64, URI and byte-array forms; undefined when the bytes are none of them. */
export function decompressLz(bytes: Buffer): string | undefined {
  if (bytes.length < 8 || bytes.length > 500_000) return undefined
  const text = bytes.toString('latin1')
  const tries: Array<string | undefined> = []
  if (/^[A-Za-z0-9+/]+=*$/.test(text))
    tries.push(decompress(text.length, 32, (at) => alphabet.indexOf(text.charAt(at))))
  if (/^[A-Za-z0-9+$-]+$/.test(text))
    tries.push(decompress(text.length, 32, (at) => uriAlphabet.indexOf(text.charAt(at))))
  if (!/^[\x20-\x7e\s]*$/.test(text) && bytes.length % 2 === 0) {
    tries.push(
      decompress(bytes.length / 2, 32_768, (at) => (at * 2 + 1 < bytes.length ? bytes.readUInt16BE(at * 2) : 0)),
    )
  }
  return tries.find((out) => out !== undefined && out.length >= 8 && /^[\x20-\x7e\s\u00a0-\u024f]*$/.test(out))
}
