/**
 * Table, index and key names: the only file that knows how an item is found.
 * `docs/access-patterns.md` has one row for each question these keys answer.
 * One table per confidentiality zone (design.md 3). No AWS here: the data stack reads this file too.
 */
export const zones = ['registry', 'ledger', 'protection', 'audit'] as const
export type Zone = (typeof zones)[number]

export interface IndexDefinition {
  readonly name: string
  readonly partitionKey: string
  readonly sortKey: string
  /** Sparse and narrow: an index writes again whatever it projects. */
  readonly include: readonly string[]
}

export const partitionKey = 'pk'
export const sortKey = 'sk'

export const indexes = {
  registry: [
    {
      name: 'work',
      partitionKey: 'workQueue',
      sortKey: 'workOrder',
      include: [
        'displayNumber',
        'council',
        'family',
        'dueAt',
        'state',
        'claimedBy',
        'lapsesAt',
        'roles',
        'excluded',
        'escalation',
        'revision',
      ],
    },
    {
      name: 'lookup',
      partitionKey: 'lookupKey',
      sortKey: 'lookupOrder',
      include: [],
    },
  ],
  ledger: [],
  // What waits for a protection officer: keys alone, since they say where the rest stands.
  protection: [{ name: 'work', partitionKey: 'workQueue', sortKey: 'workOrder', include: [] }],
  audit: [],
} as const satisfies Record<Zone, readonly IndexDefinition[]>

/** Zones whose changes others follow: registry by dispatch and facts, protection by its own function, ledger and audit by the alarm on changed records. */
export const streamed: Record<Zone, 'NEW_IMAGE' | 'NEW_AND_OLD_IMAGES' | 'KEYS_ONLY'> = {
  registry: 'NEW_AND_OLD_IMAGES',
  ledger: 'KEYS_ONLY',
  protection: 'NEW_IMAGE',
  audit: 'NEW_IMAGE',
}

export interface Key {
  readonly pk: string
  readonly sk: string
}

const rowNumber = (row: number) => String(row).padStart(5, '0')

/** Where a counted person's one outcome stands: on their manifest row, so that two devices collide, or on its own id. */
export const countedSlot = (place: { row?: number | undefined; id: string }): string =>
  place.row === undefined ? `COUNTED#ID#${place.id}` : `COUNTED#ROW#${rowNumber(place.row)}`
export const countedPrefix = 'COUNTED#'
export const headsPrefix = 'HEADS#'
export const manifestPrefix = 'MANIFEST#'
export const manifestPartPrefix = `${manifestPrefix}PART#`
export const visitPrefix = 'VISIT#'
export const seatPrefix = 'SEAT#'
export const personVersionPrefix = 'VERSION#'
export const attachmentPrefix = 'ATTACHMENT#'

export const passPrefix = 'PASS#'
export const recordPrefix = 'RECORD#'

/** Prefixes that the functions of devices and commands are granted by (`dynamodb:LeadingKeys`). */
export const devicePrefixes = {
  device: 'DEVICE#',
  code: 'DEVICECODE#',
  outcome: 'PARCELLED#',
  quarantine: 'QUARANTINE#',
  refused: 'REFUSED#',
} as const

/** When the table may forget an item. It does so late: an expiry is a condition on time, never absence. */
export const expiry = 'expiresAtEpochSeconds'

/** By its sort key a reader of the stream knows a task from what stands beside it. */
export const taskSort = 'TASK'
export const planSort = 'PLAN'

/** Under which a slip's number stands. */
export const numberPrefix = 'NUMBER#'

/** Prefixes that the function of onward transport writes under (`dynamodb:LeadingKeys`). */
export const tripPrefixes = { trip: 'TRIP#', onward: 'ONWARD#', apart: 'APART#' } as const
export const taskPrefix = 'TASK#'

/** Under which an arrival stands, with everybody counted in it. */
export const batchPrefix = 'BATCH#'

