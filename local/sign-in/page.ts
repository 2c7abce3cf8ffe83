/** The sign-in page of one machine: choose who you are. Plain HTML under the site's own content policy. */
import type { DemoUser } from '../demo-users.ts'
import { escapeMarkup } from '../escape-markup.ts'

const page = (title: string, body: string): string => `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeMarkup(title)}</title>
<link rel="stylesheet" href="/oidc/sign-in.css">
</head>
<body>
<main>
<h1>${escapeMarkup(title)}</h1>
${body}
</main>
</body>
</html>`

const choice = ({ username, name, groups }: DemoUser): string =>
  `<li><button name="username" value="${escapeMarkup(username)}"><strong>${escapeMarkup(name)}</strong><span>${escapeMarkup(groups.join(' '))}</span></button></li>`

export const signInPage = (action: string, users: readonly DemoUser[]): string =>
  page(
    'Kamohelo: choose a demo user',
    `<p>This runs on one machine with invented people. No password is asked.</p>
<form method="post" action="${escapeMarkup(action)}"><ul>${users.map(choice).join('\n')}</ul></form>`,
  )

/** The form carries the provider's own token; the script sends it, so that signing out is one click, as in Cognito. */
export const signOutPage = (form: string): string =>
  page(
    'Kamohelo: sign out',
    `${form}<p><button form="op.logoutForm" name="logout" value="yes">Sign out</button></p><script src="/oidc/sign-out.js" defer></script>`,
  )

export const signedOutPage = (): string => page('Signed out', '<p><a href="/">Back to Kamohelo</a></p>')

export const errorPage = (error: string, description: string): string =>
  page(
    'Sign-in failed',
    `<p>${escapeMarkup(error)}: ${escapeMarkup(description)}</p><p><a href="/">Back to Kamohelo</a></p>`,
  )

export const signOutScript = `document.querySelector('button[name=logout]')?.click()\n`

export const styleSheet = `body { font: 1rem/1.5 system-ui, sans-serif; margin: 0; background: #f4f2ec; color: #1c2b33 }
main { max-width: 60rem; margin: 0 auto; padding: 2rem 1rem }
h1 { font-size: 1.5rem }
ul { list-style: none; padding: 0; display: grid; gap: .5rem; grid-template-columns: repeat(auto-fill, minmax(16rem, 1fr)) }
button { font: inherit; text-align: left; width: 100%; min-height: 3.5rem; padding: .5rem .75rem; border: 1px solid #8a949a; border-radius: .5rem; background: #fff; color: inherit; cursor: pointer }
button:hover, button:focus-visible { border-color: #00549e; outline: 2px solid #00549e }
button span { display: block; color: #4a5860; font-size: .875rem }
`
