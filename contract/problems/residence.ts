/** Refusals of changes of residence in the register (Law on Residence 68/2020/QH14). */
import { defineProblems } from './shape.ts'

export const residenceProblems = defineProblems({
  'residence.no-such-person': {
    status: 422,
    vi: 'Có người không có trong cơ sở dữ liệu dân cư. Chưa có gì thay đổi; hãy kiểm tra lại số định danh.',
    en: 'Somebody named here is not in the population register. Nothing changed; check the personal numbers.',
  },
  'residence.not-living': {
    status: 422,
    vi: 'Cơ sở dữ liệu ghi có người đã mất hoặc mất tích. Chưa có gì thay đổi; nếu không đúng, hãy báo sai lệch trước.',
    en: 'The register says that somebody named here has died or is missing. Nothing changed; if that is wrong, report it first.',
  },
  'residence.register-moved': {
    status: 409,
    vi: 'Cơ sở dữ liệu đã thay đổi từ lúc được xem. Chưa có gì được ghi; hãy tải lại và xem lại.',
    en: 'The register has changed since it was looked at. Nothing was written; load it again and look again.',
  },
  'residence.reference-used': {
    status: 409,
    vi: 'Mã hồ sơ này đã dùng cho một thay đổi khác. Thay đổi trước vẫn giữ nguyên; hãy kiểm tra lại mã hồ sơ.',
    en: 'This dossier code was used for another change. That change stands; check the code.',
  },
  'residence.bad-reference': {
    status: 422,
    vi: 'Mã hồ sơ không đúng dạng. Chưa có gì thay đổi; hãy kiểm tra lại mã.',
    en: 'The dossier code is not in the right form. Nothing changed; check the code.',
  },
  'residence.nobody-named': {
    status: 422,
    vi: 'Chưa nêu ai thay đổi nơi cư trú. Chưa có gì thay đổi; hãy ghi ít nhất một người.',
    en: 'Nobody is named whose residence changes. Nothing changed; name at least one person.',
  },
  'residence.too-many-together': {
    status: 422,
    vi: 'Một hồ sơ chỉ nhận tối đa {most} người cùng thay đổi. Chưa có gì thay đổi; hãy chia thành nhiều hồ sơ.',
    en: 'At most {most} people change together in one dossier. Nothing changed; use several dossiers.',
  },
  'residence.named-twice': {
    status: 422,
    vi: 'Có người được ghi hai lần. Chưa có gì thay đổi; hãy ghi mỗi người một lần.',
    en: 'Somebody is named twice. Nothing changed; name each person once.',
  },
  'residence.bad-place': {
    status: 422,
    vi: 'Địa chỉ chưa hợp lệ. Chưa có gì thay đổi; hãy ghi địa chỉ trong một dòng, tối đa 300 ký tự.',
    en: 'This is not a valid address. Nothing changed; write it in one line of at most 300 characters.',
  },
  'residence.no-such-unit': {
    status: 422,
    vi: 'Không có xã, phường, đặc khu nào đang có mã này. Chưa có gì thay đổi; hãy chọn lại nơi cư trú.',
    en: 'No commune, ward or special zone has this code today. Nothing changed; choose the place again.',
  },
  'residence.bad-day': {
    status: 422,
    vi: 'Ngày chưa hợp lệ. Chưa có gì thay đổi; hãy ghi ngày có thật, ngày kết thúc sau ngày bắt đầu.',
    en: 'A date is not valid. Nothing changed; use real dates, the last day after the first.',
  },
  'residence.day-not-come': {
    status: 422,
    vi: 'Ngày bắt đầu chưa đến nên chưa ghi được. Chưa có gì thay đổi; hãy ghi ngày hôm nay hoặc trước đó.',
    en: 'The first day has not come, so it cannot be recorded yet. Nothing changed; use today or a day before.',
  },
  'residence.no-such-household': {
    status: 422,
    vi: 'Không có hộ gia đình nào có số hồ sơ cư trú này kèm chủ hộ và địa chỉ. Chưa có gì thay đổi; hãy kiểm tra lại số.',
    en: 'No household with this number has a head and an address. Nothing changed; check the number.',
  },
  'residence.household-full': {
    status: 422,
    vi: 'Một hộ gia đình ghi được tối đa {most} người. Chưa có gì thay đổi; hãy lập một hộ khác.',
    en: 'A household can have at most {most} members here. Nothing changed; form another household.',
  },
  'residence.one-head': {
    status: 422,
    vi: 'Mỗi hộ gia đình có đúng một chủ hộ (Luật Cư trú, điều 10). Chưa có gì thay đổi; hãy ghi lại quan hệ với chủ hộ.',
    en: 'A household has exactly one head (Law on Residence art. 10). Nothing changed; state the relations to the head again.',
  },
  'residence.head-without-capacity': {
    status: 422,
    vi: 'Chủ hộ phải có năng lực hành vi dân sự đầy đủ khi trong hộ có người như vậy (Luật Cư trú, điều 10). Chưa có gì thay đổi; hãy chọn chủ hộ khác.',
    en: 'The head of a household must have full civil capacity where a member has it (Law on Residence art. 10). Nothing changed; choose another head.',
  },
  'residence.new-head-needed': {
    status: 422,
    vi: 'Chủ hộ chuyển đi nên những người ở lại cần chủ hộ mới (Luật Cư trú, điều 10 và 26). Chưa có gì thay đổi; hãy ghi mọi người ở lại cùng quan hệ với chủ hộ mới.',
    en: 'The head leaves, so those who stay need a new head (Law on Residence art. 10, 26). Nothing changed; name everyone who stays and how each is related to the new head.',
  },
  'residence.head-stays': {
    status: 422,
    vi: 'Hộ này vẫn còn chủ hộ nên không cần chủ hộ mới. Chưa có gì thay đổi; hãy bỏ phần chủ hộ mới.',
    en: 'This household keeps its head, so it needs no new one. Nothing changed; leave the new head out.',
  },
  'residence.already-there': {
    status: 409,
    vi: 'Có người đã đăng ký ở nơi này. Đăng ký hiện có vẫn giữ nguyên; không cần làm gì thêm.',
    en: 'Somebody named here is registered at this place already. That registration stands; there is nothing to do.',
  },
  'residence.same-commune': {
    status: 422,
    vi: 'Tạm trú chỉ đăng ký ở ngoài xã, phường nơi thường trú (Luật Cư trú, điều 27). Chưa có gì thay đổi; trong cùng xã, phường thì không cần đăng ký tạm trú.',
    en: 'Temporary residence is registered outside the commune of permanent residence (Law on Residence art. 27). Nothing changed; inside it none is needed.',
  },
  'residence.term-too-long': {
    status: 422,
    vi: 'Thời hạn tạm trú tối đa {years} năm (Luật Cư trú, điều 27). Chưa có gì thay đổi; hãy chọn ngày kết thúc sớm hơn, sau này có thể gia hạn.',
    en: 'A term of temporary residence is at most {years} years (Law on Residence art. 27). Nothing changed; choose an earlier end, it can be renewed later.',
  },
  'residence.term-too-short': {
    status: 422,
    vi: 'Tạm trú là ở từ {days} ngày trở lên (Luật Cư trú, điều 27). Chưa có gì thay đổi; ở ngắn hơn thì chỉ cần thông báo lưu trú.',
    en: 'Temporary residence is a stay of {days} days or more (Law on Residence art. 27). Nothing changed; a shorter stay only needs a stay notice.',
  },
  'residence.no-temporary': {
    status: 409,
    vi: 'Không có đăng ký tạm trú còn hạn để gia hạn. Chưa có gì thay đổi; hãy đăng ký tạm trú mới.',
    en: 'There is no temporary residence to renew. Nothing changed; register it anew.',
  },
  'residence.renewal-early': {
    status: 422,
    vi: 'Chưa đến lúc gia hạn tạm trú: làm trong {days} ngày trước khi hết hạn (Luật Cư trú, điều 28). Đăng ký hiện có vẫn còn hạn; hãy làm từ ngày {day}.',
    en: 'It is too early to renew: this is done in the {days} days before the end (Law on Residence art. 28). The registration still stands; ask from {day} on.',
  },
  'residence.renewal-late': {
    status: 422,
    vi: 'Tạm trú đã hết hạn ngày {day} trước khi nộp yêu cầu gia hạn (Luật Cư trú, điều 28). Chưa có gì thay đổi; hãy đăng ký tạm trú mới.',
    en: 'The temporary residence ended on {day}, before its renewal was asked for (Law on Residence art. 28). Nothing changed; register it anew.',
  },
  'residence.nothing-to-leave': {
    status: 409,
    vi: 'Không có nơi thường trú hay tạm trú nào để khai báo tạm vắng (Luật Cư trú, điều 31). Chưa có gì thay đổi; hãy đăng ký cư trú trước.',
    en: 'There is no registered residence to be absent from (Law on Residence art. 31). Nothing changed; register a residence first.',
  },
  'residence.bad-reason': {
    status: 422,
    vi: 'Lý do tạm vắng hoặc nơi đến chưa hợp lệ. Chưa có gì thay đổi; hãy ghi trong một dòng, tối đa 300 ký tự.',
    en: 'The reason for the absence or the place is not valid. Nothing changed; write each in one line of at most 300 characters.',
  },
  'residence.not-one-household': {
    status: 422,
    vi: 'Những người này không cùng một hộ gia đình. Chưa có gì thay đổi; hãy làm một hồ sơ cho mỗi hộ.',
    en: 'These people are not in one household. Nothing changed; use a dossier for each household.',
  },
  'residence.nobody-stays': {
    status: 422,
    vi: 'Tách hộ thì phải có người ở lại hộ cũ (Luật Cư trú, điều 25). Chưa có gì thay đổi; hãy bỏ bớt người tách.',
    en: 'When a household is split, somebody stays in the old one (Law on Residence art. 25). Nothing changed; take somebody off the list.',
  },
  'residence.members-differ': {
    status: 409,
    vi: 'Danh sách không đúng với những người trong hộ lúc này. Chưa có gì thay đổi; hãy tải lại và ghi đủ mọi người.',
    en: 'The list does not name the members that the household has now. Nothing changed; load it again and name everyone.',
  },
  'residence.no-permanent': {
    status: 409,
    vi: 'Có người không có nơi thường trú để xoá (Luật Cư trú, điều 24). Chưa có gì thay đổi; hãy kiểm tra lại danh sách.',
    en: 'Somebody named here has no permanent residence to remove (Law on Residence art. 24). Nothing changed; check the list.',
  },
  'residence.still-living': {
    status: 422,
    vi: 'Cơ sở dữ liệu ghi người này còn sống, nên chưa xoá thường trú vì lý do này được (Luật Cư trú, điều 24). Chưa có gì thay đổi; hãy đăng ký khai tử trước.',
    en: 'The register says that this person is alive, so the residence cannot be removed for this reason (Law on Residence art. 24). Nothing changed; register the death first.',
  },
  'residence.absence-known': {
    status: 422,
    vi: 'Người này đã đăng ký tạm trú nơi khác hoặc đã khai báo tạm vắng, nên không xoá thường trú vì vắng mặt được (Luật Cư trú, điều 24). Chưa có gì thay đổi.',
    en: 'This person has registered elsewhere or declared the absence, so being away is no reason to remove the residence (Law on Residence art. 24). Nothing changed; there is nothing to do.',
  },
  'residence.has-residence': {
    status: 409,
    vi: 'Người này có nơi thường trú hoặc tạm trú, nên không khai báo nơi ở hiện tại theo cách này (Luật Cư trú, điều 19). Chưa có gì thay đổi; hãy đăng ký nơi cư trú mới.',
    en: 'This person has a registered residence, so the present place is not declared this way (Law on Residence art. 19). Nothing changed; register the new residence.',
  },
  'residence.bad-contact': {
    status: 422,
    vi: 'Số điện thoại hoặc e-mail chưa hợp lệ. Chưa có gì thay đổi; hãy kiểm tra lại.',
    en: 'The phone number or e-mail address is not valid. Nothing changed; check it.',
  },
})
