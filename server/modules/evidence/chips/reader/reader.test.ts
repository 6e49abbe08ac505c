// The way to a chip: ICAO's worked examples byte for byte, then a card of software from end to end, with
// every lock, and with what goes wrong.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { curveNamed, curves, type CurveName } from '../../../../../formats/emrtd/curves.ts'
import { createECDH } from 'node:crypto'
import { castChip } from '../../../../../world/chips/cast-chips.ts'
import { checkChipAnswer } from '../read-chip.ts'
import { basicSeed, keyOfNumber, keyOfZone, paceSecret, type AccessKey } from './access-key.ts'
import { answerBytes, commandBytes, commandOf, type Transport } from './apdu.ts'
import { basicSession, openByBasicAccess } from './basic-access.ts'
import { CardChannel } from './card-channel.ts'
import { add, basePoint, encodePoint, multiply } from './ec-point.ts'
import { openByPace, paceProfileOf, passwordKey } from './pace.ts'
import { readCard } from './read-card.ts'
import { ReaderFault, type ReaderFaultCode } from './reader-fault.ts'
import { SecureChannel } from './secure-channel.ts'
import { checksum, decrypt, deriveKey, encrypt, KDF, pad, unpad, zeroIv, type Suite } from './session-keys.ts'
import { SoftChip, type SoftChipPlan } from './soft-chip.ts'

const bytes = (hex: string): Buffer => Buffer.from(hex.replace(/\s/g, ''), 'hex')
const hex = (value: Uint8Array): string => Buffer.from(value).toString('hex').toUpperCase()

/** Says what the example's chip said, and keeps what it heard. */
class Example implements Transport {
  readonly heard: string[] = []
  private readonly answers: readonly string[]
  constructor(...answers: readonly string[]) {
    this.answers = answers
  }

  transmit(command: Uint8Array): Promise<Uint8Array> {
    const answer = this.answers[this.heard.length]
    this.heard.push(hex(command))
    if (answer === undefined) {
      throw new Error('more commands than the example has')
    }
    return Promise.resolve(bytes(answer))
  }
}

test('9303-11 appendix D: keys from the machine-readable zone, mutual authentication, EF.COM through secure messaging', async () => {
  const information = 'L898902C<369080619406236'
  assert.deepEqual(keyOfZone(information), { kind: 'mrz', information })
  const seed = basicSeed(information)
  assert.equal(hex(seed), '239AB9CB282DAF66231DC5A4DF6BFBAE')
  assert.equal(hex(deriveKey('3des', seed, KDF.encryption)), 'AB94FDECF2674FDFB9B391F85D7F76F2')
  assert.equal(hex(deriveKey('3des', seed, KDF.checksum)), '7962D9ECE03D1ACD4C76089DCE131543')
  const chip = new Example(
    '4608F919887022129000',
    '46B9342A41396CD7386BF5803104D7CEDC122B9132139BAF2EEDC94EE178534F2F2D235D074D74499000',
    '990290008E08FA855A5D4C50A8ED9000',
    '8709019FF0EC34F9922651990290008E08AD55CC17140B2DED9000',
    '871901FB9235F4E4037F2327DCC8964F1F9B8C30F42C8E2FFF224A990290008E08C8B2787EAEA07D749000',
  )
  const card = new CardChannel(chip)
  await openByBasicAccess(card, information, {
    nonce: bytes('781723860C06C226'),
    key: bytes('0B795240CB7049B01C19B33E32804F0B'),
  })
  assert.equal(await card.select(0x011e), true)
  assert.equal(hex((await card.ask({ cla: 0, ins: 0xb0, p1: 0, p2: 0, le: 4 })).data), '60145F01')
  assert.equal(
    hex((await card.ask({ cla: 0, ins: 0xb0, p1: 0, p2: 4, le: 0x12 })).data),
    '04303130365F36063034303030305C026175',
  )
  assert.deepEqual(chip.heard, [
    '0084000008',
    '008200002872C29C2371CC9BDB65B779B8E8D37B29ECC154AA56A8799FAE2F498F76ED92F25F1448EEA8AD90A728',
    '0CA4020C158709016375432908C044F68E08BF8B92D635FF24F800',
    '0CB000000D9701048E08ED6705417E96BA5500',
    '0CB000040D9701128E082EA28A70F3C7B53500',
  ])
  const session = basicSession(
    bytes('0B795240CB7049B01C19B33E32804F0B'),
    bytes('0B4F80323EB3191CB04970CB4052790B'),
    bytes('4608F91988702212'),
    bytes('781723860C06C226'),
  )
  assert.deepEqual(
    [hex(session.encryption), hex(session.checksum), hex(session.counter)],
    ['979EC13B1CBFE9DCD01AB0FED307EAE5', 'F1CB1F1FB5ADF208806B89DC579DC1F8', '887022120C06C226'],
  )
})

