/** Who is signed in, and what their groups allow. The token is read here and nowhere else in the web. */
import { signal } from '@preact/signals'
import type { User, UserManager } from 'oidc-client-ts'
import * as z from 'zod/mini'
import { readCaller } from '../../../functions/platform/caller.ts'
import type { Grant } from '../../../functions/platform/permissions.ts'
import { getConfig } from '../api/config.ts'

export interface Session {
  readonly officerId: string
  /** As the sign-in page knows the officer: for the officer's own eyes. */
  readonly name: string
  readonly grants: readonly Grant[]
}

/** Undefined until somebody is signed in. */
export const session = signal<Session | undefined>(undefined)

const Profile = z.object({
  name: z.optional(z.string()),
  preferred_username: z.optional(z.string()),
  email: z.optional(z.string()),
})

let manager: Promise<UserManager> | undefined

async function makeManager(): Promise<UserManager> {
  const [{ UserManager, WebStorageStateStore }, config] = await Promise.all([import('oidc-client-ts'), getConfig()])
  const redirect = new URL(config.redirectPath, location.origin).href
  const made = new UserManager({
    authority: config.issuer,
    client_id: config.clientId,
    scope: config.scope,
    redirect_uri: redirect,
    popup_redirect_uri: redirect,
    post_logout_redirect_uri: signedOutAddress,
    response_type: 'code',
    loadUserInfo: false,
    // a tab's own storage: closing it forgets the tokens
    userStore: new WebStorageStateStore({ store: sessionStorage }),
    stateStore: new WebStorageStateStore({ store: localStorage }),
  })
  made.events.addUserLoaded(keep)
  made.events.addUserUnloaded(() => {
    session.value = undefined
  })
  return made
}

const getManager = (): Promise<UserManager> => {
  manager ??= makeManager().catch((problem: unknown) => {
    manager = undefined // the network may come back
    throw problem
  })
  return manager
}

/** The claims of a token this tab was given over TLS; the server checks its signature on every request. */
function claimsIn(accessToken: string): unknown {
  const payload = accessToken.split('.')[1] ?? ''
  const bytes = Uint8Array.from(atob(payload.replaceAll('-', '+').replaceAll('_', '/')), character =>
    character.charCodeAt(0),
  )
  return JSON.parse(new TextDecoder().decode(bytes))
}

function keep(user: User): void {
  const caller = readCaller(claimsIn(user.access_token))
  const profile = Profile.safeParse(user.profile)
  const names = profile.success ? profile.data : {}
  session.value =
    caller === undefined
      ? undefined
      : { ...caller, name: names.name ?? names.preferred_username ?? names.email ?? caller.officerId }
}

/** Takes up the session this tab already has, if any. */
export async function resumeSession(): Promise<void> {
  const current = await getManager()
  const user = await current.getUser()
  const fresh =
    user?.expired === true && user.refresh_token !== undefined ? await current.signinSilent().catch(() => null) : user
  if (fresh !== null && fresh.expired !== true) keep(fresh)
}

/** Leaves for the sign-in page; it comes back to where the officer was. */
export const signIn = async (): Promise<void> =>
  (await getManager()).signinRedirect({ state: `${location.pathname}${location.search}` })

/** Signs in in a window of its own, so that a form that is open stays open. */
export async function signInAgain(): Promise<void> {
  await (await getManager()).signinPopup()
}

/** Finishes a sign-in at the redirect address. The path to go to; undefined in the window that closes itself. */
export async function finishSignIn(): Promise<string | undefined> {
  const user = await (await getManager()).signinCallback()
  return user === undefined ? undefined : z.catch(z.string().check(z.startsWith('/')), '/').parse(user.state)
}

/** Where a signed-out browser is sent back to, letter by letter as the sign-in page has it registered. */
const signedOutAddress = `${location.origin}/`

export async function signOut(): Promise<void> {
  const current = await getManager()
  const hasEnd = (await current.metadataService.getEndSessionEndpoint()) !== undefined
  // first, so that no token stands in the address of the page that ends the session
  await current.removeUser()
  if (!hasEnd) return location.assign('/')
  // the last is Cognito's own name for where to go afterwards
  await current.signoutRedirect({ extraQueryParams: { logout_uri: signedOutAddress } })
}

/** The token to send; renewed where it is about to end. An ended one that cannot be renewed is sent all the same: the answer says so. */
export async function freshAccessToken(): Promise<string | undefined> {
  const current = await getManager()
  const user = await current.getUser()
  if (user === null) return undefined
  if ((user.expires_in ?? 0) > 30 || user.refresh_token === undefined) return user.access_token
  const renewed = await current.signinSilent().catch(() => null)
  return renewed?.access_token ?? user.access_token
}
