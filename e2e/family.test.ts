/**
 * A mother of level 2: a child registered and his profile used, a ward by papers and second eyes, a relation
 * that the register lacks, the hand-over at 14.
 */
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { BrowserContext, Page } from 'playwright-core'
import { faultsOf } from './accessibility.ts'
import { enterCode, givePictureOf, heading, PASSWORD, press, typePasscode } from './citizen-steps.ts'
import { decideWith, officerAtWork } from './counter-steps.ts'
import {
  agreeAtScreen,
  giveContact,
  goOn,
  openScreen,
  readCard,
  takePortrait,
  takePrints,
} from './level-2-steps.ts'
import { faultsOfOpen, insuranceOf, ownThingsAskFirst, PHONE, proposeEnd } from './family-steps.ts'
import { DESK, pictureOfPaper, readPage } from './paper-steps.ts'
import { openSen, type CastMember, type OpenSen } from './open-sen.ts'
import { settleHere } from './registered.ts'

let sen: OpenSen
let mother: Page
let hanh: CastMember
let bao: { context: BrowserContext; page: Page }
let thu: Page
let screen: Page

/** At the counter, in one sitting. */
const raise = async (): Promise<void> => {
  const { page, context } = bao
  await readCard(page, hanh)
  await goOn(page)
  await giveContact(page, sen, hanh)
  await goOn(page)
  await takePortrait(page)
  await page.getByText(/Ảnh chân dung đạt/).waitFor()
  await takePrints(page)
  await page.getByText(/Khuôn mặt và 2 vân tay khớp/).waitFor()
  await goOn(page)
  await heading(page, 'Giấy tờ muốn tích hợp').waitFor()
  await goOn(page)
  screen = await openScreen(context, page)
  await agreeAtScreen(page, screen)
  await press(page, /^Gửi hồ sơ/)
  await page
    .getByText(/Đã (nâng|cấp).*mức 2/)
    .first()
    .waitFor()
}

before(async () => {
  sen = await openSen()
  mother = (await sen.phone()).page
  hanh = await settleHere(mother, sen, 'hanh')
  bao = await officerAtWork(sen, 'bao')
  thu = (await officerAtWork(sen, 'thu', 'Quầy 03')).page
})
after(() => sen.stop())

test('of level 1 she sees her children, and what she needs first', async () => {
  await mother.goto('/app/family')
  await mother.getByText('Phạm Gia Bình').waitFor()
  await mother
    .getByText(/Bạn cần tài khoản mức 2 trước/)
    .first()
    .waitFor()
  assert.equal(await mother.getByRole('button', { name: /^Đăng ký cho/ }).count(), 0)
  await raise()
  await mother.reload()
  await mother.getByRole('button', { name: 'Đăng ký cho Phạm Gia Bình' }).waitFor()
  assert.deepEqual(
    await faultsOfOpen(mother, 'the family', (language) =>
      mother
        .getByRole('button', {
          name: language === 'vi' ? 'Đăng ký cho Phạm Gia Bình' : 'Register Phạm Gia Bình',
        })
        .waitFor(),
    ),
    [],
  )
})

test('she registers her nine-year-old: another face is refused, his own is taken', async () => {
  await press(mother, 'Đăng ký cho Phạm Gia Bình')
  await mother.getByText('Bạn đồng ý những gì').first().waitFor()
  assert.deepEqual(await faultsOf(mother, 'what she agrees to'), [])
  await mother.setViewportSize(PHONE)
  await press(mother, 'Tôi đồng ý, chụp ảnh')
  await givePictureOf(mother, await sen.portraitOf('khoa'))
  await typePasscode(mother, /Nhập mã PIN để đăng ký cho Bình/)
  await mother.getByText(/Khuôn mặt không khớp/).waitFor()
  await press(mother, 'Chụp lại')
  await givePictureOf(mother, await sen.portraitOf('binh'))
  await typePasscode(mother, /Nhập mã PIN để đăng ký cho Bình/)
  await mother.getByText('Phạm Gia Bình đã có tài khoản').waitFor()
})

