import type { ComponentChildren } from 'preact'

export type BadgeTone = 'plain' | 'blue' | 'green' | 'sand'

/** A state in one or two words; the words carry the meaning, the colour only helps. */
export const StatusBadge = ({ tone = 'plain', children }: { tone?: BadgeTone; children: ComponentChildren }) => (
  <span class={`badge badge-${tone}`}>{children}</span>
)
