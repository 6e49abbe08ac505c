/**
 * Refusals about who signed a chip: the signer's certificate, and the authorities on the way to one that is
 * trusted here.
 */
import type { ChipFaultCode } from '../../formats/emrtd/chip-fault.ts'
import { distrust, operator } from './chip-next-step.ts'
import type { ProblemEntry } from './shape.ts'

export const chipTrust = {
  'chip.signer-missing': distrust(
    'Thiếu chứng thư của người ký trong chip.',
    "The signer's certificate is missing in the chip.",
  ),
  'chip.signer-unknown': operator(
    'Cơ quan cấp chứng thư cho người ký chip không nằm trong danh sách tin cậy.',
    "The authority behind the chip's signer is not among those we trust.",
  ),
  'chip.signer-signature': distrust(
    'Chứng thư của người ký không do cơ quan mà nó nêu tên cấp.',
    "The signer's certificate was not issued by the authority that it names.",
  ),
  'chip.signer-not-yet-valid': distrust(
    'Chứng thư của người ký chưa có hiệu lực.',
    "The signer's certificate is not valid yet.",
  ),
  'chip.signer-expired': distrust(
    'Chứng thư của người ký đã hết hạn.',
    "The signer's certificate has expired.",
  ),
  'chip.signer-usage': distrust(
    'Chứng thư của người ký không được dùng để ký giấy tờ.',
    "The signer's certificate is not meant for signing documents.",
  ),
  'chip.signer-is-authority': distrust(
    'Chip do khoá của cơ quan cấp chứng thư ký trực tiếp, điều chuẩn không cho phép.',
    "The chip was signed by an authority's own key, which the standard does not allow.",
  ),
  'chip.signer-state': distrust(
    'Người ký chip không thuộc nhà nước cấp thẻ này.',
    "The chip's signer is not of the state that issues this card.",
  ),
  'chip.signer-document': distrust(
    'Chứng thư của người ký chip không cho ký loại giấy tờ này.',
    "The signer's certificate does not name this kind of document.",
  ),
  'chip.critical-extension': distrust(
    'Chứng thư có điều kiện bắt buộc mà hệ thống không biết.',
    'A certificate has a binding condition that is not known here.',
  ),
  'chip.signer-revoked': distrust(
    'Chứng thư của người ký đã bị thu hồi.',
    "The signer's certificate has been revoked.",
  ),
  'chip.crl-stale': operator(
    'Danh sách thu hồi của cơ quan cấp chứng thư đã quá hạn.',
    "The authority's revocation list is out of date.",
  ),
  'chip.authority-not-yet-valid': operator(
    'Chứng thư của cơ quan cấp chứng thư chưa có hiệu lực.',
    "The signing authority's certificate is not valid yet.",
  ),
  'chip.authority-expired': operator(
    'Chứng thư của cơ quan cấp chứng thư đã hết hạn.',
    "The signing authority's certificate has expired.",
  ),
  'chip.authority-usage': operator(
    'Chứng thư trong danh sách tin cậy không được cấp chứng thư khác.',
    'A certificate of the trust list may not issue others.',
  ),
  'chip.authority-state': distrust(
    'Cơ quan cấp chứng thư cho người ký chip thuộc một nhà nước khác.',
    "The authority behind the chip's signer is of another state than the card.",
  ),
  'chip.authority-scope': operator(
    'Cơ quan cấp chứng thư không được tin cậy cho loại giấy tờ này.',
    'The signing authority is not trusted for this kind of document.',
  ),
} satisfies Partial<Record<ChipFaultCode, ProblemEntry>>
