import { postOf } from '../../../functions/platform/places.ts'
import type { StorePlace } from '../../../functions/supplies/store-place.ts'
import { t } from './shared-words.ts'

/** What a store is called: the centre's, or its post's name. */
export const storeName = (place: StorePlace): string => (place === 'CENTRE' ? t('place.centre') : postOf(place).name)
