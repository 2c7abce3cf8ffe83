import { signal } from '@preact/signals'
import { refusals } from '../../../functions/platform/refusals.ts'
import { language } from '../i18n/language.ts'
import { t } from '../i18n/shared-words.ts'
import { Button, ButtonLink, Buttons } from './button.tsx'
import { Choice, MultiChoice } from './choice.tsx'
import { dateInput, emptyDateOrAge } from './date-input.ts'
import { DateOrAge } from './date-or-age.tsx'
import { Dialog } from './dialog.tsx'
import { SelectField, TextField } from './field.tsx'
import { NoNotice } from './no-notice.tsx'
import { Notice } from './notice.tsx'
import { Page } from './page.tsx'
import { ReceiptSlip } from './receipt-slip.tsx'
import { SectionProgress } from './section-progress.tsx'
import { StatusBadge } from './status-badge.tsx'
import { Stepper } from './stepper.tsx'
import { Table } from './table.tsx'
import { ThreePartDate } from './three-part-date.tsx'

const typed = {
  empty: signal(''),
  filled: signal("Ts'epo"),
  wrong: signal('57'),
  long: signal(''),
  listed: signal<string | undefined>('b'),
}
const chosen = {
  one: signal<string | undefined>('b'),
  none: signal<string | undefined>(undefined),
  many: signal<readonly string[]>(['a', 'c']),
  pair: signal<boolean | undefined>(undefined),
  twelfth: signal<number | undefined>(undefined),
}
const dates = {
  whole: dateInput(),
  empty: emptyDateOrAge(),
  wrong: { ...emptyDateOrAge(), day: signal('31'), month: signal('2'), year: signal('1990') },
}
const aged = { ...emptyDateOrAge(), way: signal<'date' | 'age'>('age'), age: signal('34') }
const section = signal(1)
const dialogOpen = signal(false)

const shortPair = [
  { value: true, label: 'Yes' },
  { value: false, label: 'No, not now' },
]
const longPair = [
  { value: true, label: 'Yes' },
  { value: false, label: 'Ha e e-s’o etsahale' },
]
const twelve = Array.from({ length: 12 }, (_, index) => ({ value: index + 1, label: `Answer ${index + 1}` }))

const three = [
  { value: 'a', label: 'Blue', note: 'with a note under it' },
  { value: 'b', label: 'Green' },
  { value: 'c', label: 'White, and a label long enough to need a second line on a phone' },
]
const refused = refusals['row-already-taken']