test('9303-11 appendix G.1: PACE by elliptic curves with generic mapping', async () => {
  const profile = paceProfileOf(bytes('31143012060A04007F0007020204020202010202010D'))
  assert.ok(profile)
  assert.deepEqual([profile.suite, profile.curve.name], ['aes128', 'brainpoolP256r1'])
  const key: AccessKey = { kind: 'mrz', information: 'T22000129364081251010318' }
  assert.equal(hex(paceSecret(key)), '7E2D2A41C74EA0B38CD36F863939BFA8E9032AAD')
  assert.equal(hex(passwordKey('aes128', key)), '89DED1B26624EC1E634C1989302849DD')
  assert.equal(
    hex(
      decrypt(
        'aes128',
        passwordKey('aes128', key),
        zeroIv('aes128'),
        bytes('95A3A016522EE98D01E76CB6B98B42C3'),
      ),
    ),
    '3F00C4D39D153F2B2A214A078D899B22',
  )
  const chip = new Example(
    '9000',
    '7C12801095A3A016522EE98D01E76CB6B98B42C39000',
    '7C43824104824FBA91C9CBE26BEF53A0EBE7342A3BF178CEA9F45DE0B70AA601651FBA3F5730D8C879AAA9C9F73991E61B58F4D52EB87A0A0C709A49DC63719363CCD13C549000',
    '7C438441049E880F842905B8B3181F7AF7CAA9F0EFB743847F44A306D2D28C1D9EC65DF6DB7764B22277A2EDDC3C265A9F018F9CB852E111B768B326904B59A0193776F0949000',
    '7C0A86083ABB9674BCE93C089000',
  )
  await openByPace(new CardChannel(chip), profile, key, [
    0x7f4ef07b9ea82fd78ad689b38d0bc78cf21f249d953bc46f4c6e19259c010f99n,
    0xa73fb703ac1436a18e0cfa5abb3f7bec7a070e7a6788486bee230c4a22762595n,
  ])
  assert.deepEqual(chip.heard, [
    '0022C1A412800A04007F0007020204020283010184010D',
    '10860000027C0000',
    '10860000457C438141047ACF3EFC982EC45565A4B155129EFBC74650DCBFA6362D896FC70262E0C2CC5E544552DCB6725218799115B55C9BAA6D9F6BC3A9618E70C25AF71777A9C4922D00',
    '10860000457C438341042DB7A64C0355044EC9DF190514C625CBA2CEA48754887122F3A5EF0D5EDD301C3556F3B3B186DF10B857B58F6A7EB80F20BA5DC7BE1D43D9BF850149FBB3646200',
    '008600000C7C0A8508C2B0BD78D94BA86600',
  ])
})

test('CMAC: the examples of NIST SP 800-38B for AES-128', () => {
  const key = bytes('2B7E151628AED2A6ABF7158809CF4F3C')
  for (const [message, sum] of [
    ['', 'BB1D6929E9593728'],
    ['6BC1BEE22E409F96E93D7E117393172A', '070A16B46B4D4144'],
    ['6BC1BEE22E409F96E93D7E117393172AAE2D8A571E03AC9C9EB76FAC45AF8E5130C81C46A35CE411', 'DFA66747DE9AE630'],
  ] as const) {
    assert.equal(hex(checksum('aes128', key, bytes(message))), sum)
  }
})

