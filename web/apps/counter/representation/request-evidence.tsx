// What is shown and taken at the desk for a request: the papers, the card's chip, the face of the represented
// person.
import { useEffect, useState } from 'preact/hooks'
import type {
  NotePapers,
  ReadWardChip,
  TakeWardPortrait,
} from '../../../../contract/representation-request.ts'
import { deed } from '../../../client/call.ts'
import { hintPhrase } from '../../../kit/portrait/portrait-hints.ts'
import { visitor, visitorOf } from '../../../kit/simulators.ts'
import { Button } from '../../../ui/button.tsx'
import { Card } from '../../../ui/card.tsx'
import { dateVN } from '../../../ui/format.ts'
import { camera, card as cardIcon, check, clock, dossier, Icon } from '../../../ui/icons.tsx'
import { phrases } from '../../../ui/phrases.ts'
import { CameraPanel } from '../devices/camera-panel.tsx'
import { ChipPanel } from '../devices/chip-panel.tsx'
import { PaperForm } from '../evidence/paper-form.tsx'
import { Verdict } from '../evidence/verdict.tsx'
import { orSignIn } from '../shell/officer.ts'
import { paperChoices, paperWords, type Request } from './request.ts'

const t = phrases({
  papers: { vi: 'Giấy tờ đã xem', en: 'Papers that were shown' },
  paperLine: { vi: '{number}, {authority}, {date}', en: '{number}, {authority}, {date}' },
  change: { vi: 'Sửa', en: 'Change' },
  until: { vi: 'Hiệu lực đến hết {day}', en: 'In force until {day}' },
  chip: {
    vi: 'Thẻ căn cước (để lên mức 2, từ 6 tuổi)',
    en: 'Identity card (for level 2, from the age of 6)',
  },
  genuine: { vi: 'Chip thật, đúng người', en: 'Genuine, and hers' },
  foreign: { vi: 'Chip của người khác hoặc không thật', en: "Somebody else's, or not genuine" },
  chipMore: { vi: 'Tài khoản ở mức {level}.', en: 'The account is of level {level}.' },
  portrait: { vi: 'Khuôn mặt của người được đại diện', en: 'Face of the represented person' },
  match: { vi: 'Khuôn mặt khớp cơ sở dữ liệu', en: 'The face matches the register' },
  noMatch: { vi: 'Chưa khớp', en: 'No match yet' },
  tries: { vi: 'Còn {n} lần chụp.', en: '{n} tries are left.' },
  answered: { vi: 'Câu trả lời được ghi lại.', en: 'The answer is recorded.' },
})

/** Does the work and shows the request as it is afterwards. */
export type Keep = (work: () => Promise<Request>) => void

export const Papers = ({ request, keep, isBusy }: { request: Request; keep: Keep; isBusy: boolean }) => {
  const [isChanging, change] = useState(false)
  const [paper] = request.papers
  const isForm = request.state === 'open' && (!paper || isChanging)
  return (
    <Card
      title={t('papers')}
      icon={dossier}
      aside={
        paper &&
        !isForm &&
        request.state === 'open' && (
          <Button size="small" kind="quiet" onPress={() => change(true)}>
            {t('change')}
          </Button>
        )
      }
    >
      {isForm ? (
        <PaperForm
          kinds={paperChoices()}
          first={paper ?? { kind: 'birth-certificate', number: '', authority: '', date: '' }}
          until={request.until}
          isBusy={isBusy}
          onSave={(given, until) => {
            keep(() =>
              orSignIn(
                deed<typeof NotePapers>('representation.papers', {
                  caseId: request.caseId,
                  papers: [given],
                  until,
                }),
              ),
            )
            change(false)
          }}
        />
      ) : (
        <ul class="rep-left">
          {request.papers.map((one) => (
            <li class="is-done" key={one.number}>
              <Icon of={check} size={20} />
              <span>
                <b>{paperWords(one.kind)}</b>{' '}
                {t('paperLine', { number: one.number, authority: one.authority, date: dateVN(one.date) })}
              </span>
            </li>
          ))}
          {request.until && (
            <li>
              <Icon of={clock} size={20} />
              <span>{t('until', { day: dateVN(request.until) })}</span>
            </li>
          )}
        </ul>
      )}
    </Card>
  )
}

export const Chip = ({ request, keep }: { request: Request; keep: Keep }) => (
  <Card title={t('chip')} icon={cardIcon}>
    {request.chip ? (
      <Verdict
        tone={request.chip.verdict === 'genuine' && request.chip.isHers ? 'ok' : 'son'}
        title={t(request.chip.verdict === 'genuine' && request.chip.isHers ? 'genuine' : 'foreign')}
      >
        {t('chipMore', { level: request.level })}
      </Verdict>
    ) : (
      <ChipPanel
        onChip={({ file }) => {
          keep(() =>
            orSignIn(
              deed<typeof ReadWardChip>('representation.read-chip', {
                caseId: request.caseId,
                chip: file,
              }),
            ),
          )
          return Promise.resolve()
        }}
      />
    )}
  </Card>
)

export const Face = ({ request, keep, isBusy }: { request: Request; keep: Keep; isBusy: boolean }) => {
  const { portrait, ward } = request
  const here = visitor.use()
  useEffect(() => {
    if (ward) {
      void visitorOf(ward.personalNumber).then((found) => {
        if (found) {
          visitor.set(found)
        }
      })
    }
  }, [ward?.personalNumber])
  const isMatch = portrait?.outcome === 'match'
  const isOver = isMatch || portrait?.triesLeft === 0
  return (
    <Card title={t('portrait')} icon={camera}>
      <div class="stack">
        {portrait && (
          <Verdict tone={isMatch ? 'ok' : 'gold'} title={t(isMatch ? 'match' : 'noMatch')}>
            {isMatch
              ? t('answered')
              : portrait.hints.length > 0
                ? portrait.hints.map((hint) => hintPhrase(hint)).join('. ')
                : t('tries', { n: portrait.triesLeft })}
          </Verdict>
        )}
        {!isOver && !isBusy && (
          <CameraPanel
            visitor={here}
            taken={null}
            onAgain={() => undefined}
            onPicture={(picture) =>
              keep(() =>
                orSignIn(
                  deed<typeof TakeWardPortrait>(
                    'representation.portrait',
                    { caseId: request.caseId, picture: picture.base64 },
                    { timeout_s: 40 },
                  ),
                ),
              )
            }
          />
        )}
      </div>
    </Card>
  )
}
