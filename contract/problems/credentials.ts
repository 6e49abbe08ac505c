/**
 * Refusals of documents on the phone. Most are met by programs: on the doors of OpenID4VCI the English
 * sentence is the description of the standard's error.
 */
import { defineProblems } from './shape.ts'

const again = {
  vi: 'Chưa có giấy tờ nào được cấp; hãy mở ứng dụng và làm lại từ đầu.',
  en: 'Nothing was issued; open the app and begin again.',
}
const wallet = {
  vi: 'Chưa có giấy tờ nào được cấp; hãy cập nhật ví rồi làm lại.',
  en: 'Nothing was issued; update the wallet and try again.',
}

export const credentialProblems = defineProblems({
  'credentials.level-too-low': {
    status: 403,
    vi: 'Giấy tờ trên máy cần tài khoản mức 2. Tài khoản của bạn không đổi; hãy mang thẻ căn cước đến quầy gần bạn để nâng mức.',
    en: 'Documents on the phone need an account of level 2. Your account is unchanged; bring your card to a counter near you to raise it.',
  },
  'credentials.nothing-to-issue': {
    status: 404,
    vi: 'Cơ sở dữ liệu chưa có thông tin để cấp giấy tờ này. Không có gì thay đổi; hãy gọi tổng đài để được kiểm tra.',
    en: 'The register holds nothing from which this document could be issued. Nothing changed; call the hotline to have it checked.',
  },
  'credentials.several': {
    status: 400,
    vi: `Có nhiều giấy tờ loại này mà ví không nói lấy giấy nào. ${wallet.vi}`,
    en: `There are several documents of this kind, and the wallet does not say which: it asks for identifiers by authorization_details. ${wallet.en}`,
  },
  'credentials.grant-unsupported': {
    status: 400,
    vi: `Ví hỏi theo cách không được hỗ trợ. ${wallet.vi}`,
    en: `The wallet asks by a grant that is not supported here. ${wallet.en}`,
  },
  'credentials.details-malformed': {
    status: 400,
    vi: `Ví hỏi giấy tờ theo cách không đọc được. ${wallet.vi}`,
    en: `The authorization_details cannot be read, or name a document that was not offered. ${wallet.en}`,
  },
  'credentials.code-missing': {
    status: 400,
    vi: `Thiếu mã đã cấp trước. ${again.vi}`,
    en: `The pre-authorized code is missing. ${again.en}`,
  },
  'credentials.code-wrong': {
    status: 400,
    vi: `Mã đã cấp trước không đúng, đã dùng, đã hết hạn hoặc không thuộc máy này. ${again.vi}`,
    en: `The pre-authorized code is not right, was used, has ended or is not for this phone. ${again.en}`,
  },
  'credentials.tx-code-missing': {
    status: 400,
    vi: `Thiếu mã xác nhận hiện trong ứng dụng. ${again.vi}`,
    en: `The code that the app shows is missing. ${again.en}`,
  },
  'credentials.tx-code-unexpected': {
    status: 400,
    vi: `Máy này không cần mã xác nhận. ${again.vi}`,
    en: `No transaction code is expected for this phone. ${again.en}`,
  },
  'credentials.tx-code-wrong': {
    status: 400,
    vi: `Mã xác nhận không đúng. Chưa có giấy tờ nào được cấp; nhập lại mã hiện trong ứng dụng.`,
    en: 'The transaction code is not right. Nothing was issued; enter the code that the app shows.',
  },
  'credentials.token-wrong': {
    status: 401,
    vi: `Quyền nhận giấy tờ đã hết hạn hoặc không còn. ${again.vi}`,
    en: `The access token is not known, has ended or was taken back. ${again.en}`,
  },
  'credentials.request-malformed': {
    status: 400,
    vi: `Máy chủ không đọc được yêu cầu của ví. ${wallet.vi}`,
    en: `The request of the wallet could not be read. ${wallet.en}`,
  },
  'credentials.configuration-unknown': {
    status: 400,
    vi: `Ví hỏi một loại giấy tờ không có trong lời mời. ${again.vi}`,
    en: `The credential configuration is not known or was not offered. ${again.en}`,
  },
  'credentials.identifier-unknown': {
    status: 400,
    vi: `Ví hỏi một giấy tờ không có. ${again.vi}`,
    en: `The credential identifier is not known. ${again.en}`,
  },
  'credentials.proof-missing': {
    status: 400,
    vi: `Ví chưa chứng minh khoá nào. ${wallet.vi}`,
    en: `There is no proof of a key in the request. ${wallet.en}`,
  },
  'credentials.proof-wrong': {
    status: 400,
    vi: `Ví không chứng minh được khoá của mình. ${wallet.vi}`,
    en: `A proof is not a JWT of the right type, signed with ES256 by the key that it names. ${wallet.en}`,
  },
  'credentials.proof-audience': {
    status: 400,
    vi: `Ví chứng minh khoá cho một nơi khác. ${wallet.vi}`,
    en: `A proof is meant for somebody else. ${wallet.en}`,
  },
  'credentials.proof-time': {
    status: 400,
    vi: 'Giờ trên máy lệch quá nhiều hoặc ví chứng minh khoá đã lâu. Chưa có giấy tờ nào được cấp; chỉnh giờ tự động rồi làm lại.',
    en: 'A proof is too old or from the future. Nothing was issued; let the phone set its clock by itself and try again.',
  },
  'credentials.proof-without-nonce': {
    status: 400,
    vi: `Ví chứng minh khoá mà không kèm số dùng một lần. ${wallet.vi}`,
    en: `A proof holds no c_nonce. ${wallet.en}`,
  },
  'credentials.proofs-too-many': {
    status: 400,
    vi: `Ví hỏi nhiều bản hơn số được cấp một lần ({most}). ${wallet.vi}`,
    en: `There are more proofs than one batch may have ({most}). ${wallet.en}`,
  },
  'credentials.nonce-wrong': {
    status: 400,
    vi: `Số dùng một lần không đúng, đã dùng hoặc đã hết hạn. ${again.vi}`,
    en: `The c_nonce is not ours, was used or has ended. Fetch a fresh one and try again.`,
  },
  'credentials.key-used': {
    status: 400,
    vi: `Một khoá đã có giấy tờ, hoặc được gửi hai lần. ${wallet.vi}`,
    en: `A key was proven twice or has a credential already. ${wallet.en}`,
  },
  'credentials.encryption-wrong': {
    status: 400,
    vi: `Ví xin mã hoá theo cách không được hỗ trợ. ${wallet.vi}`,
    en: `The response cannot be encrypted as the wallet asks. ${wallet.en}`,
  },
  'credentials.notification-unknown': {
    status: 400,
    vi: 'Không có lần cấp giấy tờ nào như vậy. Không có gì thay đổi.',
    en: 'There is no such issuance for this access token. Nothing changed.',
  },
  'credentials.notification-malformed': {
    status: 400,
    vi: 'Ví báo một việc không rõ là gì. Không có gì thay đổi.',
    en: 'The notification names no event of the standard. Nothing changed.',
  },
})
