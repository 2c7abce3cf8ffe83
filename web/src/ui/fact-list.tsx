import type { ComponentChildren } from 'preact'

/** Names and what they stand for, side by side. */
export const FactList = ({ children }: { children: ComponentChildren }) => <dl class="facts">{children}</dl>

/** Nothing where there is nothing to say. */
export const Fact = ({ name, children }: { name: string; children: ComponentChildren }) =>
  children === undefined || children === null ? null : (
    <div class="fact">
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  )
