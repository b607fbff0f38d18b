import { runCases } from './run-cases.ts'
import { openSimulator } from './simulator-platform.ts'

runCases('simulator', () => openSimulator())
