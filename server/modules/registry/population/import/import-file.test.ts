import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Writable } from 'node:stream'
import { finished } from 'node:stream/promises'
import { after, before, test } from 'node:test'
import { openTestDatabase, type TestDatabase } from '../../../../../testing/database.ts'
import { openSealer } from '../../../../storage/sealed.ts'
import { openReading } from '../../../../storage/transact.ts'
import { exportRegister } from './export-register.ts'
import { cardsOf, childrenOf, contactsOf, findPerson, successorOfNumber } from '../find-person.ts'
import { importFile, type ImportOptions } from './import-file.ts'
import { personHistory } from '../person-history.ts'
import { PopulationFileRefused } from './population-file.ts'
import { membersOfHousehold } from '../residence/find-residence.ts'
import { synthesize } from '../synthesis/synthesize.ts'

const HOUSE_KEY = Buffer.alloc(32, 7)
let folder = ''
const open: TestDatabase[] = []

before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sen-population-'))
})
after(async () => {
  for (const database of open) {
    await database.stop()
  }
  await rm(folder, { recursive: true })
})

const register = async () => {
  const database = await openTestDatabase()
  open.push(database)
  const { pool } = database
  const sealer = openSealer(pool, { id: 'test', key: HOUSE_KEY }, HOUSE_KEY)
  const read = openReading(pool)
  const bring = (file: string, more: Partial<ImportOptions> = {}) =>
    importFile({ pool, sealer, file, allowTestPeople: true, ...more })
  const digest = async () => {
    const hash = createHash('sha256')
    await exportRegister({
      pool,
      sealer,
      out: new Writable({
        write: (chunk: Buffer, _e, done) => {
          hash.update(chunk)
          done()
        },
      }),
    })
    return hash.digest('hex')
  }
  return { ...database, sealer, read, bring, digest }
}

let files = 0
const fileOf = async (content: string | Buffer): Promise<string> => {
  const path = join(folder, `${++files}.csv`)
  await writeFile(path, content)
  return path
}
const nation = async (count: number, seed: number): Promise<string> => {
  const path = join(folder, `nation-${count}-${seed}.csv`)
  const out = createWriteStream(path)
  await synthesize({ count, seed, out })
  out.end()
  await finished(out)
  return path
}
const counts = ({
  imported,
  updated,
  unchanged,
  rejected,
}: {
  imported: number
  updated: number
  unchanged: number
  rejected: number
}) => [imported, updated, unchanged, rejected]

const HEAD = 'personal_number,full_name,birth_date,sex'
const MAI = '901300000017,Nguyễn Thị Mai,2000-01-15,female'
const AN = '901200000028,Trần Văn An,2000,male'

test('importing a file again changes nothing, and the export of a register imports without a change', async () => {
  const { bring, digest, pool, sealer } = await register()
  const file = await nation(600, 11)
  assert.deepEqual(counts(await bring(file, { batchRows: 250 })), [600, 0, 0, 0])
  const first = await digest()
  assert.deepEqual(counts(await bring(file)), [0, 0, 600, 0])
  assert.equal(await digest(), first)
  for (const format of ['csv', 'ndjson'] as const) {
    const path = await fileOf('')
    const out = createWriteStream(path)
    await exportRegister({ pool, sealer, out, format })
    out.end()
    await finished(out)
    assert.deepEqual(counts(await bring(path)), [0, 0, 600, 0])
    const other = await register()
    assert.deepEqual(counts(await other.bring(path)), [600, 0, 0, 0])
    assert.equal(await other.digest(), first)
  }
})

