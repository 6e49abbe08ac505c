/**
 * Refusals of chips and trust anchors. A chip's verdict names them all; a deed that needs a genuine chip
 * throws the first. Each ends with
 * what to do next (chip-next-step.ts).
 */
import type { ChipFaultCode } from '../../formats/emrtd/chip-fault.ts'
import { again, distrust } from './chip-next-step.ts'
import { chipTrust } from './chip-trust.ts'
import { defineProblems, type ProblemEntry } from './shape.ts'

const reading = {
  'chip.file-unreadable': again(
    'Tệp này không phải dữ liệu chip đúng dạng.',
    'This file is not chip data in the right form.',
  ),
  'chip.file-too-large': again(
    'Dữ liệu chip lớn hơn mức một thẻ có thể chứa.',
    'The chip data is larger than any card holds.',
  ),
  'chip.sod-missing': again(
    'Thiếu tệp chữ ký của Nhà nước (SOD) trên chip.',
    "The state's signature file (SOD) of the chip is missing.",
  ),
  'chip.group-missing': again(
    'Thiếu vùng dữ liệu bắt buộc (DG1) của chip.',
    "The chip's required data group (DG1) is missing.",
  ),
  'chip.der-truncated': again('Dữ liệu chip bị cắt ngắn.', 'The chip data is cut short.'),
} satisfies Partial<Record<ChipFaultCode, ProblemEntry>>

const encoding = {
  'chip.der-indefinite-length': distrust(
    'Chip mã hoá độ dài không xác định, điều chuẩn không cho phép.',
    'The chip uses an indefinite length, which the standard does not allow.',
  ),
  'chip.der-length-not-minimal': distrust(
    'Chip ghi một độ dài không ở dạng ngắn nhất.',
    'The chip writes a length in more bytes than it needs.',
  ),
  'chip.der-integer-not-minimal': distrust(
    'Chip ghi một số nguyên không ở dạng ngắn nhất.',
    'The chip writes a whole number in more bytes than it needs.',
  ),
  'chip.der-trailing-data': distrust(
    'Sau dữ liệu của chip còn dữ liệu thừa.',
    "There is data behind the end of the chip's data.",
  ),
  'chip.der-too-deep': distrust('Dữ liệu chip lồng nhau quá sâu.', 'The chip data is nested too deeply.'),
  'chip.der-too-long': distrust(
    'Một phần dữ liệu chip dài hơn mức cho phép.',
    'A part of the chip data is longer than allowed.',
  ),
  'chip.der-tag': distrust(
    'Dữ liệu chip có nhãn viết sai chuẩn.',
    'The chip data has a tag that is written against the standard.',
  ),
  'chip.der-value': distrust(
    'Một giá trị trong chip viết sai chuẩn.',
    'A value in the chip is written against the standard.',
  ),
  'chip.structure': distrust(
    'Dữ liệu chip không có cấu trúc mà chuẩn ICAO 9303 quy định.',
    'The chip data does not have the structure that ICAO 9303 prescribes.',
  ),
} satisfies Partial<Record<ChipFaultCode, ProblemEntry>>

const groups = {
  'chip.com-lists-absent-group': distrust(
    'Mục lục của chip nêu một vùng dữ liệu không có.',
    "The chip's table of contents names a data group that is not there.",
  ),
  'chip.com-omits-group': distrust(
    'Chip có vùng dữ liệu mà mục lục không nêu.',
    'The chip has a data group that its table of contents does not name.',
  ),
  'chip.com-sod-disagree': distrust(
    'Mục lục và tệp chữ ký của chip không khớp nhau.',
    "The chip's table of contents and its signature file disagree.",
  ),
  'chip.duplicate-group': distrust(
    'Một phần dữ liệu xuất hiện hai lần trên chip.',
    'A part of the data stands twice on the chip.',
  ),
  'chip.group-not-in-sod': distrust(
    'Chip có vùng dữ liệu không được Nhà nước ký.',
    'The chip has a data group that the state did not sign.',
  ),
  'chip.group-stripped': distrust(
    'Một vùng dữ liệu đã ký bị bỏ khỏi chip.',
    'A data group that was signed has been left away.',
  ),
  'chip.group-hash': distrust(
    'Một vùng dữ liệu khác với bản Nhà nước đã ký.',
    'A data group differs from what the state signed.',
  ),
  'chip.dg1-mrz': distrust(
    'Không đọc được vùng đọc máy (MRZ) trong chip.',
    'The machine-readable zone in the chip cannot be read.',
  ),
  'chip.other-state': distrust(
    'Vùng đọc máy (MRZ) trong chip ghi một nhà nước cấp thẻ khác.',
    'The machine-readable zone in the chip names another issuing state.',
  ),
  'chip.dg2-picture': distrust(
    'Không đọc được ảnh khuôn mặt trong chip.',
    'The face picture in the chip cannot be read.',
  ),
  'chip.dg13-details': distrust(
    'Không đọc được thông tin cá nhân (DG13) trong chip.',
    'The personal details (DG13) in the chip cannot be read.',
  ),
  'chip.dg14-security': distrust(
    'Không đọc được thông tin bảo mật (DG14) trong chip.',
    'The security details (DG14) in the chip cannot be read.',
  ),
  'chip.number-differs': distrust(
    'Số định danh trong hai vùng dữ liệu của chip khác nhau.',
    'Two data groups of the chip give different personal numbers.',
  ),
  'chip.birth-date-differs': distrust(
    'Ngày sinh trong hai vùng dữ liệu của chip khác nhau.',
    'Two data groups of the chip give different dates of birth.',
  ),
  'chip.name-differs': distrust(
    'Họ tên trong hai vùng dữ liệu của chip khác nhau.',
    'Two data groups of the chip give different names.',
  ),
  'chip.sex-differs': distrust(
    'Giới tính trong hai vùng dữ liệu của chip khác nhau.',
    'Two data groups of the chip give a different sex.',
  ),
  'chip.expiry-differs': distrust(
    'Ngày hết hạn trong hai vùng dữ liệu của chip khác nhau.',
    'Two data groups of the chip give different days of expiry.',
  ),
  'chip.text-hidden': distrust(
    'Thông tin trong chip có ký tự ẩn hoặc ký tự đảo chiều chữ.',
    'The details in the chip hold invisible characters, or some that turn the text round.',
  ),
  'chip.text-letters': distrust(
    'Thông tin trong chip có chữ hoặc ký hiệu lạ, có thể chỉ trông giống chữ Việt.',
    'The details in the chip hold letters or signs that no such card has; some only look like Vietnamese letters.',
  ),
  'chip.text-too-long': distrust(
    'Một thông tin trong chip dài hơn mức một thẻ có thể ghi.',
    'A detail in the chip is longer than any card holds.',
  ),
} satisfies Partial<Record<ChipFaultCode, ProblemEntry>>

