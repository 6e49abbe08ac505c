/** Letters: a device that was removed, one whose passcode is locked, one that took all of her data along. */
import { defineLetters } from './letter-form.ts'

export const deviceLetters = defineLetters({
  'device-removed': {
    kind: 'security',
    sms: {
      vi: 'Máy {device} đã bị gỡ lúc {at}. Không phải bạn? Khoá tại {site}/app/lock',
      en: 'The device {device} was removed at {at}. Not you? Lock your account at {site}/app/lock',
    },
    title: { vi: 'Một máy đã bị gỡ', en: 'A device was removed' },
    text: {
      vi: 'Máy {device} đã bị gỡ khỏi tài khoản của bạn lúc {at} và không mở được tài khoản nữa. Nếu không phải bạn gỡ, hãy xem các máy còn lại, đổi mật khẩu, hoặc khoá tài khoản tại {site}/app/lock.',
      en: 'The device {device} was removed from your account at {at} and opens it no more. If it was not you, look at the devices that are left, change your password, or lock the account at {site}/app/lock.',
    },
    action: { label: { vi: 'Xem các máy', en: 'See devices' }, to: '/app/devices' },
  },
  'own-data-taken': {
    kind: 'security',
    sms: {
      vi: 'Máy {device} đã tải về dữ liệu của bạn lúc {at}. Không phải bạn? Khoá tại {site}/app/lock',
      en: 'The device {device} downloaded your data at {at}. Not you? Lock your account at {site}/app/lock',
    },
    title: { vi: 'Dữ liệu về bạn đã được tải về', en: 'Your data was downloaded' },
    text: {
      vi: 'Tệp ghi mọi điều hệ thống giữ về bạn đã được tải về máy {device} lúc {at}, sau khi nhập mã PIN. Ai có tệp đều đọc được: hãy cất nơi chỉ bạn mở được. Nếu không phải bạn tải, hãy khoá tài khoản tại {site}/app/lock.',
      en: 'The file with all that is held of you was downloaded to the device {device} at {at}, after the passcode. Whoever has the file can read it: keep it where only you can open it. If it was not you, lock the account at {site}/app/lock.',
    },
    action: { label: { vi: 'Xem các máy', en: 'See devices' }, to: '/app/devices' },
  },
  'passcode-locked': {
    kind: 'security',
    sms: {
      vi: 'Mã PIN trên máy {device} tạm khoá đến {until} vì nhập sai. Không phải bạn? Vào {site}/app/lock',
      en: 'The passcode on {device} is locked until {until}: too many wrong tries. Not you? Go to {site}/app/lock',
    },
    title: { vi: 'Mã PIN bị nhập sai quá nhiều lần', en: 'Too many wrong tries of your passcode' },
    text: {
      vi: 'Trên máy {device}, mã PIN đã bị nhập sai quá nhiều lần và tạm khoá đến {until}. Nếu là bạn, hãy thử lại sau thời điểm đó. Nếu không phải bạn, máy có thể đang ở trong tay người khác: gỡ máy này từ một máy khác, hoặc khoá tài khoản tại {site}/app/lock.',
      en: 'On the device {device} the passcode was typed wrongly too many times and is locked until {until}. If it was you, try again after that moment. If it was not, the device may be in the hands of somebody else: remove it from another device, or lock the account at {site}/app/lock.',
    },
    action: { label: { vi: 'Xem các máy', en: 'See devices' }, to: '/app/devices' },
  },
})