test('a changed value is updated, and what the register said before is kept with its time', async () => {
  const { bring, read, sealer } = await register()
  const head = `${HEAD},religion,phone,permanent_address,card_issued_on,card_state`
  await bring(await fileOf(`${head}\n${MAI},Không,0501234567,Thôn 1,2024-07-02,valid\n${AN},,,,,\n`))
  const done = await bring(
    await fileOf(`${head}\n${MAI},Phật giáo,0501234567,Thôn 2,2026-01-05,valid\n${AN},,,,,\n`),
  )
  assert.deepEqual(counts(done), [0, 1, 1, 0])
  const person = await findPerson(read, { sealer }, '901300000017')
  assert.equal(person?.permanent.address, 'Thôn 2')
  assert.equal(person?.private.religion, 'Phật giáo')
  assert.equal(person?.version, 2)
  assert.equal(person?.card?.issuedOn, '2026-01-05')
  assert.deepEqual(
    (await cardsOf(read, '901300000017')).map((card) => [card.issuedOn, card.state]),
    [
      ['2026-01-05', 'valid'],
      ['2024-07-02', 'replaced'],
    ],
  )
  const [earlier, ...more] = await personHistory(read, { sealer }, '901300000017')
  assert.equal(more.length, 0)
  assert.deepEqual(earlier?.before, { permanent_address: 'Thôn 1', private: 'sealed', card: null })
  assert.equal(earlier?.privateBefore?.religion, 'Không')
  assert.ok(earlier && Math.abs(earlier.changedAt.getTime() - Date.now()) < 60_000)
  assert.deepEqual(await contactsOf(read, { sealer }, '901300000017'), { phone: '+84501234567', email: null })
})

test('no sealed field stands readable in the tables, and a sealed value opens at its own number only', async () => {
  const { bring, pool, sealer, read } = await register()
  await bring(await fileOf(`${HEAD},religion,email\n${MAI},Phật giáo,mai.unique@example.com\n${AN},,\n`))
  const {
    rows: [row],
  } = await pool.query<{ text: string }>('select p::text as text from person p where personal_number = $1', [
    '901300000017',
  ])
  assert.ok(row && !row.text.includes('unique') && !row.text.includes('Phật'))
  await pool.query(
    `update person set private = (select private from person where personal_number = '901300000017') where personal_number = '901200000028'`,
  )
  await assert.rejects(findPerson(read, { sealer }, '901200000028'))
})

test('a file may name relatives who come later, or in another file', async () => {
  const { bring, read, sealer } = await register()
  const head = `${HEAD},father_number,household_number,household_relation`
  await bring(
    await fileOf(
      `${head}\n901226000011,Trần Văn Bé,2026-02-01,male,901200000028,H-1,child\n${AN},,H-1,head\n`,
    ),
  )
  assert.equal((await findPerson(read, { sealer }, '901226000011'))?.father.number, '901200000028')
  assert.deepEqual(
    (await childrenOf(read, '901200000028')).map((child) => child.name),
    ['Trần Văn Bé'],
  )
  assert.deepEqual(
    (await membersOfHousehold(read, 'H-1', new Date())).members.map((member) => member.relation),
    ['head', 'child'],
  )
})

test('the last of two lines of a number wins, in one batch or in two', async () => {
  for (const batchRows of [2, 100]) {
    const { bring, read, sealer } = await register()
    const lines = [MAI, AN, MAI.replace('Mai', 'Mơ'), AN].join('\n')
    const done = await bring(await fileOf(`${HEAD}\n${lines}\n`), { batchRows })
    assert.equal(done.imported, 2)
    assert.equal(done.rejected, 0)
    assert.equal((await findPerson(read, { sealer }, '901300000017'))?.fullName, 'Nguyễn Thị Mơ')
  }
})

test('a cancelled number ends its entry, stays known, and is never given again', async () => {
  const { bring, read, sealer } = await register()
  const fresh = '901200000099,Trần Văn An,2000,male,901200000028'
  await bring(await fileOf(`${HEAD},former_numbers\n${AN},\n`))
  assert.deepEqual(counts(await bring(await fileOf(`${HEAD},former_numbers\n${fresh}\n`))), [1, 0, 0, 0])
  assert.equal(await findPerson(read, { sealer }, '901200000028'), null)
  assert.equal(await successorOfNumber(read, '901200000028'), '901200000099')
  const again = await bring(await fileOf(`${HEAD}\n${AN}\n`))
  assert.deepEqual(
    again.rejects.map(({ line, code }) => [line, code]),
    [[2, 'cancelled']],
  )
})

