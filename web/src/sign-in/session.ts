/**
 * Who works at this screen, and what their groups allow. On an enrolled tablet that is who typed their PIN there, with or
 * without a token. The token is read here and nowhere else in the web.
 */
import { computed, signal } from '@preact/signals'
import type { UserManager } from 'oidc-client-ts'
import * as z from 'zod/mini'
import { readCaller } from '../../../functions/platform/caller.ts'
import { covers, type Grant, scopeFor } from '../../../functions/platform/permissions.ts'
import { getConfig } from '../api/config.ts'
import { thisDevice } from '../device/this-device.ts'
import { working } from '../device/working.ts'

export interface Session {
  readonly officerId: string
  /** As the sign-in page knows the officer: for the officer's own eyes. */
  readonly name: string
  readonly grants: readonly Grant[]
}

/** Whose token this tab holds. It sends what waits on the tablet, and asks in nobody else's name. */
export const signedIn = signal<Session | undefined>(undefined)

const tokenEnded = signal(false)

/** Whether what waits on the tablet can be sent now, as far as this tab knows. */
export const canSend = computed(() => signedIn.value !== undefined && !tokenEnded.value)

/** The officer just proved to the sign-in page who they are: since the application started, once for each sign-in. */
export const freshSignIn = signal<Session | undefined>(undefined)

/** Officers of the tablet's own post work there under a PIN; anybody else as on any other machine, with a network. */
export function needsPin({ grants }: Session): boolean {
  const device = thisDevice()
  const scope = scopeFor('pass.open', grants)
  return device !== undefined && scope !== undefined && covers(scope, device.post)
}

/** Undefined until somebody is signed in, and while a tablet is locked. */
export const session = computed<Session | undefined>(() => {
  if (working.value !== undefined) return working.value
  return signedIn.value === undefined || needsPin(signedIn.value) ? undefined : signedIn.value
})

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
    signedIn.value = undefined
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

/** What the sign-in leaves in the tab. Read without its library, which most starts have no other use for. */
const KeptUser = z.object({
  access_token: z.string(),
  refresh_token: z.optional(z.string()),
  expires_at: z.optional(z.number()),
  profile: z.optional(z.unknown()),
})
type KeptUser = z.infer<typeof KeptUser>

function keptUser(): KeptUser | undefined {
  const key = Object.keys(sessionStorage).find(name => name.startsWith('oidc.user:'))
  const kept = KeptUser.safeParse(JSON.parse((key === undefined ? null : sessionStorage.getItem(key)) ?? 'null'))
  return kept.success ? kept.data : undefined
}

const secondsLeft = ({ expires_at }: KeptUser): number => (expires_at ?? 0) - Date.now() / 1000

function keep(user: KeptUser): void {
  const caller = readCaller(claimsIn(user.access_token))
  const profile = Profile.safeParse(user.profile)
  const names = profile.success ? profile.data : {}
  tokenEnded.value = false
  signedIn.value =
    caller === undefined
      ? undefined
      : { ...caller, name: names.name ?? names.preferred_username ?? names.email ?? caller.officerId }
}

/** Takes up the session this tab already has, if any. */
export async function resumeSession(): Promise<void> {
  const user = keptUser()
  if (user === undefined) return
  if (secondsLeft(user) > 0) return keep(user)
  if (user.refresh_token === undefined) return
  const renewed = await (await getManager()).signinSilent().catch(() => null)
  if (renewed !== null) keep(renewed)
  // no network to renew it now; it may come back while the tablet is in use
  else if (thisDevice() !== undefined) keep(user)
}

/** On a shared tablet the sign-in page asks anew: it would let the next officer in under the name of the last. */
const asking = (): { readonly prompt?: string } => (thisDevice() === undefined ? {} : { prompt: 'login' })

/** Leaves for the sign-in page; it comes back to where the officer was. */
export const signIn = async (): Promise<void> =>
  (await getManager()).signinRedirect({ state: `${location.pathname}${location.search}`, ...asking() })

/** Signs in in a window of its own, so that a form that is open stays open. */
export async function signInAgain(): Promise<void> {
  await (await getManager()).signinPopup(asking())
  freshSignIn.value = signedIn.value
}

/** Finishes a sign-in at the redirect address. The path to go to; undefined in the window that closes itself. */
export async function finishSignIn(): Promise<string | undefined> {
  const user = await (await getManager()).signinCallback()
  if (user !== undefined) freshSignIn.value = signedIn.value
  return user === undefined ? undefined : z.catch(z.string().check(z.startsWith('/')), '/').parse(user.state)
}

/** Where a signed-out browser is sent back to, letter by letter as the sign-in page has it registered. */
const signedOutAddress = `${location.origin}/`

/** Forgets the token, and ends the session of the sign-in page where that can be reached. */
export async function signOut(): Promise<void> {
  const current = await getManager()
  const end = await current.metadataService.getEndSessionEndpoint().catch(() => undefined)
  // first, so that no token stands in the address of the page that ends the session
  await current.removeUser()
  if (end === undefined) return location.assign('/')
  // the last is Cognito's own name for where to go afterwards
  await current.signoutRedirect({ extraQueryParams: { logout_uri: signedOutAddress } })
}

/** Renewed where it is about to end. An ended one that cannot be renewed is given all the same: the answer says so. */
async function freshest(): Promise<string | undefined> {
  const user = signedIn.peek() === undefined ? undefined : keptUser()
  if (user === undefined) return undefined
  if (secondsLeft(user) > 30 || user.refresh_token === undefined) return user.access_token
  const renewed = await (await getManager()).signinSilent().catch(() => null)
  return renewed?.access_token ?? user.access_token
}

/** On a tablet, to whom the token in this tab answers questions: its officer, once they typed their PIN there. */
function mayAsk(holder: Session): boolean {
  const here = working.peek()
  if (here === undefined) return !needsPin(holder)
  return here.by === 'pin' && here.officerId === holder.officerId
}

/**
 * For what is asked in the name of who works here: none while the tablet is locked, while somebody else holds the token
 * of this tab, and for who captures without a PIN, since nothing proves that it is they (ADR 11).
 */
export async function freshAccessToken(): Promise<string | undefined> {
  const holder = signedIn.peek()
  return holder !== undefined && mayAsk(holder) ? freshest() : undefined
}

/** For what nobody reads anything by: sealed, with its author inside, it goes under whatever token this tab has. */
export const tokenForSending = freshest

/** The server takes the token no more: what waits is sent once somebody signs in. */
export function tokenIsOver(): void {
  tokenEnded.value = true
}
