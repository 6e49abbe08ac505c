// The sign-in page of the OpenID provider. The server sends it for GET /oidc/interaction/<uid>; every deed
// stands below that address.
import '../../ui/base.css'
import './sign-in.css'
import { render } from 'preact'
import { useLanguage } from '../../ui/language.ts'
import { SignInPage } from './sign-in-page.tsx'

const Root = () => {
  useLanguage()
  return <SignInPage />
}

const root = document.getElementById('app')
if (root) {
  render(<Root />, root)
}