test('each kind of malformed line is refused with its line and code, and the lines around it come in', async () => {
  const { bring } = await register()
  const cases: readonly (readonly [string | Buffer, string, string])[] = [
    ['901300000018,Nguyễn Thị Hai,2000-01-15', '', 'columns'],
    ['901300000018,"Nguyễn" Hai,2000-01-15,female', '', 'quote'],
    ['901300000018,Nguyễn "Hai",2000-01-15,female', '', 'quote'],
    ['901300000018,"Nguyễn Thị Hai,2000-01-15,female', '', 'quote'],
    ['901300000018,Nguyễn\u0000Hai,2000-01-15,female', '', 'nul'],
    [Buffer.from('901300000018,Nguy\xe9n,2000,male', 'latin1'), '', 'utf8'],
    [`901300000018,${'a'.repeat(70_000)},2000,male`, '', 'too-long'],
    [`901300000018,${'a'.repeat(2_200_000)},2000,male`, '', 'too-long'],
    ['90130000001,Nguyễn Thị Hai,2000,female', 'personal_number', 'length'],
    ['9013000000l8,Nguyễn Thị Hai,2000,female', 'personal_number', 'digits'],
    ['901 300 000018,Nguyễn Thị Hai,2000,female', 'personal_number', 'shape'],
    ['003300000018,Nguyễn Thị Hai,2000,female', 'personal_number', 'province'],
    ['901388000018,Nguyễn Thị Hai,2000,female', 'personal_number', 'future'],
    [',Nguyễn Thị Hai,2000,female', 'personal_number', 'required'],
    ['901300000018,Nguyễn Thị 2,2000,female', 'full_name', 'digits'],
    ['901300000018,"Nguyễn\nHai",2000,female', 'full_name', 'control'],
    ['901300000018,Nguyễn\u202eHai,2000,female', 'full_name', 'bidi'],
    ['901300000018,Nguyễn Hai,2000-02-30,female', 'birth_date', 'day'],
    ['901300000018,Nguyễn Hai,30/01/2000,female', 'birth_date', 'shape'],
    ['901300000018,Nguyễn Hai,2199-01-01,female', 'birth_date', 'future'],
    ['901300000018,Nguyễn Hai,2000,F', 'sex', 'value'],
  ]
  for (const ending of ['\n', '\r\n']) {
    const pieces: Buffer[] = [Buffer.from(`\ufeff${HEAD}${ending}${MAI}${ending}`)]
    const expected: (readonly [number, string, string])[] = []
    let line = 3
    for (const [text, field, code] of cases) {
      pieces.push(Buffer.isBuffer(text) ? text : Buffer.from(text), Buffer.from(ending))
      expected.push([line, field, code])
      line += typeof text === 'string' && text.includes('\n') ? 2 : 1
    }
    pieces.push(Buffer.from(AN))
    const rejectsFile = join(folder, `rejects-${++files}.csv`)
    const done = await bring(await fileOf(Buffer.concat(pieces)), { rejectsFile })
    assert.equal(done.imported + done.unchanged, 2)
    const [header, ...found] = (await readFile(rejectsFile, 'utf8')).trimEnd().split('\n')
    assert.equal(header, 'line,field,code,message')
    assert.deepEqual(
      found.map((text) => text.split(',').slice(0, 3)),
      expected.map(([at, field, code]) => [String(at), field, code]),
    )
    assert.equal(done.rejected, cases.length)
  }
})

test('columns that contradict each other are refused', async () => {
  const { bring } = await register()
  const head = `${HEAD},father_number,life_status,gone_on,card_issued_on,card_expires_on,card_state,former_numbers`
  const done = await bring(
    await fileOf(
      [
        head,
        `${MAI},901300000017,,,,,,`,
        `${MAI},,alive,2020-01-01,,,,`,
        `${MAI},,dead,1999-01-01,,,,`,
        `${MAI},,,,,2030-01-01,,`,
        `${MAI},,,,2024-01-01,2023-01-01,,`,
        `${MAI},,,,,,,901300000017`,
        `${MAI},,,,2024-01,,,`,
      ].join('\n'),
    ),
  )
  assert.deepEqual(
    done.rejects.map(({ field, code }) => `${field} ${code}`),
    [
      'father_number self',
      'gone_on alive',
      'gone_on order',
      'card_issued_on required',
      'card_expires_on order',
      'former_numbers self',
      'card_issued_on shape',
    ],
  )
})

