import { createHash, createHmac } from 'node:crypto'

type AwsKeys = { accessKeyId: string; secretAccessKey: string; sessionToken?: string | undefined }

type Unsigned = { method: 'GET' | 'POST'; url: string; headers: Readonly<Record<string, string>>; body: string }

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')
const hmac = (key: string | Buffer, text: string) => createHmac('sha256', key).update(text).digest()

const byName = ([a]: readonly [string, string], [b]: readonly [string, string]) => (a < b ? -1 : a > b ? 1 : 0)

/**
 * The headers of a request with its AWS Signature Version 4 added (docs.aws.amazon.com/IAM: "Create a signed AWS API
 * request"). `at` is our clock; AWS refuses a request whose time is more than five minutes off.
 */
export function signForAws(
  { method, url, headers, body }: Unsigned,
  scope: { region: string; service: string },
  { accessKeyId, secretAccessKey, sessionToken }: AwsKeys,
  at: Date,
): Record<string, string> {
  const { host, pathname, searchParams } = new URL(url)
  const time = at.toISOString().replace(/[-:]|\.\d{3}/g, '')
  const day = time.slice(0, 8)
  const sent: Record<string, string> = {
    ...headers,
    host,
    'x-amz-date': time,
    ...(sessionToken === undefined ? {} : { 'x-amz-security-token': sessionToken }),
  }
  const named = Object.entries(sent)
    .map(([name, value]) => [name.toLowerCase(), value.trim().replace(/ +/g, ' ')] as const)
    .sort(byName)
  const signedNames = named.map(([name]) => name).join(';')
  const query = [...searchParams]
    .map(([name, value]) => [encodeURIComponent(name), encodeURIComponent(value)] as const)
    .sort(byName)
    .map((pair) => pair.join('='))
    .join('&')
  const canonical = [
    method,
    pathname,
    query,
    ...named.map((pair) => pair.join(':')),
    '',
    signedNames,
    sha256(body),
  ].join('\n')
  const place = `${day}/${scope.region}/${scope.service}/aws4_request`
  const toSign = ['AWS4-HMAC-SHA256', time, place, sha256(canonical)].join('\n')
  const key = [scope.region, scope.service, 'aws4_request'].reduce<Buffer>(
    (secret, part) => hmac(secret, part),
    hmac(`AWS4${secretAccessKey}`, day),
  )
  const signature = hmac(key, toSign).toString('hex')
  return {
    ...sent,
    authorization: `AWS4-HMAC-SHA256 Credential=${accessKeyId}/${place}, SignedHeaders=${signedNames}, Signature=${signature}`,
  }
}
