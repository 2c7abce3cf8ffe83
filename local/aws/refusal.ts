/** An AWS service saying no, and how each wire protocol spells it. */
import { escapeMarkup } from '../escape-markup.ts'
import type { AwsReply } from './gateway.ts'
import { type Ask, type Principal, principalArn } from './permissions.ts'

export class AwsRefusal extends Error {
  readonly code: string
  readonly status: number
  constructor(code: string, message: string, status = 400) {
    super(message)
    this.code = code
    this.status = status
  }
}

/** What AWS answers where no policy allows it. */
export function accessDenied(principal: Principal, ask: Ask): AwsRefusal {
  const resource = ask.resource === '*' ? '' : ` on resource: ${ask.resource}`
  const message = `User: ${principalArn(principal)} is not authorized to perform: ${ask.action}${resource} because no identity-based policy allows the ${ask.action} action`
  return new AwsRefusal('AccessDeniedException', message, 400)
}

/** For DynamoDB, KMS, EventBridge, SQS: JSON with the type of the error in it. */
export function jsonRefusal(refusal: AwsRefusal): AwsReply {
  return {
    status: refusal.status,
    headers: { 'content-type': 'application/x-amz-json-1.0', 'x-amzn-errortype': refusal.code },
    body: JSON.stringify({ __type: refusal.code, message: refusal.message, Message: refusal.message }),
  }
}

/** For SNS. */
export function queryRefusal(refusal: AwsRefusal): AwsReply {
  const code = refusal.code.replace(/^AccessDeniedException$/, 'AuthorizationError')
  return {
    status: code === 'AuthorizationError' ? 403 : refusal.status,
    headers: { 'content-type': 'text/xml' },
    body: `<ErrorResponse><Error><Type>Sender</Type><Code>${code}</Code><Message>${escapeMarkup(refusal.message)}</Message></Error></ErrorResponse>`,
  }
}

/** For S3. */
export function s3Refusal(refusal: AwsRefusal): AwsReply {
  const code = refusal.code.replace(/^AccessDeniedException$/, 'AccessDenied')
  return {
    status: code === 'AccessDenied' ? 403 : refusal.status,
    headers: { 'content-type': 'application/xml' },
    body: `<?xml version="1.0" encoding="UTF-8"?><Error><Code>${code}</Code><Message>${escapeMarkup(refusal.message)}</Message></Error>`,
  }
}

/** For the Lambda service: REST with JSON, the type in a header. */
export function restRefusal(refusal: AwsRefusal): AwsReply {
  return {
    status: refusal.code === 'AccessDeniedException' ? 403 : refusal.status,
    headers: { 'content-type': 'application/json', 'x-amzn-errortype': refusal.code },
    body: JSON.stringify({ Type: 'User', Message: refusal.message }),
  }
}
