import type { ConnectableBot, ReceivingBot } from '../../../emulator/index.js'
import type { BotReporter, BotStatus } from '../../../emulator/ui/index.js'

type Wiring = Parameters<ConnectableBot['connect']>[0]
type Request = Parameters<ReceivingBot['receive']>[0]
type Platform = Parameters<ReceivingBot['receive']>[1]
type Result = Awaited<ReturnType<ReceivingBot['receive']>>

/** The emulator's bot. It forwards to the developer's bot, which is replaced whenever it changes. */
export class BotSlot implements ConnectableBot, BotReporter {
  #wiring: Wiring | undefined
  #bot: ReceivingBot | undefined
  /** The reason why no bot is loaded. */
  #error: unknown
  #status: BotStatus = { state: 'loading' }
  #loaded!: () => void
  #loading = this.#begin()
  readonly #listeners = new Set<(status: BotStatus) => void>()

  get current(): BotStatus {
    return this.#status
  }

  /** What the emulator gives its bot. Errors and warnings are shown by this program, so bots do not print them. */
  get wiring(): Wiring {
    const wiring = this.#wiring!
    const report = (failure: unknown, event?: unknown) => {
      wiring.onFailure(failure, event)
      return true
    }
    return { ...wiring, onFailure: Object.assign(report, { trace: wiring.onFailure.trace }) }
  }

  /** Resolves when the bot runs for the first time. */
  firstRun(): Promise<void> {
    return new Promise((resolve) => {
      const end = this.watch(({ state }) => {
        if (state !== 'running') return
        end()
        resolve()
      })
    })
  }

  watch(listener: (status: BotStatus) => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  connect(wiring: Wiring): ReceivingBot {
    this.#wiring = wiring
    // The bot that is loaded may have another place later.
    const placeNow = () => this.#bot?.place
    const quietNow = () => this.#bot?.quiet
    return {
      get place() {
        return placeNow()
      },
      get quiet() {
        return quietNow()
      },
      ready: () => this.#loading,
      receive: async (request, platform) => this.#receive(request, platform),
      fetch: (request) => this.#fetch(request),
    }
  }

  /** Starts loading a new version; webhooks wait for it. */
  loads(): void {
    if (this.#status.state !== 'loading') this.#loading = this.#begin()
    this.#report({ state: 'loading' })
  }

  /** Takes the developer's bot. */
  take(bot: ReceivingBot): void {
    this.#bot = bot
    this.#report({ state: 'running' })
    this.#loaded()
  }

  /** Loading has failed. No bot receives webhooks until a new version is loaded. */
  fails(error: unknown, message: string, where: Pick<BotStatus, 'place' | 'frame'>): void {
    this.#bot = undefined
    this.#error = error
    this.#report({ state: 'failed', message, ...where })
    this.#loaded()
  }

  #receive(request: Request, platform: Platform): Result | Promise<Result> {
    if (this.#bot) return this.#bot.receive(request, platform)
    this.#wiring?.onFailure(this.#error)
    return { status: 500, body: 'The bot is not running.' }
  }

  async #fetch(request: globalThis.Request): Promise<Response> {
    await this.#loading
    return this.#bot?.fetch?.(request) ?? new Response('The bot serves nothing.\n', { status: 404 })
  }

  #begin(): Promise<void> {
    return new Promise((resolve) => {
      this.#loaded = resolve
    })
  }

  #report(status: BotStatus): void {
    this.#status = status
    for (const listener of this.#listeners) listener(status)
  }
}
