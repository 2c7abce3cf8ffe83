import type { ComponentChildren } from 'preact'

interface NoticeProps {
  readonly kind?: 'plain' | 'good' | 'look'
  readonly title?: string
  readonly children?: ComponentChildren
}

/** Something the officer should know. `look` is announced at once by a screen reader; none of them shouts. */
export const Notice = ({ kind = 'plain', title, children }: NoticeProps) => (
  <section class={`notice notice-${kind}`} role={kind === 'look' ? 'alert' : 'status'}>
    {title === undefined ? null : <p class="notice-title">{title}</p>}
    {children}
  </section>
)
