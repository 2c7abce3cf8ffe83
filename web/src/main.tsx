import { render } from 'preact'
import { App } from './app.tsx'
import { keepOnDevice } from './sign-in/new-version.tsx'

const desk = document.getElementById('desk')
if (desk === null) throw new Error('the page has no place for the desk')
render(<App />, desk)
void keepOnDevice()
