/** The first page of a locked tablet: who works now, and their PIN. It names nobody: officers know their own line. */
import { effect, signal, useSignal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import { t as shared } from '../i18n/shared-words.ts'
import { freshSignIn, needsPin, session, signIn } from '../sign-in/session.ts'
import { Button, Buttons } from '../ui/button.tsx'
import { loadedPart } from '../ui/loaded-part.tsx'
import { Page } from '../ui/page.tsx'
import type { OfficerRow } from '../vault/vault-rows.ts'
import { vaultStore } from '../vault/vault-store.ts'
import { workByChoice, workByPin } from './begin-work.ts'
import { TypePin } from './pin-forms.tsx'
import { thisDevice } from './this-device.ts'
import { t } from './words.ts'

/** After a sign-in, with a network: no part of what a PIN waits for. */
const Arriving = loadedPart(async () => (await import('./arriving.tsx')).Arriving)

interface Line {
  readonly officerId: string
  readonly label: string
}

/** Two with the same initials are told apart by a figure. */
function linesOf(officers: readonly OfficerRow[]): readonly Line[] {
  const seen = new Map<string, number>()
  return officers.map(({ officerId, initials }) => {
    const count = (seen.get(initials) ?? 0) + 1
    seen.set(initials, count)
    return { officerId, label: count === 1 ? initials : `${initials} (${count})` }
  })
}

function Officers({ lines, onChoose }: { lines: readonly Line[]; onChoose: (line: Line) => void }) {
  return (
    <>
      {lines.length === 0 ? null : (
        <ul class="doors">
          {lines.map(line => (
            <li key={line.officerId}>
              <button type="button" class="door" onClick={() => onChoose(line)}>
                <span class="door-name">{line.label}</span>
              </button>
            </li>
          ))}
        </ul>
      )}
      <div class="panel">
        <p>{t(lines.length === 0 ? 'who.first' : 'who.other')}</p>
        <Buttons>
          <Button kind={lines.length === 0 ? 'primary' : 'secondary'} onPress={() => void signIn()}>
            {shared('sign-in.do')}
          </Button>
        </Buttons>
      </div>
    </>
  )
}

function Chosen({ line, onBack }: { line: Line; onBack: () => void }) {
  return (
    <>
      <h2>{line.label}</h2>
      <TypePin officerId={line.officerId} onOpen={() => void workByPin(line.officerId)} />
      <section class="panel">
        <h2>{t('choice.title')}</h2>
        <p>{t('choice.lead')}</p>
        <Buttons>
          <Button onPress={() => void workByChoice(line.officerId)}>{t('choice.do')}</Button>
          <Button onPress={() => void signIn()}>{shared('sign-in.do')}</Button>
        </Buttons>
      </section>
      <Buttons>
        <Button kind="quiet" onPress={onBack}>
          {t('who.not-me')}
        </Button>
      </Buttons>
    </>
  )
}

const lines = signal<readonly Line[] | undefined>(undefined)
/** Whether those read ahead are still the ones to show: another line comes with somebody who was in. */
let areAhead = false

async function readLines(): Promise<void> {
  lines.value = linesOf(await vaultStore.officers())
}

/** Before the page is drawn for the first time; it looks again whenever it is shown after that. */
export async function readLinesAhead(): Promise<void> {
  await readLines()
  areAhead = session.peek() === undefined
}

function readLinesWhenShown(): void {
  if (!areAhead) void readLines()
  areAhead = false
}

effect(() => {
  if (session.value !== undefined) areAhead = false
})

export function WhoWorks() {
  const chosen = useSignal<Line | undefined>(undefined)
  const device = thisDevice()
  const fresh = freshSignIn.value
  useEffect(readLinesWhenShown, [])
  if (device === undefined || lines.value === undefined) return <Page title={shared('app.loading')}>{null}</Page>
  if (fresh !== undefined && needsPin(fresh))
    return (
      <Page key="arriving" title={t('pin.title')} lead={shared('sign-in.as', { name: fresh.name })}>
        <Arriving key={fresh.officerId} officer={fresh} />
      </Page>
    )
  return (
    <Page
      key={chosen.value?.officerId ?? 'who'}
      title={t(chosen.value === undefined ? 'pin.who' : 'pin.title')}
      lead={t('who.tablet', { code: device.code })}
    >
      {chosen.value === undefined ? (
        <Officers
          lines={lines.value}
          onChoose={line => {
            chosen.value = line
          }}
        />
      ) : (
        <Chosen
          line={chosen.value}
          onBack={() => {
            chosen.value = undefined
          }}
        />
      )}
    </Page>
  )
}
