// Who plays: people with a life of their own. A native radio group, so that arrows move and the choice is
// read out.
import { Portrait } from '../../web/ui/portrait.tsx'
import { phrases } from '../../web/ui/phrases.ts'
import { said, type CastMember } from './world.ts'

const t = phrases({ legend: { vi: 'Chọn một nhân vật', en: 'Choose a person' } })

export const Cast = ({
  cast,
  chosen,
  onChoose,
}: {
  cast: readonly CastMember[]
  chosen: string | null
  onChoose: (id: string) => void
}) => (
  <fieldset class="cast">
    <legend class="unseen">{t('legend')}</legend>
    {cast.map((member) => (
      <label key={member.id} class="cast-card">
        <input
          type="radio"
          name="cast"
          value={member.id}
          checked={member.id === chosen}
          onChange={() => onChoose(member.id)}
        />
        <Portrait name={member.name} src={`${member.portrait_url}?still`} size={64} />
        <b>{member.name}</b>
        <small>{said(member.about)}</small>
      </label>
    ))}
  </fieldset>
)
