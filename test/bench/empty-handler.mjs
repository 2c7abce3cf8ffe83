/** What a cold start is measured against: it loads nothing and does nothing. */
export const handler = async () => ({ statusCode: 200 })
