/** One picture for each scene, drawn by us in the line of the mark: blue for people and things, green for what matters. */
import type { ComponentChildren } from 'preact'
import type { SceneId } from '../../../functions/registration/spoken-notice.ts'

/** Head and shoulders, standing at x. */
const Person = ({ x, y = 34, size = 1, green = false }: { x: number; y?: number; size?: number; green?: boolean }) => (
  <g transform={`translate(${x} ${y}) scale(${size})`} class={green ? 'scene-green' : ''}>
    <circle cx="0" cy="0" r="9" />
    <path d="M-15 46V28a15 13 0 0 1 30 0v18" />
  </g>
)

const Paper = ({ x, y, width, height }: { x: number; y: number; width: number; height: number }) => (
  <rect class="scene-fill" x={x} y={y} width={width} height={height} rx="3" />
)

const pictures: Readonly<Record<SceneId, ComponentChildren>> = {
  // a person under a hat, who waves
  welcome: (
    <>
      <path d="M80 22 54 50c8 4 17 6 26 6s18-2 26-6Z" />
      <path d="M68 36c8 3 16 3 24 0" />
      <path class="scene-green" d="M80 22v-5M76 12c0-3 2-4 4-4s4 1 4 4-2 4-4 4-4-1-4-4Z" />
      <path d="M66 55v5c0 18 28 18 28 0v-5" />
      <path d="M50 112V98c0-12 9-20 20-20h20c11 0 20 8 20 20v14" />
      <path class="scene-green scene-thick" d="M108 88l18-22M126 66l-2-12M126 66l6-11M126 66l12-4" />
    </>
  ),
  // a coin that is not asked for, over a hand that gives
  free: (
    <>
      <circle cx="80" cy="42" r="24" />
      <path d="M70 52V33l10 11 10-11v19" />
      <path class="scene-green scene-thick" d="M57 19l46 46" />
      <path d="M44 108h34c8 0 8-10 0-10H62l28-8c8-2 12 5 6 9l-18 9" />
      <path d="M30 92h14v22H30Z" />
    </>
  ),
  // a page with a line for a name
  record: (
    <>
      <Paper x={44} y={14} width={62} height={92} />
      <path d="M56 32h38M56 46h38M56 60h24" />
      <path class="scene-green" d="M56 90h30" />
      <path d="m92 84 26-34 9 7-26 34-12 5Z" />
    </>
  ),
  // two ways, both open
  choice: (
    <>
      <Person x={80} y={66} />
      <path class="scene-green" d="M58 58C46 50 40 40 38 26M38 26l-8 8M38 26l9 7" />
      <path class="scene-green" d="M102 58c12-8 18-18 20-32M122 26l8 8M122 26l-9 7" />
    </>
  ),
  // columns of different height
  counts: (
    <>
      <path d="M30 104h100" />
      <Paper x={40} y={66} width={18} height={38} />
      <Paper x={71} y={44} width={18} height={60} />
      <Paper x={102} y={56} width={18} height={48} />
      <path class="scene-green" d="M40 34c18-14 52-16 80-8M120 26l-11-6M120 26l-9 8" />
    </>
  ),
  // a nurse's cross, and a bottle
  nurse: (
    <>
      <Person x={56} y={40} size={1.2} />
      <path class="scene-green scene-thick" d="M56 72v18M47 81h18" />
      <path d="M104 44h20v10h-20Z" />
      <path class="scene-fill" d="M101 54h26v46h-26Z" />
      <path d="M101 70h26v16h-26Z" />
    </>
  ),
  // a small person, and nobody where a grown one should be
  child: (
    <>
      <Person x={58} y={62} size={0.85} />
      <g class="scene-dashed">
        <Person x={106} y={38} size={1.35} green />
      </g>
      <path d="M30 104h104" />
    </>
  ),
  // two people behind a door
  alone: (
    <>
      <path d="M30 108V18h100v90" />
      <Person x={62} y={56} />
      <Person x={98} y={56} green />
      <path d="M20 108h120" />
    </>
  ),
  // a slip with a number
  slip: (
    <>
      <Paper x={36} y={26} width={88} height={66} />
      <path class="scene-green scene-thick" d="M56 44h48" />
      <path d="M50 62h14v14H50ZM74 62h36M74 76h24" />
      <path d="M36 92l8 8 8-8 8 8 8-8 8 8 8-8 8 8 8-8 8 8 8-8 8 8" />
    </>
  ),
  // a house, and a telephone
  questions: (
    <>
      <path d="M24 60 58 30l34 30" />
      <path d="M34 52v50h48V52" />
      <path class="scene-green" d="M52 102V78h12v24" />
      <Paper x={108} y={38} width={32} height={64} />
      <path d="M118 48h12M122 92h4" />
    </>
  ),
}

/** For the eye alone: the sentence beside it says the same. */
export const Picture = ({ scene }: { scene: SceneId }) => (
  <svg class="scene-picture" viewBox="0 0 160 120" aria-hidden="true" focusable="false">
    {pictures[scene]}
  </svg>
)
