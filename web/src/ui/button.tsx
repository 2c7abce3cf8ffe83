import type { ComponentChildren } from 'preact'

type Kind = 'primary' | 'secondary' | 'quiet'

interface ButtonProps {
  readonly children: ComponentChildren
  /** One primary on a page: what the officer most likely wants next. */
  readonly kind?: Kind
  readonly type?: 'button' | 'submit'
  readonly busy?: boolean
  readonly disabled?: boolean
  readonly pressed?: boolean
  readonly label?: string
  readonly onPress?: () => void
}

/** While busy it stays where it is and answers no second press: a command is sent once. */
export const Button = ({
  children,
  kind = 'secondary',
  type = 'button',
  busy = false,
  disabled = false,
  pressed,
  label,
  onPress,
}: ButtonProps) => (
  <button
    type={type}
    class={`button button-${kind}`}
    disabled={disabled}
    aria-busy={busy}
    aria-disabled={busy}
    {...(pressed === undefined ? {} : { 'aria-pressed': pressed })}
    {...(label === undefined ? {} : { 'aria-label': label })}
    onClick={event => {
      if (busy) event.preventDefault()
      else onPress?.()
    }}
  >
    {children}
  </button>
)

/** Goes somewhere, looks like a button. */
export const ButtonLink = ({
  children,
  href,
  kind = 'secondary',
}: {
  children: ComponentChildren
  href: string
  kind?: Kind
}) => (
  <a class={`button button-${kind}`} href={href}>
    {children}
  </a>
)

/** A row of buttons; they wrap on a phone, and the first one is the widest. */
export const Buttons = ({ children }: { children: ComponentChildren }) => <div class="buttons">{children}</div>
