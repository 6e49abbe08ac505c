import assert from 'node:assert/strict'
import { test } from 'node:test'
import { appWorks } from './app-works.ts'
import { searchServices } from './service-search.ts'

const one = (vi: string, en: string, search: string[] = [], summary = '') => ({
  title: { vi, en },
  search,
  summary: { vi: summary, en: '' },
})
const confirmation = one('Xác nhận thông tin về cư trú', 'Confirmation of residence', ['ct07'])
const temporary = one('Đăng ký tạm trú', 'Registering temporary residence', ['kt3', 'ở trọ'])
const permanent = one('Đăng ký thường trú', 'Registering permanent residence', ['nhập hộ khẩu'])
const all = [confirmation, temporary, permanent]
const titles = (asked: string) => searchServices(all, asked).map(({ title }) => title.vi)

test('a service is found without accents, in any order of words and half a word at a time', () => {
  assert.deepEqual(titles('dang ky tam tru'), ['Đăng ký tạm trú'])
  assert.deepEqual(titles('TRÚ tạm'), ['Đăng ký tạm trú'])
  assert.deepEqual(titles('thuong'), ['Đăng ký thường trú'])
  assert.deepEqual(titles('resi temp'), ['Đăng ký tạm trú'])
  assert.deepEqual(titles('đăng kí'.normalize('NFD')), ['Đăng ký tạm trú', 'Đăng ký thường trú'])
})

test('it is found by what people call it, and by words that ran together', () => {
  assert.deepEqual(titles('ho khau'), ['Đăng ký thường trú'])
  assert.deepEqual(titles('CT07'), ['Xác nhận thông tin về cư trú'])
  assert.deepEqual(titles('tamtru'), ['Đăng ký tạm trú'])
})

test('what its title says goes before what only its summary says', () => {
  const told = one('Khai báo tạm vắng', 'Absence', [], 'Khi rời nơi đăng ký tạm trú')
  assert.deepEqual(
    searchServices([told, temporary], 'tạm trú').map(({ title }) => title.vi),
    ['Đăng ký tạm trú', 'Khai báo tạm vắng'],
  )
})

test('nothing asked shows all, and what is called nothing like it shows none', () => {
  assert.equal(titles('  ').length, 3)
  assert.deepEqual(titles('hộ chiếu'), [])
  assert.deepEqual(titles('居住'), [])
  assert.deepEqual(titles('!!'), [])
})

test('what the app does beside them is found the same way, also by the words of the street', () => {
  const works = (asked: string) => searchServices(appWorks, asked).map(({ id }) => id)
  assert.equal(works('luu tru')[0], 'stays')
  assert.equal(works('nha tro')[0], 'stays')
  assert.equal(works('den duong')[0], 'petitions')
  assert.equal(works('mat may')[0], 'devices')
  assert.ok(works('ct07').includes('check-paper'))
  assert.deepEqual(works('hộ chiếu'), [])
  assert.equal(new Set(appWorks.map(({ id }) => id)).size, appWorks.length)
})
