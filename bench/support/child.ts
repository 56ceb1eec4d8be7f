/** Programs of a bench in processes of their own, which answer messages. */
import type { ChildProcess } from 'node:child_process'

/** The next message of a process. Rejects if it ends instead. */
export const answer = <T>(child: ChildProcess): Promise<T> =>
  new Promise((resolve, reject) => {
    const ended = (code: number | null) =>
      reject(new Error(`${child.spawnargs.join(' ')} ended with ${code}`))
    child.once('exit', ended)
    child.once('message', (message) => {
      child.off('exit', ended)
      resolve(message as T)
    })
  })

/** The answer of a process to a message. */
export const ask = <T>(child: ChildProcess, message: object): Promise<T> => {
  const answered = answer<T>(child)
  child.send(message)
  return answered
}
