/** What stands on the screens of the walk, by the folder of web/src that says it. */
import { en as auditEn } from '../../web/src/audit/en.ts'
import { st as auditSt } from '../../web/src/audit/st.ts'
import { en as boardEn } from '../../web/src/board/en.ts'
import { st as boardSt } from '../../web/src/board/st.ts'
import { en as budgetsEn } from '../../web/src/budgets/en.ts'
import { st as budgetsSt } from '../../web/src/budgets/st.ts'
import { en as consentsEn } from '../../web/src/consents/en.ts'
import { st as consentsSt } from '../../web/src/consents/st.ts'
import { en as dayEn } from '../../web/src/day/en.ts'
import { st as daySt } from '../../web/src/day/st.ts'
import { en as deviceEn } from '../../web/src/device/en.ts'
import { en as frameEn } from '../../web/src/device/frame/en.ts'
import { st as frameSt } from '../../web/src/device/frame/st.ts'
import { st as deviceSt } from '../../web/src/device/st.ts'
import { en as devicesEn } from '../../web/src/devices/en.ts'
import { st as devicesSt } from '../../web/src/devices/st.ts'
import { en as districtEn } from '../../web/src/district/en.ts'
import { en as planEn } from '../../web/src/district/plan/en.ts'
import { st as planSt } from '../../web/src/district/plan/st.ts'
import { st as districtSt } from '../../web/src/district/st.ts'
import { en as visitEn } from '../../web/src/district/visit/en.ts'
import { st as visitSt } from '../../web/src/district/visit/st.ts'
import { en as givingEn } from '../../web/src/giving/en.ts'
import { st as givingSt } from '../../web/src/giving/st.ts'
import { en as noticeEn } from '../../web/src/notice/en.ts'
import { st as noticeSt } from '../../web/src/notice/st.ts'
import { en as outboxEn } from '../../web/src/outbox/en.ts'
import { st as outboxSt } from '../../web/src/outbox/st.ts'
import { en as paperEn } from '../../web/src/paper/en.ts'
import { st as paperSt } from '../../web/src/paper/st.ts'
import { en as practiceEn } from '../../web/src/practice/en.ts'
import { st as practiceSt } from '../../web/src/practice/st.ts'
import { en as protectionEn } from '../../web/src/protection/en.ts'
import { st as protectionSt } from '../../web/src/protection/st.ts'
import { en as photoEn } from '../../web/src/reception/photo/en.ts'
import { st as photoSt } from '../../web/src/reception/photo/st.ts'
import { en as proofEn } from '../../web/src/reception/proof/en.ts'
import { st as proofSt } from '../../web/src/reception/proof/st.ts'
import { en as recordEn } from '../../web/src/screening/en.ts'
import { st as recordSt } from '../../web/src/screening/st.ts'
import { en as suppliesEn } from '../../web/src/supplies/en.ts'
import { st as suppliesSt } from '../../web/src/supplies/st.ts'
import { en as tripsEn } from '../../web/src/trips/en.ts'
import { st as tripsSt } from '../../web/src/trips/st.ts'
import { words as receptionWords } from '../web/reception-journey.ts'

export const words = {
  en: {
    ...receptionWords.en,
    ...{
      audit: auditEn,
      board: boardEn,
      budgets: budgetsEn,
      consents: consentsEn,
      device: deviceEn,
      devices: devicesEn,
    },
    ...{ district: districtEn, frame: frameEn, notice: noticeEn, outbox: outboxEn, paper: paperEn, photo: photoEn },
    ...{ plan: planEn, practice: practiceEn, proof: proofEn, protection: protectionEn, record: recordEn },
    ...{ supplies: suppliesEn, trips: tripsEn, day: dayEn, giving: givingEn, visit: visitEn },
  },
  'st-LS': {
    ...receptionWords['st-LS'],
    ...{
      audit: auditSt,
      board: boardSt,
      budgets: budgetsSt,
      consents: consentsSt,
      device: deviceSt,
      devices: devicesSt,
    },
    ...{ district: districtSt, frame: frameSt, notice: noticeSt, outbox: outboxSt, paper: paperSt, photo: photoSt },
    ...{ plan: planSt, practice: practiceSt, proof: proofSt, protection: protectionSt, record: recordSt },
    ...{ supplies: suppliesSt, trips: tripsSt, day: daySt, giving: givingSt, visit: visitSt },
  },
} as const
export type WalkWords = (typeof words)[keyof typeof words]
