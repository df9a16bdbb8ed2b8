import { expect, test } from 'vitest'
import { isCommonPassword } from '#app/use-cases/common-password.ts'
import { createOwnerInput } from '#app/use-cases/create-owner.ts'
import { owner } from './portal-setup.ts'

test('passwords that are tried first are refused, however they are dressed', () => {
  const tried = [
    'password1234',
    'Password1234!',
    'P@ssw0rd2026!',
    'passwordpassword',
    'Welcome2026!!',
    'Summer2026!!!',
    'letmein12345',
    'qwertyuiop123',
    'qwerty123456',
    '1q1q1q1q1q1q',
    '123456789012',
    '111111111111',
    'aaaaaaaaaaaa',
    'abcabcabcabc',
    'abc123abc123',
    'iloveyou1234',
    'iloveyou2you',
    'adminadmin12',
    'Admin@123456',
    'changeme1234',
    'trustno1trustno1',
    'football2025',
    'sunshine-2024',
    'Hospital2026!',
    'proviso12345',
    '!!!!!!!!!!!!',
    '0987654321098',
    'monkey dragon 12',
  ]
  expect(tried.filter((password) => !isCommonPassword(password))).toEqual([])
})

test('phrases and random signs are let through', () => {
  const good = [
    owner.password,
    'four plain words here',
    'brand new plain words',
    'quite another plain password',
    'k3Lw-9pQx-72Vd',
    'harbour lights 88 rowing',
    'the old welcome mat is blue',
    'Grüße aus dem Garten',
    'пароль для портала',
  ]
  expect(good.filter(isCommonPassword)).toEqual([])
})

test('the form says so in one sentence and asks for another', () => {
  const given = { token: 'x', ...owner, password: 'Password1234!' }
  const { error } = createOwnerInput.safeParse(given)
  expect(error?.issues.map(({ path, message }) => [path[0], message])).toEqual([
    ['password', 'This password is among those tried first. Use four words that do not belong together.'],
  ])
})