/** Under which a person stands, with all that was said of them later and what it replaced. */
export const personPrefix = 'PERSON#'

export const registryKeys = {
  batch: (batchId: string): Key => ({ pk: `${batchPrefix}${batchId}`, sk: 'BATCH' }),
  manifest: (batchId: string): Key => ({ pk: `${batchPrefix}${batchId}`, sk: `${manifestPrefix}HEAD` }),
  manifestPart: (batchId: string, part: number): Key => ({
    pk: `${batchPrefix}${batchId}`,
    sk: `${manifestPartPrefix}${rowNumber(part)}`,
  }),
  counted: (batchId: string, slot: string): Key => ({ pk: `${batchPrefix}${batchId}`, sk: slot }),
  /** One count of heads: the batch shows the latest, the earlier ones stay here. */
  headCount: (batchId: string, countId: string): Key => ({
    pk: `${batchPrefix}${batchId}`,
    sk: `${headsPrefix}${countId}`,
  }),
  /** One tally of who came barefoot or empty-handed; as with heads, the batch shows the latest. */
  tally: (batchId: string, tallyId: string): Key => ({ pk: `${batchPrefix}${batchId}`, sk: `TALLY#${tallyId}` }),
  /** Makes an outcome's id the only one of its kind in the batch, whichever row it was said of. */
  outcome: (batchId: string, outcomeId: string): Key => ({
    pk: `${batchPrefix}${batchId}`,
    sk: `OUTCOME#${outcomeId}`,
  }),
  /** The receipt: makes an intake's id the only one of its kind, and says where its return event stands. */
  receipt: (intakeId: string): Key => ({ pk: `${receiptPrefix}${intakeId}`, sk: 'RECEIPT' }),
  person: (personId: string): Key => ({ pk: `${personPrefix}${personId}`, sk: 'PERSON' }),
  /** What was said later of a person: makes the completion's id the only one of its kind. */
  completion: (personId: string, completionId: string): Key => ({
    pk: `${personPrefix}${personId}`,
    sk: `COMPLETION#${completionId}`,
  }),
  /** What a person's record said at a revision, before a command changed it: none is written twice. */
  personVersion: (personId: string, revision: number): Key => ({
    pk: `${personPrefix}${personId}`,
    sk: `${personVersionPrefix}${rowNumber(revision)}`,
  }),
  /** A mark or a photograph: makes its id the only one of its kind for the person, and names its object. */
  attachment: (personId: string, attachmentId: string): Key => ({
    pk: `${personPrefix}${personId}`,
    sk: `${attachmentPrefix}${attachmentId}`,
  }),
  /** Answers given after the intake: makes their id the only one of its kind. */
  consents: (personId: string, consentId: string): Key => ({
    pk: `${personPrefix}${personId}`,
    sk: `CONSENTS#${consentId}`,
  }),
  /** Makes a slip's number the only one of its kind, and says whose it is. */
  displayNumber: (displayNumber: string): Key => ({ pk: `${numberPrefix}${displayNumber}`, sk: 'NUMBER' }),
  plan: (planId: string): Key => ({ pk: `PLAN#${planId}`, sk: planSort }),
  visit: (planId: string, visitId: string): Key => ({ pk: `PLAN#${planId}`, sk: `${visitPrefix}${visitId}` }),
  /** What a transition of a plan was, so that its retry changes nothing. */
  planMove: (planId: string, transitionId: string): Key => ({ pk: `PLAN#${planId}`, sk: `MOVE#${transitionId}` }),
  task: (taskId: string): Key => ({ pk: `${taskPrefix}${taskId}`, sk: taskSort }),
  trip: (tripId: string): Key => ({ pk: `${tripPrefixes.trip}${tripId}`, sk: 'TRIP' }),
  /** A passenger's seat on a trip, taken or given up again. */
  seat: (tripId: string, returnEventId: string): Key => ({
    pk: `${tripPrefixes.trip}${tripId}`,
    sk: `${seatPrefix}${returnEventId}`,
  }),
  /** What was said of a trip: makes the command's id the only one of its kind, so that its retry changes nothing. */
  tripCommand: (tripId: string, commandId: string): Key => ({
    pk: `${tripPrefixes.trip}${tripId}`,
    sk: `COMMAND#${commandId}`,
  }),
  /** On which trip a returnee has a seat, which is one at most, and whom they do not ride with. */
  onward: (returnEventId: string): Key => ({ pk: `${tripPrefixes.onward}${returnEventId}`, sk: 'ONWARD' }),
  /** Makes the id of what was said of two people the only one of its kind; whom it was said of it does not hold. */
  apart: (pairId: string): Key => ({ pk: `${tripPrefixes.apart}${pairId}`, sk: 'APART' }),
  /** Why a task was given back; its retry finds it. */
  device: (deviceId: string): Key => ({ pk: `${devicePrefixes.device}${deviceId}`, sk: 'DEVICE' }),
  /** An officer's latest pass on the device. */
  pass: (deviceId: string, officerId: string): Key => ({
    pk: `${devicePrefixes.device}${deviceId}`,
    sk: `${passPrefix}${officerId}`,
  }),
  /** Makes a device's code the only one of its kind, for ever. */
  deviceCode: (code: string): Key => ({ pk: `${devicePrefixes.code}${code}`, sk: 'CODE' }),
  /** What became of a sealed record that a parcel carried. */
  recordOutcome: (recordId: string): Key => ({ pk: `${devicePrefixes.outcome}${recordId}`, sk: 'OUTCOME' }),
  /** A record of a revoked device, sealed as it came. */
  quarantined: (deviceId: string, recordId: string): Key => ({
    pk: `${devicePrefixes.quarantine}${deviceId}`,
    sk: `${recordPrefix}${recordId}`,
  }),
  /** A refused record, sealed as it came, under its author. */
  refusedRecord: (authorId: string, recordId: string): Key => ({
    pk: `${devicePrefixes.refused}${authorId}`,
    sk: `${recordPrefix}${recordId}`,
  }),
  taskRelease: (taskId: string, releaseId: string): Key => ({
    pk: `${taskPrefix}${taskId}`,
    sk: `RELEASE#${releaseId}`,
  }),
}