test('in his profile every screen says whose it is; his card shows only after her passcode', async () => {
  await press(mother, 'Mở hồ sơ của Bình')
  const strip = mother.getByRole('complementary', { name: 'Bạn đang làm thay cho' })
  await strip.getByText('Phạm Gia Bình').waitFor()
  assert.equal(await mother.getByText('940 217 007755').count(), 0)
  assert.deepEqual(
    await faultsOfOpen(mother, 'his home', (language) =>
      mother
        .getByRole('button', {
          name: language === 'vi' ? 'Xuất trình căn cước của Bình' : 'Show the card of Bình',
        })
        .waitFor(),
    ),
    [],
  )
  await press(mother, 'Xuất trình căn cước của Bình')
  await press(mother, 'Tôi đồng ý')
  await typePasscode(mother, 'Nhập mã PIN của bạn')
  await mother.getByText(/Hiện đến/).waitFor()
  await mother
    .getByText(/^940 •/)
    .first()
    .waitFor()
  await mother.getByRole('link', { name: /Ai đã xem dữ liệu của Bình/ }).click()
  await mother.getByText('Người đại diện đồng ý cho một lần dùng giấy tờ').first().waitFor()
  await strip.waitFor()
  await insuranceOf(mother, sen, { name: 'Phạm Gia Bình', holder: hanh.name })
  await mother.goto('/app/me')
  await mother.getByText('Chỉ trong hồ sơ của chính bạn').waitFor()
  assert.equal(await mother.getByRole('link', { name: /Đóng tài khoản|Thiết bị và phiên/ }).count(), 0)
  assert.deepEqual(await faultsOf(mother, 'Me in his profile'), [])
  await mother.setViewportSize(PHONE)
  await ownThingsAskFirst(mother, 'Phạm Gia Bình')
  await press(mother, 'Về hồ sơ của tôi')
  await mother.getByText(/Ký số hợp lệ/).waitFor()
  assert.equal(await strip.count(), 0)
})

test("a ward: both stand at the counter with the court's decision; the register does not know it, so a second officer confirms", async () => {
  const { page } = bao
  const man = await sen.member('man')
  await page.getByRole('link', { name: /^Trẻ em, giám hộ/ }).click()
  assert.deepEqual(await faultsOf(page, 'the list of requests'), [])
  await page.setViewportSize(DESK)
  await page.getByRole('link', { name: 'Hồ sơ mới' }).click()
  await page.getByLabel('Số định danh của người được đại diện').fill(man.personal_number)
  await page.getByLabel('Số định danh của người đại diện').fill(hanh.personal_number)
  await page.getByRole('radio', { name: /Người giám hộ/ }).check()
  assert.deepEqual(await faultsOf(page, 'a new request'), [])
  await page.setViewportSize(DESK)
  await press(page, 'Mở hồ sơ')
  await page.getByText('Cơ sở dữ liệu chưa ghi quan hệ này').first().waitFor()
  await page.getByLabel('Giấy tờ', { exact: true }).selectOption('court-decision')
  await page.getByLabel('Số', { exact: true }).fill('15/2026/QĐDS-ST')
  await page.getByLabel('Nơi cấp').fill('Toà án nhân dân khu vực 2')
  await page.getByLabel('Ngày cấp').fill('2026-09-01')
  await press(page, 'Ghi giấy tờ')
  await page.getByText('15/2026/QĐDS-ST').first().waitFor()
  await pictureOfPaper(page, { isFirst: true })
  await page.getByRole('img', { name: /trang 1 của Quyết định của Toà án số 15/ }).waitFor()
  await press(page, /^Chụp ảnh/)
  await page.getByText('Khuôn mặt khớp cơ sở dữ liệu').waitFor()
  await press(page, 'Hỏi trên màn hình người dân')
  await screen.getByRole('heading', { name: /đồng ý đăng ký thay cho người này/ }).waitFor()
  await screen
    .getByText(/Lê Thị Mận/)
    .first()
    .waitFor()
  await press(screen, 'Tôi đồng ý')
  await page.getByText('Người đại diện đã đồng ý').waitFor()
  assert.deepEqual(await faultsOf(page, 'a whole request'), [])
  await page.setViewportSize(DESK)
  await press(page, 'Gửi hồ sơ')
  await page.getByText('Chờ người duyệt thứ hai').first().waitFor()
  assert.equal(await page.getByRole('button', { name: 'Xác nhận', exact: true }).count(), 0)
  await thu.getByRole('link', { name: /^Trẻ em, giám hộ/ }).click()
  await thu.getByRole('link', { name: /Lê Thị Mận/ }).click()
  await readPage(thu, /trang 1 của Quyết định của Toà án số 15/, { isFirst: true })
  await thu.getByRole('button', { name: 'Xác nhận', exact: true }).click()
  await thu.getByRole('dialog').getByLabel('Vì sao').fill('Đã xem bản chính có dấu')
  await thu.getByRole('dialog').getByRole('button', { name: 'Xác nhận', exact: true }).click()
  await thu.getByText(/Đã đăng ký, tài khoản mức/).waitFor()
  await mother.goto('/app/family')
  await mother.getByText(/Người được giám hộ, \d+ tuổi/).waitFor()
  await press(mother, 'Mở hồ sơ của Lê Thị Mận')
  await mother.getByRole('complementary', { name: 'Bạn đang làm thay cho' }).getByText('Lê Thị Mận').waitFor()
})

