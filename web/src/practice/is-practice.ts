/**
 * Whether this page is practice: said by the address it was loaded at, and true or false for as long as the page stands.
 * Entering and leaving load another page, so that nothing typed here can be there, nor the other way round. Light: the
 * client and the device's databases ask it.
 */
export const practicePath = '/practice'

export const isPractice = typeof location !== 'undefined' && location.pathname.startsWith(`${practicePath}/`)

/** Where the desks begin; of practice, its one desk. */
export const homePath = isPractice ? location.pathname.split('/').slice(0, 3).join('/') : '/'