/** Under which an intake's receipt stands. */
export const receiptPrefix = 'INTAKE#'

/** The keys by which a slip's number or an intake's id leads to the person. */
export const returneePrefixes = [numberPrefix, receiptPrefix, personPrefix] as const

/** The queue a desk looks at: one place, one desk, one state; ordered by due date. */
export const workQueue = (place: string, desk: string, state: string): string => `${place}#${desk}#${state}`
/** Quarantined records that were released and wait to be handed on, in the order they came. */
export const releasedQueue = 'PARCELS#RELEASED'
/** A district's plans that are under way, in one state; ordered by when they came into it. */
export const planQueue = (district: string, state: string): string => workQueue(district, 'PLANS', state)
export const workOrder = (dueAt: string, taskId: string): string => `${dueAt}#${taskId}`
export const taskOfWorkOrder = (order: string): string => order.slice(order.indexOf('#') + 1)

export const postDevicesPrefix = 'DEVICES#'
export const postBatchesPrefix = 'POST#'
export const postTripsPrefix = 'TRIPS#'

export const lookupKeys = {
  postBatches: (post: string): string => `${postBatchesPrefix}${post}`,
  /** Trips of a post that are not over. */
  postTrips: (post: string): string => `${postTripsPrefix}${post}`,
  postDevices: (post: string): string => `${postDevicesPrefix}${post}`,
  name: (nameKey: string): string => `NAME#${nameKey}`,
  /** Two words to remember, in the order of the alphabet: not secret, and not one person's alone. */
  words: (post: string, words: readonly string[]): string => `WORDS#${post}#${[...words].sort().join('#')}`,
}

