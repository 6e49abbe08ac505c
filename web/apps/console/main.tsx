// For relying parties and operators in this version: how to add a client, where the contracts and the
// machine's own pages stand.
import '../../ui/base.css'
import './console.css'
import { render } from 'preact'
import { useLanguage } from '../../ui/language.ts'
import { ConsolePage } from './console-page.tsx'

const Root = () => {
  useLanguage()
  return <ConsolePage />
}

const root = document.getElementById('app')
if (root) {
  render(<Root />, root)
}