test('points: every curve agrees with OpenSSL, and the order brings the base back', () => {
  const names: Partial<Record<CurveName, string>> = {
    'P-256': 'prime256v1',
    'P-384': 'secp384r1',
    'P-521': 'secp521r1',
    brainpoolP256r1: 'brainpoolP256r1',
    brainpoolP384r1: 'brainpoolP384r1',
    brainpoolP512r1: 'brainpoolP512r1',
  }
  for (const curve of curves) {
    const [one, two] = [
      multiply(curve, curve.n - 1n, basePoint(curve)),
      multiply(curve, 2n, basePoint(curve)),
    ]
    assert.equal(add(curve, one, basePoint(curve)), null)
    assert.deepEqual(add(curve, basePoint(curve), basePoint(curve)), two)
    const name = names[curve.name]
    if (!name) {
      continue
    }
    const ecdh = createECDH(name)
    ecdh.generateKeys()
    assert.equal(
      hex(encodePoint(curve, multiply(curve, BigInt(`0x${ecdh.getPrivateKey('hex')}`), basePoint(curve)))),
      ecdh.getPublicKey('hex').toUpperCase(),
    )
  }
})

const planOf = async (
  access: SoftChipPlan['access'],
  answers: 'ecdsa-p256' | 'rsa' = 'ecdsa-p256',
): Promise<SoftChipPlan> => {
  const chip = await castChip('hanh', { answers })
  assert.ok(chip)
  const zone = keyOfZone(
    Buffer.from(chip.parts.dg1 ?? [])
      .subarray(5)
      .toString('latin1'),
  )
  assert.ok(zone?.kind === 'mrz')
  return {
    parts: chip.parts,
    information: zone.information,
    number: '246810',
    access,
    answer: (challenge) => chip.answer(challenge),
  }
}
const locks: readonly SoftChipPlan['access'][] = [
  'bac',
  { suite: '3des', curve: 'P-256' },
  { suite: 'aes128', curve: 'brainpoolP256r1' },
  { suite: 'aes192', curve: 'P-384' },
  { suite: 'aes256', curve: 'brainpoolP384r1' },
  { suite: 'aes256', curve: 'P-521' },
]

for (const access of locks) {
  test(`a card is read whole, ${access === 'bac' ? 'basic access' : `PACE ${access.suite} on ${access.curve}`}, and answers the challenge`, async () => {
    for (const answers of ['ecdsa-p256', 'rsa'] as const) {
      const plan = await planOf(access, answers)
      const challenge = bytes('0102030405060708')
      const keys: AccessKey[] = [
        { kind: 'mrz', information: plan.information },
        ...(access === 'bac' ? [] : [{ kind: 'can', number: plan.number } as const]),
      ]
      for (const key of keys) {
        const read = await readCard(new SoftChip(plan), key, challenge)
        assert.equal(read.access, access === 'bac' ? 'bac' : 'pace')
        for (const [part, content] of Object.entries(plan.parts)) {
          assert.deepEqual(Buffer.from(read.chip[part as 'sod'] ?? []), Buffer.from(content), part)
        }
        const file = Object.fromEntries(
          Object.entries(read.chip).map(([part, content]) => [part, Buffer.from(content).toString('base64')]),
        )
        assert.deepEqual(checkChipAnswer(file, challenge, read.answer ?? Buffer.alloc(0)), [])
      }
    }
  })
}

const faultOf = async (deed: Promise<unknown>): Promise<ReaderFaultCode | null> => {
  try {
    await deed
    return null
  } catch (error) {
    assert.ok(error instanceof ReaderFault, String(error))
    return error.code
  }
}

test('the wrong zone or number opens nothing; a chip without PACE has no use for a number', async () => {
  const wrongZone: AccessKey = { kind: 'mrz', information: 'L898902C<369080619406236' }
  assert.equal(await faultOf(readCard(new SoftChip(await planOf('bac')), wrongZone)), 'wrong-key')
  assert.equal(
    await faultOf(readCard(new SoftChip(await planOf('bac')), { kind: 'can', number: '246810' })),
    'needs-mrz',
  )
  const paced = await planOf({ suite: 'aes128', curve: 'P-256' })
  assert.equal(await faultOf(readCard(new SoftChip(paced), wrongZone)), 'wrong-key')
  assert.equal(await faultOf(readCard(new SoftChip(paced), { kind: 'can', number: '000000' })), 'wrong-key')
  assert.deepEqual(
    [keyOfZone('L898902C<469080619406236'), keyOfZone(''), keyOfNumber('12345'), keyOfNumber('12345a')],
    [null, null, null, null],
  )
})

