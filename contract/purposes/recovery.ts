/** Getting an account back on another phone. */
import { definePurposes } from './shape.ts'

export const recoveryPurposes = definePurposes({
  'recovery-begun': {
    vi: 'Bắt đầu khôi phục tài khoản bằng phiếu cấp tại quầy',
    en: 'Account recovery with a counter voucher started',
    family: 'self',
    fields: [],
  },
  'recovery-proof': {
    vi: 'Xác minh để khôi phục tài khoản trên máy mới',
    en: 'Evidence given for account recovery on a new phone',
    family: 'self',
    fields: [],
  },
  'recovery-done': {
    vi: 'Chuyển tài khoản sang máy mới',
    en: 'Account moved to a new phone',
    family: 'self',
    fields: [],
  },
  'recovery-left': {
    vi: 'Dừng khôi phục tài khoản',
    en: 'Account recovery stopped',
    family: 'self',
    fields: [],
  },
  'recovery-disputed': {
    vi: 'Báo “Không phải tôi”: dừng việc đang chạy và khoá tài khoản',
    en: '“This wasn’t me” reported: what was going on stopped, account locked',
    family: 'self',
    fields: [],
  },
  'recovery-relative-answered': {
    vi: 'Trả lời đề nghị xác nhận của người thân',
    en: "Answered a relative's request to confirm",
    family: 'self',
    fields: [],
  },
})
