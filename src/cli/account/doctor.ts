/** `fukidashi doctor`: finds out why a bot does not answer. */
import type { Command } from 'commander'
import { print } from '../progress.js'
import { checkAccount } from './doctor/account.js'
import { type Finding, textOf } from './doctor/finding.js'
import { checkMachine } from './doctor/machine.js'

/** Adds `fukidashi doctor`. */
export function addDoctor(program: Command): void {
  program
    .command('doctor')
    .summary('find out why a bot does not answer')
    .description(
      'Checks Node and the installed packages, token and secret, webhook and quota of the account, and the clock. LINE sends a test event to the\n' +
        'webhook. Nothing is changed. Variables are read from the environment and from .env: LINE_CHANNEL_ACCESS_TOKEN, LINE_CHANNEL_SECRET,\n' +
        'LINE_API_BASE_URL.',
    )
    .option('--json', 'print JSON: { ok, findings: [{ check, status, message, advice }] }')
    .addHelpText(
      'after',
      `
Examples:
  fukidashi doctor
  fukidashi doctor --json

Exit codes: 0 if nothing is wrong (there may be warnings), 1 if something is, 2 for wrong arguments.`,
    )
    .action(doctor)
}

async function doctor({ json }: { json?: true }): Promise<void> {
  const findings: Finding[] = [...checkMachine(), ...(await checkAccount())]
  const ok = findings.every(({ status }) => status !== 'error')
  await print(json, { ok, findings }, textOf(findings), ok ? 0 : 1)
}
