/**
 * Where things are: the accounts between which the ledger moves quantities (domain.md 4.4). Every move takes from one
 * account what it gives to another, so that nothing is made or lost in between. Pure.
 */

/**
 * Outside the registry's own stock and money: where they come from and where they end. Their sums are never held as a balance.
 * `DISPUTED` is what left a lease against a rule, until a supervisor says what becomes of it.
 */
export const outsideAccounts = [
  'SUPPLIER',
  'RETURNEE',
  'DISPUTED',
  'DAMAGED',
  'LOST',
  'COUNT',
  'DONOR',
  'SETTLED',
] as const
export type OutsideAccount = (typeof outsideAccounts)[number]

/** Whose lease it is: the desk of a post that works with a network, or one tablet. */
export type LeaseAccount = `DESK#${string}` | `DEVICE#${string}`
/** In a post's store or the centre's, or on the way to one. */
export type StoreAccount = `STORE#${string}`
export type RoadAccount = `ROAD#${string}`
/** What a line of a donor's project has to spend and has given to no store. */
export type LineAccount = `LINE#${string}`
export type Account = OutsideAccount | LeaseAccount | StoreAccount | RoadAccount | LineAccount

export const storeOf = (place: string): StoreAccount => `STORE#${place}`
export const deskOf = (post: string): LeaseAccount => `DESK#${post}`
export const deviceOf = (deviceId: string): LeaseAccount => `DEVICE#${deviceId}`
/** Which store, desk, tablet, transfer or line it is; empty of an account of which there is one. */
export const idOf = (account: string): string => account.split('#').slice(1).join('#')
/** One for each transfer: what has left and has not come. */
export const roadOf = (transferId: string): RoadAccount => `ROAD#${transferId}`

export const lineOf = (fund: string): LineAccount => `LINE#${fund}`

export const accountKinds = [...outsideAccounts, 'STORE', 'ROAD', 'DESK', 'DEVICE', 'LINE'] as const
export type AccountKind = (typeof accountKinds)[number]

const isAccountKind = (text: string): text is AccountKind => accountKinds.some(kind => kind === text)

/** Throws on what is no account: only our own code writes one. */
export function kindOf(account: string): AccountKind {
  const [kind = ''] = account.split('#', 1)
  if (!isAccountKind(kind)) throw new Error(`no such account: ${kind}`)
  return kind
}

export const isOutside = (kind: AccountKind): kind is OutsideAccount => outsideAccounts.some(each => each === kind)

const leases = ['DESK', 'DEVICE'] as const

interface Way {
  readonly from: readonly AccountKind[]
  readonly to: readonly AccountKind[]
}

/** What each kind of move may do: the one table of the ledger's transitions, checked where an entry is made and read. */
export const moveWays = {
  /** A delivery; a post with one desk and no storekeeper gives it straight to the desk. */
  RECEIVED: { from: ['SUPPLIER'], to: ['STORE', 'DESK'] },
  TRANSFERRED_OUT: { from: ['STORE'], to: ['ROAD'] },
  /** What came, and what of it did not. */
  TRANSFERRED_IN: { from: ['ROAD'], to: ['STORE', 'LOST'] },
  LEASED: { from: ['STORE'], to: leases },
  /** Until another day: nothing moves. */
  EXTENDED: { from: [], to: [] },
  ISSUED: { from: leases, to: ['RETURNEE', 'DISPUTED'] },
  RETURNED: { from: leases, to: ['STORE'] },
  /** The device is lost, and with it what it held. */
  WRITTEN_OFF: { from: leases, to: ['LOST'] },
  DAMAGED: { from: ['STORE'], to: ['DAMAGED'] },
  LOST: { from: ['STORE'], to: ['LOST'] },
  /** Of what was disputed: it was given after all, against a rule; or was not lost, or was more than the books said. */
  ACCEPTED: { from: ['DISPUTED', 'LOST', 'COUNT'], to: ['RETURNEE'] },
  /** It was not given, or is not the store's to bear: what left a lease for it is lost, and of any other nothing moves. */
  REJECTED: { from: ['DISPUTED'], to: ['LOST'] },
  /** What a donor grants to a line of a project. */
  ALLOCATED: { from: ['DONOR'], to: ['LINE'] },
  /** Money of a line into a store, to be leased there like any other stock. */
  FUNDED: { from: ['LINE'], to: ['STORE'] },
  HANDED_BACK: { from: ['STORE'], to: ['LINE'] },
  /** Paid by the line at once: what was bought with it is received as stock that names the line. */
  SPENT: { from: ['LINE'], to: ['SETTLED'] },
  /** What returnees were given, seen in the bank's or the operator's statement. */
  SETTLED: { from: ['RETURNEE'], to: ['SETTLED'] },
  /** Not needed any more: the donor's again. */
  RELEASED: { from: ['LINE'], to: ['DONOR'] },
  /** Given by mistake, and brought back: it lies in the store again. */
  REVERSED: { from: ['RETURNEE'], to: ['STORE'] },
  /** More or less than the books say. */
  COUNT_ADJUST: { from: ['STORE', 'COUNT'], to: ['COUNT', 'STORE'] },
} as const satisfies Record<string, Way>

export const moveKinds = Object.keys(moveWays) as readonly MoveKind[]
export type MoveKind = keyof typeof moveWays

export function mayMove(kind: MoveKind, from: AccountKind, to: AccountKind): boolean {
  const way: Way = moveWays[kind]
  return from !== to && way.from.includes(from) && way.to.includes(to)
}
