// The short list of what a helper may do; each is put to the citizen at her own screen, and only she answers.
import type { AskAssistedAct } from '../../../../contract/assistance.ts'
import { deed } from '../../../client/call.ts'
import { FormSummary } from '../../../kit/form.tsx'
import { Button } from '../../../ui/button.tsx'
import { Card } from '../../../ui/card.tsx'
import { heart, monitor } from '../../../ui/icons.tsx'
import { phrases } from '../../../ui/phrases.ts'
import { RadioCards } from '../../../ui/radio-cards.tsx'
import { orSignIn } from '../shell/officer.ts'
import { Refusal } from '../shell/refusal.tsx'
import { actDetails, actWords, type ActKind, type Session } from '../words/assist-words.ts'
import { actOf, kindOf, useAct } from './act-draft.ts'
import { Particulars } from './act-particulars.tsx'

const t = phrases({
  title: { vi: 'Việc có thể làm cùng người dân', en: 'What can be done together' },
  what: { vi: 'Bác muốn làm gì?', en: 'What does she want?' },
  ask: { vi: 'Hỏi trên màn hình của bác', en: 'Ask at her screen' },
})

export const ActMenu = ({ session, onAsked }: { session: Session; onAsked: (session: Session) => void }) => {
  const form = useAct(session.mayDo)
  const ask = () =>
    void form.send(async () => {
      const act = actOf(form.values)
      if (!act) {
        return
      }
      onAsked(await orSignIn(deed<typeof AskAssistedAct>('assist.ask', { id: session.id, act })))
      form.set({
        ...(session.mayDo.length === 1 ? {} : { kind: '' }),
        reference: '',
        field: 'fullName',
        value: '',
      })
    })
  return (
    <Card title={t('title')} icon={heart}>
      <form
        class="stack"
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          ask()
        }}
      >
        <FormSummary form={form} />
        <Refusal problem={form.refusal} onRetry={ask} />
        <RadioCards<ActKind>
          name="act-kind"
          legend={t('what')}
          error={form.of('kind').error}
          value={kindOf(form.values)}
          onValue={(kind) => form.set({ kind })}
          choices={session.mayDo.map((value) => ({
            value,
            title: actWords(value),
            detail: actDetails(value),
          }))}
        />
        <Particulars form={form} />
        <div class="search-acts">
          <Button kind="primary" type="submit" icon={monitor} isBusy={form.sending.isBusy}>
            {t('ask')}
          </Button>
        </div>
      </form>
    </Card>
  )
}
