// Lint rules of this house that oxlint has no rule for; `.oxlintrc.json` turns them on.
import { dirname, relative, resolve, sep } from 'node:path'
import type { RuleTester } from 'oxlint/plugins-dev'
import { wrongImport } from './rooms.ts'

type Rule = Parameters<RuleTester['run']>[1]

/** Keeps every import within what test/quality/rooms.ts allows, dynamic and `import('…').T` too. */
const rooms: Rule = {
  create(context) {
    const from = slashes(relative(context.cwd, context.filename))
    const check = (node: { range: [number, number] }, specifier: unknown, typeOnly: boolean): void => {
      if (typeof specifier !== 'string' || !specifier.startsWith('.')) return
      const to = slashes(relative(context.cwd, resolve(dirname(context.filename), specifier)))
      const wrong = wrongImport(from, to, typeOnly)
      if (wrong !== undefined) context.report({ node, message: wrong })
    }
    return {
      ImportDeclaration: (node) => check(node, node.source.value, node.importKind === 'type'),
      ExportNamedDeclaration: (node) => check(node, node.source?.value, node.exportKind === 'type'),
      ExportAllDeclaration: (node) => check(node, node.source.value, node.exportKind === 'type'),
      ImportExpression: (node) => check(node, 'value' in node.source ? node.source.value : undefined, false),
      TSImportType: (node) => check(node, node.source.value, true),
    }
  },
}

/** Time is asked of the `Clock` that is passed in: `new Date()` and `Date()` ask the machine. */
const clock: Rule = {
  create(context) {
    const message = 'take a Clock (flows/ports.ts)'
    return {
      NewExpression(node) {
        if (node.callee.type === 'Identifier' && node.callee.name === 'Date' && node.arguments.length === 0)
          context.report({ node, message })
      },
      CallExpression(node) {
        if (node.callee.type === 'Identifier' && node.callee.name === 'Date') context.report({ node, message })
      },
    }
  },
}

function slashes(path: string): string {
  return path.replaceAll(sep, '/')
}

export default { meta: { name: 'house' }, rules: { rooms, clock } }
