// Where people are invented: who of them stands at the desk.
import { useEffect } from 'preact/hooks'
import { people, readPeople, visitor } from '../../../kit/simulators.ts'
import { groupPersonalNumber } from '../../../ui/format.ts'
import { inLanguage, phrases } from '../../../ui/phrases.ts'
import { Portrait } from '../../../ui/portrait.tsx'
import '../devices/devices.css'

const t = phrases({
  stands: { vi: 'Ai đang đứng trước quầy?', en: 'Who stands at the desk?' },
})

export const PeopleAtDesk = ({ onNumber }: { onNumber: (digits: string) => void }) => {
  const present = people.use()
  const here = visitor.use()
  useEffect(() => {
    void readPeople()
  }, [])
  if (present.length === 0) {
    return null
  }
  return (
    <fieldset class="cast-cards">
      <legend>{t('stands')}</legend>
      <div>
        {present.map((member) => (
          <label key={member.id} class="cast-card">
            <input
              type="radio"
              name="cast-person"
              value={member.id}
              checked={here?.id === member.id}
              onChange={() => {
                visitor.set(member)
                onNumber(member.personalNumber)
              }}
            />
            <Portrait name={member.name} src={`${member.portraitUrl}?still`} shape="card" size={44} />
            <span>
              <b>{member.name}</b>
              <small class="figures">{groupPersonalNumber(member.personalNumber)}</small>
              <small>{inLanguage(member.about)}</small>
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}
