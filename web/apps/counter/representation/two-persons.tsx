// Whose account it is and who acts for her, as the register has both, and whether it names their relation.
import { Card } from '../../../ui/card.tsx'
import { groupPersonalNumber } from '../../../ui/format.ts'
import { family } from '../../../ui/icons.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { phrases } from '../../../ui/phrases.ts'
import { Portrait } from '../../../ui/portrait.tsx'
import { Verdict } from '../evidence/verdict.tsx'
import { kindWords, type Request } from './request.ts'

const t = phrases({
  two: { vi: 'Hai người', en: 'The two persons' },
  ward: { vi: 'Người được đại diện · {age} tuổi', en: 'Represented person · {age} years old' },
  by: { vi: '{kind} · tài khoản mức {level}', en: '{kind} · account level {level}' },
  byNone: { vi: '{kind} · chưa có tài khoản', en: '{kind} · no account' },
  nobody: { vi: 'Không có trong cơ sở dữ liệu', en: 'Not in the register' },
  known: { vi: 'Cơ sở dữ liệu ghi quan hệ này', en: 'The register names this relation' },
  unknown: { vi: 'Cơ sở dữ liệu chưa ghi quan hệ này', en: 'The register does not name this relation' },
  unknownMore: {
    vi: 'Xem bản gốc giấy tờ. Hồ sơ cần người duyệt thứ hai.',
    en: 'Look at the original papers. The request needs a second pair of eyes.',
  },
  knownMore: { vi: 'Đủ bước thì xong ngay tại quầy.', en: 'With every step done it is finished here.' },
})

export const TwoPersons = ({
  request: { ward, representative, kind, isInRegister },
}: {
  request: Request
}) => (
  <Card title={t('two')} icon={family}>
    <div class="stack">
      <div class="rep-two">
        {ward ? (
          <div class="rep-who">
            <Portrait name={ward.fullName} src={ward.portrait ?? undefined} shape="card" size={72} />
            <span>
              <b>{ward.fullName}</b>
              {groupPersonalNumber(ward.personalNumber)}
              <br />
              {t('ward', { age: ward.age })}
            </span>
          </div>
        ) : (
          <Notice isQuiet tone="warn">
            {t('nobody')}
          </Notice>
        )}
        {representative ? (
          <div class="rep-who">
            <Portrait name={representative.fullName} size={56} />
            <span>
              <b>{representative.fullName}</b>
              {groupPersonalNumber(representative.personalNumber)}
              <br />
              {representative.level === null
                ? t('byNone', { kind: kindWords(kind) })
                : t('by', { kind: kindWords(kind), level: representative.level })}
            </span>
          </div>
        ) : (
          <Notice isQuiet tone="warn">
            {t('nobody')}
          </Notice>
        )}
      </div>
      <Verdict tone={isInRegister ? 'ok' : 'gold'} title={t(isInRegister ? 'known' : 'unknown')}>
        {t(isInRegister ? 'knownMore' : 'unknownMore')}
      </Verdict>
    </div>
  </Card>
)