/** Every component in every state, for whoever changes one. In English: it is a page for us. */
export const ComponentsPage = () => (
  <Page title="Components" wide lead="Every component in every state.">
    <section class="panel">
      <h2>Button</h2>
      <Buttons>
        <Button kind="primary">{t('action.save')}</Button>
        <Button>{t('action.search')}</Button>
        <Button kind="quiet">{t('action.cancel')}</Button>
        <ButtonLink href="/components">A link</ButtonLink>
      </Buttons>
      <Buttons>
        <Button kind="primary" busy>
          Busy
        </Button>
        <Button kind="primary" disabled>
          Disabled
        </Button>
        <Button pressed>Pressed</Button>
        <Button disabled>Disabled</Button>
      </Buttons>
    </section>

    <section class="panel">
      <h2>Field</h2>
      <TextField label="Given names" hint="As the person says them" value={typed.empty} />
      <TextField label="Surname" value={typed.filled} width="half" />
      <TextField label="Village" value={typed.empty} optional />
      <TextField
        label="Phone"
        value={typed.wrong}
        problem="A number in Lesotho has eight digits."
        inputMode="tel"
        width="half"
      />
      <TextField label="Reason" value={typed.long} lines={3} />
      <SelectField
        label="District"
        value={typed.listed}
        options={[
          { value: 'a', label: 'Leribe' },
          { value: 'b', label: "Qacha's Nek" },
        ]}
      />
    </section>

    <section class="panel">
      <h2>Choice</h2>
      <Choice legend="One of three, chosen" options={three} columns={3} value={chosen.one} />
      <Choice legend="Nothing chosen, and asked for" options={three} value={chosen.none} problem="Please choose one." />
      <MultiChoice legend="Any of three" options={three} columns={2} value={chosen.many} />
      <Choice legend="Two short answers" options={shortPair} columns={2} value={chosen.pair} />
      <Choice legend="Two answers of which one is long" options={longPair} columns={2} value={chosen.pair} />
    </section>

    <section class="panel">
      <h2>Date or age</h2>
      <ThreePartDate legend="A whole date" value={dates.whole} />
      <DateOrAge legend="Born" value={dates.empty} />
      <DateOrAge legend="Born, by age" value={aged} />
      <DateOrAge legend="Born, wrongly typed" value={dates.wrong} problem="There is no such day." />
    </section>

    <section class="panel">
      <h2>Notice</h2>
      <Notice title="Plain">
        <p>Something to know.</p>
      </Notice>
      <Notice kind="good" title="Good">
        <p>Saved.</p>
      </Notice>
      <Notice kind="look" title="Look">
        <p>Something to mend.</p>
      </Notice>
      <NoNotice no={{ ok: false, offline: true }} onAgain={() => undefined} />
      <NoNotice
        no={{
          ok: false,
          offline: false,
          word: 'row-already-taken',
          sentences: { en: refused.en, 'st-LS': refused.st },
          detail: {},
        }}
      />
    </section>

    <section class="panel">
      <h2>Status badge</h2>
      <Buttons>
        <StatusBadge>Expected</StatusBadge>
        <StatusBadge tone="blue">Arrived</StatusBadge>
        <StatusBadge tone="green">Closed</StatusBadge>
        <StatusBadge tone="sand">Not balanced</StatusBadge>
      </Buttons>
    </section>

    <section class="panel">
      <h2>Section progress</h2>
      <SectionProgress
        sections={[
          { name: 'Name', done: true },
          { name: 'Age', done: false },
          { name: 'Home', done: false },
          { name: 'Phone', done: false },
        ]}
        current={section.value}
        onGo={next => {
          section.value = next
        }}
      />
    </section>

    <section class="panel">
      <h2>Table</h2>
      <Table
        caption="Stock at the desk"
        rowKey={row => row.item}
        columns={[
          { heading: 'Item', cell: row => row.item },
          { heading: 'Left', cell: row => row.left, figures: true },
        ]}
        rows={[
          { item: 'Blanket', left: 90 },
          { item: 'Shoes', left: 0 },
        ]}
      />
      <Table caption="Empty" rowKey={() => ''} columns={[{ heading: 'Item', cell: () => '' }]} rows={[]} />
    </section>

    <section class="panel">
      <h2>Receipt slip</h2>
      <ReceiptSlip
        language={language.value}
        displayNumber="XV-7F-00001-M"
        firstName="Khotso"
        given={['1 blanket', '1 food pack']}
        helpLine="0000 0000"
      />
    </section>

    <section class="panel">
      <h2>Stepper</h2>
      {[0, 3, 9].map(value => (
        <Stepper key={value} label="Between 0 and 9" value={value} most={9} onChange={() => undefined} />
      ))}
    </section>

    <section class="panel">
      <h2>Dialog</h2>
      <Buttons>
        <Button
          onPress={() => {
            dialogOpen.value = true
          }}
        >
          Open
        </Button>
      </Buttons>
      <Dialog
        open={dialogOpen.value}
        title="A question"
        onClose={() => {
          dialogOpen.value = false
        }}
        foot={
          <Button
            kind="primary"
            onPress={() => {
              dialogOpen.value = false
            }}
          >
            {t('action.close')}
          </Button>
        }
      >
        <p>Shown above the page.</p>
        <Choice legend="One of twelve" options={twelve} value={chosen.twelfth} />
      </Dialog>
    </section>
  </Page>
)