/** Prefixes the ledger's roles are granted by (`dynamodb:LeadingKeys`): entries are only ever put, balances and leases also changed. */
export const ledgerPrefixes = { entry: 'ENTRY#', balance: 'BALANCE#', lease: 'LEASE#' } as const

/** Receipts that were drawn to be verified, by their post. */
export const samplePrefix = `${ledgerPrefixes.balance}SAMPLE#`

/** Sums that the day book keeps of what was given, by project. */
export const givenPrefix = `${ledgerPrefixes.balance}GIVEN#`
/** What waits for a supervisor, by its post. */
export const disputePrefix = `${ledgerPrefixes.balance}DISPUTES#`
/** Of entitlements that were undone, by the return. */
export const reversalPrefix = `${ledgerPrefixes.entry}REVERSALS#`

export const projectsPartition = `${ledgerPrefixes.balance}PROJECTS`

/** By its partition an entry is known for what it is. */
export const entryPrefixes = {
  entitlement: `${ledgerPrefixes.entry}RETURN#`,
  move: `${ledgerPrefixes.entry}STORE#`,
} as const

/** Copies of entries under the day and under who paid: put once, like what they are copied from; and what they come to. */
export const dayBookKeys = {
  day: (place: string, date: string, at: string, id: string): Key => ({
    pk: `${ledgerPrefixes.entry}DAY#${place}#${date}`,
    sk: `${at}#${id}`,
  }),
  fund: (fund: string, at: string, id: string): Key => ({
    pk: `${ledgerPrefixes.entry}FUND#${fund}`,
    sk: `${at}#${id}`,
  }),
  /** What the rows of a line come to. */
  given: (projectCode: string, lineCode: string): Key => ({
    pk: `${givenPrefix}${projectCode}`,
    sk: `LINE#${lineCode}`,
  }),
}

/** What else stands in the ledger: copies, marks and worklists, none of which holds a quantity. */
export const besideBalances = [
  ...['DAY#', 'FUND#', 'GIFTS#', 'HOUSEHOLD#'].map(kind => `${ledgerPrefixes.entry}${kind}`),
  `${ledgerPrefixes.balance}REQUESTS#`,
  reversalPrefix,
  disputePrefix,
  samplePrefix,
  projectsPartition,
] as const

/** Every move in a store's book begins so. */
export const movePrefix = 'MOVE#'

/** An item of a return; of a further giving of it also which one. */
const itemGiven = (item: string, requestId: string | undefined): string =>
  requestId === undefined ? `ITEM#${item}` : `ITEM#${item}#MORE#${requestId}`