test('test numbers are refused where the register has an operator', async () => {
  const { bring } = await register()
  const done = await bring(await fileOf(`${HEAD}\n${MAI}\n001300000017,Nguyễn Thị Mẫu,2000,female\n`), {
    allowTestPeople: false,
  })
  assert.deepEqual([done.imported, done.rejects[0]?.code], [1, 'test'])
})

test('a file with a wrong header is refused as a whole with one sentence', async () => {
  const { bring } = await register()
  for (const [content, said] of [
    ['', /must name the columns/],
    ['name,number\nA,B\n', /"name" is none/],
    [`${HEAD},sex\n`, /sex twice/],
    ['personal_number,full_name,sex\n', /lacks the column birth_date/],
    ['PK\u0003\u0004', /must name the columns/],
  ] as const) {
    await assert.rejects(
      bring(await fileOf(content)),
      (error) => error instanceof PopulationFileRefused && said.test(error.message),
    )
  }
  await assert.rejects(bring(join(folder, 'nowhere.csv')), PopulationFileRefused)
})

test('NDJSON is read as CSV is, and lines that are no record are refused', async () => {
  const { bring, read, sealer } = await register()
  const lines = [
    '{"personal_number":"901300000017","full_name":"Nguyễn Thị Mai","birth_date":"2000-01","sex":"female","phone":null}',
    '{"personal_number":1}',
    '{"number":"x"}',
    '[]',
    '{',
    '',
  ]
  const done = await bring(await fileOf(lines.join('\n')))
  assert.deepEqual(
    done.rejects.map(({ line, code }) => [line, code]),
    [
      [2, 'json-field'],
      [3, 'json-field'],
      [4, 'json'],
      [5, 'json'],
    ],
  )
  assert.equal((await findPerson(read, { sealer }, '901300000017'))?.birthDate, '2000-01')
})

test('an import killed half-way goes on where its data ends, and the register and the rejects are those of one run', async () => {
  const file = await nation(1500, 5)
  const text = await readFile(file, 'utf8')
  const broken = await fileOf(
    text
      .split('\n')
      .map((line, at) => (at > 0 && at % 60 === 0 ? `x${line}` : line))
      .join('\n'),
  )
  const whole = await register()
  const all = join(folder, 'all.csv')
  const once = await whole.bring(broken, { rejectsFile: all })
  const killed = await register()
  const rejectsFile = join(folder, 'killed.csv')
  await killAfterFirstBatches(killed.url, broken, rejectsFile)
  const resumed = await killed.bring(broken, { rejectsFile, batchRows: 120 })
  assert.ok(resumed.resumedAtLine !== null && resumed.resumedAtLine > 120)
  assert.deepEqual(counts(resumed), counts(once))
  assert.equal(await killed.digest(), await whole.digest())
  assert.equal(await readFile(rejectsFile, 'utf8'), await readFile(all, 'utf8'))
})

/** Imports in a process of its own and kills it without warning once some batches are in. */
const killAfterFirstBatches = async (url: string, file: string, rejectsFile: string): Promise<void> => {
  const here = (path: string): string => JSON.stringify(new URL(path, import.meta.url).href)
  const script = `
    import { openPool } from ${here('../../../../storage/pool.ts')}
    import { openSealer } from ${here('../../../../storage/sealed.ts')}
    import { importFile } from ${here('./import-file.ts')}
    const pool = openPool(${JSON.stringify(url)}, 2), key = Buffer.alloc(32, 7)
    await importFile({ pool, sealer: openSealer(pool, { id: 'test', key }, key),
      file: ${JSON.stringify(file)}, rejectsFile: ${JSON.stringify(rejectsFile)},
      allowTestPeople: true, batchRows: 120, onProgress: (p) => process.stdout.write(p.imported + '\\n') })`
  const child = spawn(process.execPath, ['--input-type=module', '--eval', script], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let told = ''
  child.stdout.on('data', (chunk: Buffer) => {
    told += chunk.toString()
    if (told.split('\n').length > 4) {
      child.kill('SIGKILL')
    }
  })
  await new Promise((resolve) => child.on('close', resolve))
  assert.equal(child.signalCode, 'SIGKILL')
}