test('a larger portrait than fifteen bits can point into is read whole', async () => {
  const plan = await planOf({ suite: 'aes128', curve: 'P-256' })
  const dg2 = Buffer.concat([bytes('7582A000'), Buffer.alloc(0xa000, 0x5a)])
  const read = await readCard(new SoftChip({ ...plan, parts: { ...plan.parts, dg2 } }), {
    kind: 'can',
    number: plan.number,
  })
  assert.deepEqual(Buffer.from(read.chip.dg2 ?? []), dg2)
})

test('whoever alters one byte on the line after the channel stands is found out; nothing altered is ever read', async () => {
  const plan = await planOf({ suite: 'aes128', curve: 'P-256' })
  const key: AccessKey = { kind: 'can', number: plan.number }
  const whole = await readCard(new SoftChip(plan), key)
  await fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 0, max: 60 }),
      fc.nat(),
      fc.integer({ min: 1, max: 255 }),
      async (turn, place, mask) => {
        const chip = new SoftChip(plan)
        let turns = 0
        const line: Transport = {
          async transmit(command) {
            const answer = Buffer.from(await chip.transmit(command))
            if (turns++ === turn) {
              const at = place % answer.length
              answer[at] = (answer[at] ?? 0) ^ mask
            }
            return answer
          },
        }
        try {
          const read = await readCard(line, key)
          for (const [part, content] of Object.entries(read.chip)) {
            assert.deepEqual(Buffer.from(content), Buffer.from(whole.chip[part as 'sod'] ?? []), part)
          }
        } catch (error) {
          assert.ok(error instanceof ReaderFault, String(error))
        }
      },
    ),
    { numRuns: 60 },
  )
})

test('secure messaging: both ends understand each other in every suite, and a command said twice is refused', () => {
  for (const suite of ['3des', 'aes128', 'aes192', 'aes256'] as const satisfies readonly Suite[]) {
    const keys = {
      suite,
      encryption: deriveKey(suite, bytes('0102'), 1),
      checksum: deriveKey(suite, bytes('0102'), 2),
      counter: zeroIv(suite),
    }
    const [reader, chip] = [new SecureChannel(keys), new SecureChannel(keys)]
    fc.assert(
      fc.property(
        fc.uint8Array({ maxLength: 400 }),
        fc.constantFrom(0xb0, 0xb1),
        fc.option(fc.integer({ min: 1, max: 256 }), { nil: undefined }),
        (data, ins, le) => {
          const heard = chip.receive(
            commandOf(commandBytes(reader.protect({ cla: 0, ins, p1: 1, p2: 2, data, le }))),
          )
          assert.deepEqual([Buffer.from(heard.data ?? []), heard.le, heard.cla], [Buffer.from(data), le, 0])
          const said = reader.open(chip.answer(ins, { data, status: 0x9000 }))
          assert.deepEqual([Buffer.from(said.data), said.status], [Buffer.from(data), 0x9000])
        },
      ),
      { numRuns: 60 },
    )
    const command = reader.protect({ cla: 0, ins: 0xb0, p1: 0, p2: 0, le: 4 })
    chip.receive(command)
    assert.throws(() => chip.receive(command), ReaderFault)
    assert.deepEqual(Buffer.from(unpad(pad(bytes('8000'), 16))), bytes('8000'))
    assert.equal(
      hex(
        decrypt(
          suite,
          keys.encryption,
          zeroIv(suite),
          encrypt(suite, keys.encryption, zeroIv(suite), Buffer.alloc(32, 7)),
        ),
      ),
      hex(Buffer.alloc(32, 7)),
    )
  }
  assert.equal(hex(answerBytes({ data: bytes('AA'), status: 0x9000 })), 'AA9000')
  assert.equal(curveNamed('P-256').bits, 256)
})
