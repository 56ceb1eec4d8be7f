/** Rules of quick replies. */
import type { Rule } from './rule.js'

/** LINE's reference requires `type`, its API description has `action` as the default, and its own Go example omits it. */
export const quickReplyItem: Rule = ({ type }, { report }) => {
  if (type === undefined)
    report('type', {
      code: 'required',
      severity: 'warning',
      message: "type is missing; a quick reply item needs type: 'action'",
      limit: 'action',
    })
}