test('a proposal to end the guardianship is taken back by whoever made it', async () => {
  const man = await sen.member('man')
  await proposeEnd(thu, man.personal_number, hanh.personal_number, { isFirst: true })
  await thu.goto('/counter/representation')
  await thu.getByRole('link', { name: man.name }).click()
  await thu.getByText('22/2026/QĐ').waitFor()
  assert.deepEqual(await faultsOf(thu, 'her own proposal'), [])
  await thu.setViewportSize(DESK)
  await press(thu, 'Rút đề nghị')
  await thu.getByText('Người đề nghị đã rút lại. Việc giám hộ vẫn còn.').waitFor()
  assert.equal(await thu.getByRole('button', { name: 'Rút đề nghị' }).count(), 0)
})

test('the guardianship ends at the counter, and the open profile closes by itself', async () => {
  const man = await sen.member('man')
  await proposeEnd(thu, man.personal_number, hanh.personal_number)
  const { page } = bao
  await page.goto('/counter/representation')
  await page.getByRole('link', { name: man.name }).click()
  await readPage(page, /trang 1 của Quyết định của Toà án số 22/)
  assert.deepEqual(await faultsOf(page, 'the end of a guardianship before other eyes'), [])
  await page.setViewportSize(DESK)
  await decideWith(page, /^Chấm dứt giám hộ/, 'Đã xem bản chính có dấu')
  await page.getByText('Đã chấm dứt').first().waitFor()
  await mother.goto('/app/wallet')
  await mother.getByText(/Ký số hợp lệ/).waitFor()
  assert.equal(await mother.getByRole('complementary', { name: 'Bạn đang làm thay cho' }).count(), 0)
  await mother.goto('/app/family')
  await mother.getByText('Việc giám hộ đã chấm dứt').waitFor()
})

test('a relation that the register lacks: nothing is told of the number, and a case is opened', async () => {
  await mother.getByRole('link', { name: /Thiếu ai đó/ }).click()
  await mother.getByLabel('Số định danh của người ấy').fill('940319000123')
  assert.deepEqual(await faultsOf(mother, 'a missing relation'), [])
  await mother.setViewportSize(PHONE)
  await press(mother, 'Gửi báo cáo')
  await mother.getByText('Đã ghi nhận').waitFor()
  await mother.getByRole('link', { name: 'Xem hồ sơ' }).click()
  await mother
    .getByText(/quan hệ/i)
    .first()
    .waitFor()
})

