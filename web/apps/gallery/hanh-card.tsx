// The card of the person whom the gallery shows, in each of its states.
import { now } from '../../ui/clock.ts'
import { CredentialCard, type CredentialState } from '../../ui/credential-card.tsx'
import { sampleFace } from './sample-face.ts'

const face = sampleFace({})

export const HanhCard = ({ state = 'valid' }: { state?: CredentialState }) => (
  <CredentialCard
    title="Căn cước"
    subtitle="Identity card"
    holder="Nguyễn Thị Hạnh"
    portrait={face}
    personalNumber="901191005826"
    level={2}
    state={state}
    syncedAt={now() - 120_000}
    facts={[
      { label: 'Ngày sinh', value: '12/04/1991' },
      { label: 'Giới tính', value: 'Nữ' },
    ]}
  />
)