export const ledgerKeys = {
  /**
   * One per return event and item: a second grant cannot be written. With `requestId` a further giving: what a second person
   * granted beyond the ceilings, one per request, or basic help given again, one per gift.
   */
  entitlement: (returnEventId: string, item: string, requestId?: string): Key => ({
    pk: `${entryPrefixes.entitlement}${returnEventId}`,
    sk: itemGiven(item, requestId),
  }),
  /** Makes the id of a giving after the intake the only one of its kind for the return. */
  gift: (returnEventId: string, giftId: string): Key => ({
    pk: `${ledgerPrefixes.entry}GIFTS#${returnEventId}`,
    sk: `GIFT#${giftId}`,
  }),
  /** Of an entitlement that was undone: there is one at most. */
  reversal: (returnEventId: string, item: string, requestId: string | undefined): Key => ({
    pk: `${reversalPrefix}${returnEventId}`,
    sk: itemGiven(item, requestId),
  }),
  /** What was asked for at a post beyond the ceilings. */
  request: (post: string, requestId: string): Key => ({
    pk: `${ledgerPrefixes.balance}REQUESTS#${post}`,
    sk: `REQUEST#${requestId}`,
  }),
  /** By which the receipts of a day in Lesotho are drawn, at every post. */
  sampleSeed: (date: string): Key => ({ pk: `${samplePrefix}SEEDS`, sk: `DAY#${date}` }),
  /** A receipt that was drawn for the sample of its post. */
  sample: (post: string, issuedAt: string, receiptId: string): Key => ({
    pk: `${samplePrefix}${post}`,
    sk: `RECEIPT#${issuedAt}#${receiptId}`,
  }),
  /**
   * One per household and item: the family's order does not matter. The entitlement itself is the return event's. `after`: the
   * return whose giving was undone, so that the household has not had it.
   */
  householdMark: (householdId: string, item: string, after: string | undefined): Key => ({
    pk: `${ledgerPrefixes.entry}HOUSEHOLD#${householdId}`,
    sk: `ITEM#${item}${after === undefined ? '' : `#AFTER#${after}`}`,
  }),
  /** The book of a store; of whatever item, so that a move's id is the only one of its kind there. */
  stockMove: (place: string, moveId: string): Key => ({
    pk: `${entryPrefixes.move}${place}`,
    sk: `${movePrefix}${moveId}`,
  }),
  /** What a store holds of one lot. */
  lot: (place: string, item: string, lot: string): Key => ({
    pk: `${ledgerPrefixes.balance}STORE#${place}`,
    sk: `ITEM#${item}#LOT#${lot}`,
  }),
  /** What is on its way to a store. */
  transfer: (toPlace: string, transferId: string): Key => ({
    pk: `${ledgerPrefixes.balance}ROAD#${toPlace}`,
    sk: `TRANSFER#${transferId}`,
  }),
  /** What a supervisor of the post has to decide on: handed over, and borne by no lease. */
  dispute: (post: string, returnEventId: string, item: string, requestId: string | undefined): Key => ({
    pk: `${disputePrefix}${post}`,
    sk: `RETURN#${returnEventId}#${itemGiven(item, requestId)}`,
  }),
  /** All donors' projects stand together: there are few, and a desk is shown them all. */
  project: (projectCode: string): Key => ({ pk: projectsPartition, sk: `PROJECT#${projectCode}` }),
  /** What a line of a project has left to give. */
  budgetLine: (projectCode: string, lineCode: string): Key => ({
    pk: `${ledgerPrefixes.balance}BUDGET#${projectCode}`,
    sk: `LINE#${lineCode}`,
  }),
  /** `holder`: the desk of a post or a tablet, as accounts name them. */
  lease: (holder: string, item: string): Key => ({ pk: `${ledgerPrefixes.lease}${holder}`, sk: `ITEM#${item}` }),
}

const screenPrefix = 'SCREEN#'

/** What the screening function may put: nothing under these keys is ever asked for by it again. */
export const sealedPrefix = 'SEALED#'

export const protectionKeys = {
  sealed: (sealedId: string): Key => ({ pk: `${sealedPrefix}${sealedId}`, sk: 'ENVELOPE' }),
  screen: (screenId: string): Key => ({ pk: `${screenPrefix}${screenId}`, sk: 'SCREEN' }),
  decision: (screenId: string, decisionId: string): Key => ({
    pk: `${screenPrefix}${screenId}`,
    sk: `DECISION#${decisionId}`,
  }),
  audit: (subjectId: string, at: string, entryId: string): Key => ({
    pk: `AUDIT#${subjectId}`,
    sk: `${at}#${entryId}`,
  }),
}

/** Every screen stands in one of these, so that a screen that asks for nothing is stored like any other. */
export const protectionQueues = { waiting: 'WAITING', kept: 'KEPT' } as const

export const isSealed = (partition: string): boolean => partition.startsWith(sealedPrefix)
export const sealedIdIn = (partition: string): string => partition.slice(sealedPrefix.length)

const auditPrefix = 'SUBJECT#'

export const auditKeys = {
  entry: (subjectId: string, at: string, entryId: string): Key => ({
    pk: `${auditPrefix}${subjectId}`,
    sk: `${at}#${entryId}`,
  }),
}
export const isAuditEntry = (partition: string): boolean => partition.startsWith(auditPrefix)
