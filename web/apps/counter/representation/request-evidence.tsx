// What is taken at the desk for a request: the card's chip, the face of the represented person.
import { useEffect, useState } from 'preact/hooks'
import type {
  DrawWardChallenge,
  ReadWardChip,
  TakeWardPortrait,
} from '../../../../contract/representation-request.ts'
import { deed } from '../../../client/call.ts'
import { hintPhrase } from '../../../kit/portrait/portrait-hints.ts'
import type { ReadChip } from '../../../kit/devices/chip-source.ts'
import { visitor, visitorOf } from '../../../kit/simulators.ts'
import { Button } from '../../../ui/button.tsx'
import { Card } from '../../../ui/card.tsx'
import { camera, card as cardIcon } from '../../../ui/icons.tsx'
import { phrases } from '../../../ui/phrases.ts'
import { answerOf } from '../devices/answered-chip.ts'
import { sealed } from '../devices/seal-capture.ts'
import { CameraPanel } from '../devices/camera-panel.tsx'
import { ChipPanel } from '../devices/chip-panel.tsx'
import { Verdict } from '../evidence/verdict.tsx'
import { orSignIn } from '../shell/officer.ts'
import type { Request } from './request.ts'

const t = phrases({
  chip: {
    vi: 'Thẻ căn cước (để lên mức 2, từ 6 tuổi)',
    en: 'Identity card (for level 2, from the age of 6)',
  },
  genuine: { vi: 'Chip thật, đúng người', en: 'Genuine, and hers' },
  unproven: { vi: 'Đúng người, chưa chắc là thẻ gốc', en: 'Hers, but perhaps a copy' },
  unprovenMore: {
    vi: 'Chip chưa ký chuỗi của hệ thống, nên người thứ hai xem thẻ. Đặt thẻ lên máy đọc và đọc lại để khỏi phải chờ.',
    en: 'The chip has not signed our challenge, so a second officer looks at the card. Lay it on the reader and read it again to save the wait.',
  },
  copied: { vi: 'Không phải thẻ gốc', en: 'Not the card itself' },
  again: { vi: 'Đọc lại thẻ', en: 'Read the card again' },
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

/** The chip's parts, with its answer to a challenge of the server's where the card can be asked. */
const giveChip = async (caseId: string, chip: ReadChip): Promise<Request> => {
  const answered = await answerOf(chip, caseId, () =>
    orSignIn(deed<typeof DrawWardChallenge>('representation.draw-challenge', { caseId })),
  )
  const taken = await sealed({ caseId, chip: chip.file, ...answered })
  return orSignIn(deed<typeof ReadWardChip>('representation.read-chip', taken))
}

const giveFace = async (caseId: string, picture: string): Promise<Request> => {
  const taken = await sealed({ caseId, picture })
  return orSignIn(deed<typeof TakeWardPortrait>('representation.portrait', taken, { timeout_s: 40 }))
}

const shownOf = ({ isHers, proof }: NonNullable<Request['chip']>) => {
  if (!isHers || proof === 'refused') {
    return { tone: 'son', title: 'foreign' } as const
  }
  return proof === 'copied'
    ? ({ tone: 'son', title: 'copied' } as const)
    : proof === 'unproven'
      ? ({ tone: 'gold', title: 'unproven' } as const)
      : ({ tone: 'ok', title: 'genuine' } as const)
}

export const Chip = ({ request, keep }: { request: Request; keep: Keep }) => {
  const [isReading, setReading] = useState(false)
  const { chip } = request
  const isOpen = request.state === 'open'
  return (
    <Card title={t('chip')} icon={cardIcon}>
      <div class="stack">
        {chip && (
          <Verdict tone={shownOf(chip).tone} title={t(shownOf(chip).title)}>
            {t(shownOf(chip).title === 'unproven' ? 'unprovenMore' : 'chipMore', { level: request.level })}
          </Verdict>
        )}
        {isOpen && chip && !isReading && chip.proof !== 'proven' && (
          <Button size="small" onPress={() => setReading(true)}>
            {t('again')}
          </Button>
        )}
        {(!chip || (isOpen && isReading)) && (
          <ChipPanel
            onChip={(read) => {
              keep(() => giveChip(request.caseId, read))
              setReading(false)
              return Promise.resolve()
            }}
          />
        )}
      </div>
    </Card>
  )
}

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
            onPicture={(picture) => keep(() => giveFace(request.caseId, picture.base64))}
          />
        )}
      </div>
    </Card>
  )
}
