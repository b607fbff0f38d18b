import { ConfigError, parseConfig } from '../../bot/config.ts'

/** What is wrong with an environment. */
export function problemsOf(env: Record<string, string>): readonly string[] {
  try {
    parseConfig(env)
  } catch (error) {
    if (error instanceof ConfigError) return error.problems
    throw error
  }
  return []
}
