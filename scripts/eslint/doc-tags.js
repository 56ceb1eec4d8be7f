/** An ESLint rule: `@throws {X}` and `@param x - …`, so that doc comments read alike everywhere. */

const wrongThrows = /@throws(?! \{[A-Z]\w*\})/
const wrongParam = /@param(?! [\w$]+ - )/

export default {
  meta: {
    type: 'suggestion',
    schema: [],
    messages: {
      throws: 'Write the class in braces, one tag for each class: @throws {X} when …',
      param: 'Write a hyphen after the name: @param x - …',
    },
  },
  create(context) {
    return {
      Program() {
        for (const comment of context.sourceCode.getAllComments()) {
          if (comment.type !== 'Block' || !comment.value.startsWith('*')) continue
          const { loc } = comment
          if (wrongThrows.test(comment.value)) context.report({ loc, messageId: 'throws' })
          if (wrongParam.test(comment.value)) context.report({ loc, messageId: 'param' })
        }
      },
    }
  },
}