test('at 14 it ends by itself: An gets the account on a phone of her own, with her own secrets', async () => {
  const an = await sen.member('an')
  await mother.goto('/app/family')
  await press(mother, 'Đăng ký cho Phạm Gia An')
  await press(mother, 'Tôi đồng ý, chụp ảnh')
  await givePictureOf(mother, await sen.portraitOf('an'))
  await typePasscode(mother, /Nhập mã PIN để đăng ký cho An/)
  await mother.getByText('Phạm Gia An đã có tài khoản').waitFor()
  await sen.post('/world/clock', {
    ahead_s: Math.ceil((Date.parse('2028-06-30T00:05:00+07:00') - Date.now()) / 1000),
  })
  await mother.goto('/app/family')
  await typePasscode(mother, /Nhập mã PIN/)
  await mother
    .getByText(/Đã đủ 14 tuổi/)
    .first()
    .waitFor()
  assert.equal(
    await mother.getByRole('button', { name: 'Mở hồ sơ của Phạm Gia An' }).count(),
    0,
    'from that day on nobody opens it',
  )
  const handOver = mother.getByRole('link', { name: 'Bàn giao tài khoản' })
  for (let looked = 0; looked < 20 && !(await handOver.isVisible()); looked++) {
    await mother.waitForTimeout(1000)
    await mother.reload()
    await mother.getByText('Tôi đại diện cho').waitFor()
  }
  await handOver.click()
  await mother.getByLabel(/Số di động đứng tên An/).fill(an.phone)
  assert.deepEqual(await faultsOf(mother, 'the hand-over'), [])
  await mother.setViewportSize(PHONE)
  await press(mother, 'Tiếp tục')
  await typePasscode(mother, /Nhập mã PIN của bạn để bàn giao/)
  await mother.getByText('Đã bàn giao cho An').waitFor()
  const { page } = await sen.phone()
  await page.goto('/app/activate/start')
  await page.getByLabel('Số định danh cá nhân').fill(an.personal_number)
  await page.getByLabel('Số điện thoại').fill(an.phone)
  await press(page, 'Gửi mã kích hoạt')
  await enterCode(page, await sen.code(an.phone))
  await page.getByLabel('Mật khẩu mới', { exact: true }).fill(`${PASSWORD}-An`)
  await press(page, 'Tiếp tục')
  await typePasscode(page, 'Đặt mã PIN 6 số', '739150')
  await typePasscode(page, 'Nhập lại mã PIN', '739150')
  await page.getByText('Tài khoản đã kích hoạt').first().waitFor()
  await page.goto('/app/wallet')
  await page.getByText('Phạm Gia An').first().waitFor()
  assert.equal(await page.getByRole('complementary', { name: 'Bạn đang làm thay cho' }).count(), 0)
})

test('with his profile open, two taps lock her own account: her name, her number, and his stays as it is', async () => {
  await mother.goto('/app/family')
  await press(mother, 'Mở hồ sơ của Phạm Gia Bình')
  await mother.getByRole('link', { name: /Khoá tài khoản của bạn ngay/ }).click()
  const whose = mother.locator('.lock-whose')
  await whose.getByText('Tài khoản của chính bạn, không phải của Phạm Gia Bình').waitFor()
  await whose.getByText(hanh.name, { exact: true }).waitFor()
  assert.deepEqual(await faultsOf(mother, 'her own lock in his profile'), [])
  await mother.setViewportSize(PHONE)
  await press(mother, 'Khoá ngay')
  await heading(mother, 'Tài khoản đang khoá').first().waitFor()
  // The word that his profile was opened may still stand at the edge of the screen for its seconds.
  assert.equal(await mother.getByRole('main').getByText('Phạm Gia Bình').count(), 0)
  assert.equal(await mother.getByRole('complementary', { name: 'Bạn đang làm thay cho' }).count(), 0)
})
