import type { Reporter, TestCase } from 'vitest/node'

/** Names tests that passed only at a second try, with the error of the first. */
export class SecondTries implements Reporter {
  #flaky: TestCase[] = []

  onTestRunStart(): void {
    this.#flaky = []
  }

  onTestCaseResult(test: TestCase): void {
    if (test.diagnostic()?.flaky) this.#flaky.push(test)
  }

  onTestRunEnd(): void {
    for (const test of this.#flaky) {
      const errors = (test.result().errors ?? []).map((error) => error.stack ?? error.message)
      console.error(
        `\nFailed first, and passed at the second try (a fault to be looked for): ${test.module.relativeModuleId} > ${test.fullName}\n${errors.join('\n')}`,
      )
    }
  }
}