const signature = {
  'chip.sod-content': distrust(
    'Tệp chữ ký của chip không chứa đúng loại nội dung.',
    "The chip's signature file does not hold the right kind of content.",
  ),
  'chip.sod-version': distrust(
    'Tệp chữ ký của chip có phiên bản lạ.',
    "The chip's signature file has an unknown version.",
  ),
  'chip.sod-signers': distrust(
    'Tệp chữ ký của chip phải có đúng một người ký.',
    "The chip's signature file must have exactly one signer.",
  ),
  'chip.signed-attributes-missing': distrust(
    'Tệp chữ ký của chip thiếu các thuộc tính được ký.',
    "The chip's signature file lacks the signed attributes.",
  ),
  'chip.attribute-missing': distrust('Thiếu một thuộc tính được ký.', 'A signed attribute is missing.'),
  'chip.attribute-duplicate': distrust(
    'Một thuộc tính được ký xuất hiện hai lần.',
    'A signed attribute stands twice.',
  ),
  'chip.attribute-content-type': distrust(
    'Thuộc tính được ký nêu một loại nội dung khác.',
    'The signed attribute names another kind of content.',
  ),
  'chip.content-digest': distrust(
    'Danh sách vùng dữ liệu khác với bản đã ký.',
    'The list of data groups differs from what was signed.',
  ),
  'chip.sod-signature': distrust(
    'Chữ ký của Nhà nước trên chip không đúng.',
    "The state's signature on the chip is wrong.",
  ),
  'chip.signing-time': distrust(
    'Chip được ký vào lúc chứng thư của người ký không có hiệu lực.',
    "The chip was signed when its signer's certificate was not valid.",
  ),
  'chip.weak-digest': distrust(
    'Chip dùng hàm băm đã bị coi là yếu.',
    'The chip relies on a digest that counts as broken.',
  ),
  'chip.weak-key': distrust(
    'Khoá trong chip hoặc của người ký quá ngắn.',
    'A key in the chip or of its signer is too short.',
  ),
  'chip.algorithm-unknown': distrust(
    'Chip dùng thuật toán ký không được chấp nhận.',
    'The chip uses a signature algorithm that is not accepted.',
  ),
  'chip.algorithm-mismatch': distrust(
    'Thuật toán ghi trên chip không phải thuật toán của khoá đã ký.',
    'The algorithm that the chip names is not the one of the key that signed.',
  ),
  'chip.algorithm-parameters': distrust(
    'Tham số thuật toán ký sai chuẩn.',
    'The signature algorithm has parameters against the standard.',
  ),
  'chip.curve-unknown': distrust(
    'Chip dùng đường cong elliptic không được chấp nhận.',
    'The chip uses an elliptic curve that is not accepted.',
  ),
  'chip.answer-wrong': distrust(
    'Chip không chứng minh được mình là bản gốc: có thể là bản sao.',
    'The chip could not prove that it is the original: it may be a copy.',
  ),
  'chip.answer-unsupported': distrust(
    'Chip này không có khoá để chứng minh mình là bản gốc.',
    'This chip has no key to prove that it is the original.',
  ),
} satisfies Partial<Record<ChipFaultCode, ProblemEntry>>

export const chipProblems = defineProblems({
  ...reading,
  ...encoding,
  ...groups,
  ...signature,
  ...chipTrust,
} satisfies Record<ChipFaultCode, ProblemEntry>)
