// Papers of a dossier: each opens as PDF.
import type { ViewDossierPaper } from '../../../../contract/dossiers.ts'
import { usePress } from '../../../client/press.ts'
import { ProblemNotice } from '../../../kit/problem-notice.tsx'
import { saveBytes } from '../../../kit/save-file.ts'
import { Card, Row } from '../../../ui/card.tsx'
import { dateVN } from '../../../ui/format.ts'
import { dossier, download, Icon } from '../../../ui/icons.tsx'
import { inLanguage, phrases } from '../../../ui/phrases.ts'
import { ownView } from '../shell/session.ts'
import type { OwnDossier } from './clock-card.tsx'

const t = phrases({
  title: { vi: 'Giấy tờ', en: 'Papers' },
  detail: { vi: 'PDF · {day}', en: 'PDF · {day}' },
})

const bytesOf = (base64: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))

export const DossierPapers = ({ own: { papers, reference } }: { own: OwnDossier }) => {
  const opening = usePress()
  const save = (kind: string) =>
    void opening.press(async () => {
      const { name, pdf } = await ownView<typeof ViewDossierPaper>('dossiers.paper', { reference, kind })
      saveBytes(name, bytesOf(pdf), 'application/pdf')
    })
  return papers.length === 0 ? null : (
    <Card title={t('title')} icon={dossier}>
      {opening.problem && <ProblemNotice key={opening.refusals} problem={opening.problem} />}
      {papers.toReversed().map(({ kind, words, at }) => (
        <Row
          key={kind}
          lead={null}
          title={inLanguage(words)}
          detail={t('detail', { day: dateVN(at) })}
          end={<Icon of={download} size={20} />}
          onPress={() => save(kind)}
        />
      ))}
    </Card>
  )
}
