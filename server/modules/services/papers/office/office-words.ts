/** What stands on every paper of an office (Decree 30/2020/ND-CP annex I on the head of official papers). */
export const officeWords = {
  state: 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
  motto: 'Độc lập - Tự do - Hạnh phúc',
  trial: 'MÔI TRƯỜNG THỬ · dữ liệu giả, không có giá trị pháp lý',
  number: 'Số: {number}',
  form: 'Mẫu {form}',
  to: 'Kính gửi: {name}',
  dash: '—',
  dossierCode: 'Mã hồ sơ: {code}',
  followAlt: 'Mã QR tra cứu hồ sơ, dẫn tới {link}',
  verifyAlt: 'Mã QR kiểm tra giấy này, dẫn tới {link}',
  follow: 'Quét mã hoặc mở liên kết để xem hồ sơ đang ở bước nào:',
  verify: 'Quét mã hoặc mở liên kết để kiểm tra giấy này còn giá trị hay không:',
  code: 'Mã của giấy, để gõ tay:',
  sealed: 'Tệp có chữ ký số bên trong; phần mềm đọc PDF báo nếu tệp bị sửa.',
  contact: 'Nơi hỏi: {contact}',
} as const

/** Fills `{name}` of a sentence. */
export const fill = (text: string, blanks: Readonly<Record<string, string>>): string =>
  text.replace(/\{(\w+)\}/g, (_, name: string) => blanks[name] ?? '')
