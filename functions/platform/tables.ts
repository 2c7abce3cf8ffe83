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

/** Under which a person stands, with all that was said of them later and what it replaced. */
export const personPrefix = 'PERSON#'

export const registryKeys = {
  batch: (batchId: string): Key => ({ pk: `BATCH#${batchId}`, sk: 'BATCH' }),
  manifest: (batchId: string): Key => ({ pk: `BATCH#${batchId}`, sk: `${manifestPrefix}HEAD` }),
  manifestPart: (batchId: string, part: number): Key => ({
    pk: `BATCH#${batchId}`,
    sk: `${manifestPartPrefix}${rowNumber(part)}`,
  }),
  counted: (batchId: string, slot: string): Key => ({ pk: `BATCH#${batchId}`, sk: slot }),
  /** One count of heads: the batch shows the latest, the earlier ones stay here. */
  headCount: (batchId: string, countId: string): Key => ({ pk: `BATCH#${batchId}`, sk: `${headsPrefix}${countId}` }),
  /** One tally of who came barefoot or empty-handed; as with heads, the batch shows the latest. */
  tally: (batchId: string, tallyId: string): Key => ({ pk: `BATCH#${batchId}`, sk: `TALLY#${tallyId}` }),
  /** Makes an outcome's id the only one of its kind in the batch, whichever row it was said of. */
  outcome: (batchId: string, outcomeId: string): Key => ({ pk: `BATCH#${batchId}`, sk: `OUTCOME#${outcomeId}` }),
  /** The receipt: makes an intake's id the only one of its kind, and says where its return event stands. */
  receipt: (intakeId: string): Key => ({ pk: `INTAKE#${intakeId}`, sk: 'RECEIPT' }),
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
  displayNumber: (displayNumber: string): Key => ({ pk: `NUMBER#${displayNumber}`, sk: 'NUMBER' }),
  plan: (planId: string): Key => ({ pk: `PLAN#${planId}`, sk: planSort }),
  visit: (planId: string, visitId: string): Key => ({ pk: `PLAN#${planId}`, sk: `${visitPrefix}${visitId}` }),
  /** What a transition of a plan was, so that its retry changes nothing. */
  planMove: (planId: string, transitionId: string): Key => ({ pk: `PLAN#${planId}`, sk: `MOVE#${transitionId}` }),
  task: (taskId: string): Key => ({ pk: `TASK#${taskId}`, sk: taskSort }),
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
  taskRelease: (taskId: string, releaseId: string): Key => ({ pk: `TASK#${taskId}`, sk: `RELEASE#${releaseId}` }),
}

/** The keys by which a slip's number or an intake's id leads to the person. */
export const returneePrefixes = ['NUMBER#', 'INTAKE#', personPrefix] as const

/** The queue a desk looks at: one place, one desk, one state; ordered by due date. */
export const workQueue = (place: string, desk: string, state: string): string => `${place}#${desk}#${state}`
/** Quarantined records that were released and wait to be handed on, in the order they came. */
export const releasedQueue = 'PARCELS#RELEASED'
/** A district's plans that are under way, in one state; ordered by when they came into it. */
export const planQueue = (district: string, state: string): string => workQueue(district, 'PLANS', state)
export const workOrder = (dueAt: string, taskId: string): string => `${dueAt}#${taskId}`
export const taskOfWorkOrder = (order: string): string => order.slice(order.indexOf('#') + 1)

export const postDevicesPrefix = 'DEVICES#'

export const lookupKeys = {
  postBatches: (post: string): string => `POST#${post}`,
  postDevices: (post: string): string => `${postDevicesPrefix}${post}`,
  name: (nameKey: string): string => `NAME#${nameKey}`,
  /** Two words to remember, in the order of the alphabet: not secret, and not one person's alone. */
  words: (post: string, words: readonly string[]): string => `WORDS#${post}#${[...words].sort().join('#')}`,
}

/** Prefixes the ledger's roles are granted by (`dynamodb:LeadingKeys`): entries are only ever put, balances and leases also changed. */
export const ledgerPrefixes = { entry: 'ENTRY#', balance: 'BALANCE#', lease: 'LEASE#' } as const

export const ledgerKeys = {
  /** One per return event and item: a second grant cannot be written. */
  entitlement: (returnEventId: string, item: string): Key => ({
    pk: `${ledgerPrefixes.entry}RETURN#${returnEventId}`,
    sk: `ITEM#${item}`,
  }),
  /** One per household and item: the family's order does not matter. The entitlement itself is the return event's. */
  householdMark: (householdId: string, item: string): Key => ({
    pk: `${ledgerPrefixes.entry}HOUSEHOLD#${householdId}`,
    sk: `ITEM#${item}`,
  }),
  /** Of whatever item, so that a move's id is the only one of its kind at the post. */
  stockMove: (post: string, moveId: string): Key => ({
    pk: `${ledgerPrefixes.entry}STOCK#${post}`,
    sk: `MOVE#${moveId}`,
  }),
  lease: (post: string, item: string): Key => ({ pk: `${ledgerPrefixes.lease}POST#${post}`, sk: `ITEM#${item}` }),
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
