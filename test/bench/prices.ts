/**
 * A dated price list, in US dollars, for the one reported cost. From AWS's public price pages for Africa (Cape Town) as
 * known to the authors on 2026-11-01 and not checked against an invoice: GK. Prices change; the date says when.
 */
export const prices = {
  asOf: '2026-11-01',
  region: 'af-south-1',
  writeRequestUnitsPerMillion: 0.8933,
  readRequestUnitsPerMillion: 0.1785,
  httpApiCallsPerMillion: 1.26,
  lambdaRequestsPerMillion: 0.27,
  lambdaArmGigabyteSecond: 0.0000177,
} as const
