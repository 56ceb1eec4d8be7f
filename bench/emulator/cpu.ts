/** Says its processor time when asked. Loaded into servers that are not ours. */
import { answerWithCpu } from './answer-with-cpu.js'

answerWithCpu()
