const all = (code: string, pattern: RegExp) => [...code.matchAll(pattern)]

/**
 * What a pixel's own configuration script switches on: plug-ins, opt-ins, and which form fields it would match. The
 * format: `instance.optIn("ID", "Feature", true)`, `config.set("ID", "setting", {…})`, `loadPlugin("name")`.
 */
export function readPixelConfig(code: string): Array<string> | undefined {
  const optIns = all(code, /\.optIn\(\s*"\d{8,20}"\s*,\s*"(\w{1,60})"\s*,\s*(true|false|!0|!1)/g)
  const settings = all(code, /config\.set\(\s*"?\d{8,20}"?\s*,\s*"(\w{1,60})"\s*,\s*(\{[^;]{0,2000}?\})\s*\)/g)
  if (optIns.length === 0 && settings.length === 0) return undefined
  const keys = all(code, /"selectedMatchKeys"\s*:\s*\[([^\]]{0,400})\]/g).flatMap(
    ([, list = '']) => list.match(/[a-z_]{2,20}/g) ?? [],
  )
  const endpoints = all(code, /"endpoint"\s*:\s*"https?:\\?\/\\?\/([a-z0-9.-]+)/gi).map(([, host]) => host)
  return [
    ...optIns.map(([, feature, value]) => `optIn:${feature}=${value === 'true' || value === '!0'}`),
    ...settings.map(([, name]) => `setting:${name}`),
    ...all(code, /loadPlugin\(\s*"(\w{1,60})"/g).map(([, name]) => `plugin:${name}`),
    ...(keys.length > 0 ? [`matches:${[...new Set(keys)].join(',')}`] : []),
    ...endpoints.map((host) => `endpoint:${host}`),
  ]
}
