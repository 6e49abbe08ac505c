// A code that is printed at a place, such as the desk of a hotel: the party is asked what it wants there.
import './share.css'
import type { PageProps } from '../../../ui/router.tsx'
import { Opening } from './opening.tsx'

export default function AtPage({ params }: PageProps) {
  return <Opening wanted={{ from: 'printed', party: params['party'] ?? '', place: params['place'] ?? '' }} />
}
