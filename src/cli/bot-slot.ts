import type { ConnectableBot, ReceivingBot } from '../emulator/index.js'
import type { BotReporter, BotStatus } from '../emulator/ui/index.js'
import { adapted } from './adapt-bot.js'

type Wiring = Parameters<ConnectableBot['connect']>[0]
type Request = Parameters<ReceivingBot['receive']>[0]
type Platform = Parameters<ReceivingBot['receive']>[1]

/** The emulator's bot. It forwards to the developer's bot, which is replaced whenever it changes. */
export class BotSlot implements ConnectableBot, BotReporter {
  #wiring: Wiring | undefined
  #bot: ReceivingBot | undefined
  #status: BotStatus = { state: 'loading' }
  #loaded!: () => void
  #loading = this.#begin()
  readonly #listeners = new Set<(status: BotStatus) => void>()

  get current(): BotStatus {
    return this.#status
  }

  watch(listener: (status: BotStatus) => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  connect(wiring: Wiring): ReceivingBot {
    this.#wiring = wiring
    return {
      receive: (request, platform) => this.#receive(request, platform),
      fetch: (request) => this.#fetch(request),
    }
  }

  /** Starts loading a new version; webhooks wait for it. */
  loads(): void {
    if (this.#status.state !== 'loading') this.#loading = this.#begin()
    this.#tell({ state: 'loading' })
  }

  /**
   * Takes what the developer's module exports.
   * @throws {Error} when there is no bot in it
   */
  take(module: Record<string, unknown>): void {
    this.#bot = adapted(module, this.#wiring!)
    this.#tell({ state: 'running' })
    this.#loaded()
  }

  /** Loading has failed; there is no bot until a new version loads. */
  fails(message: string): void {
    this.#bot = undefined
    this.#tell({ state: 'failed', message })
    this.#loaded()
  }

  async #receive(request: Request, platform: Platform): Promise<{ status: number }> {
    await this.#loading
    return this.#bot ? this.#bot.receive(request, platform) : { status: 500 }
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

  #tell(status: BotStatus): void {
    this.#status = status
    for (const listener of this.#listeners) listener(status)
  }
}
