import { runCases } from './run-cases.ts'
import { openSimulator } from './simulator-platform.ts'

runCases({
  name: 'the phone simulator',
  open: () => openSimulator(),
  lacks: {
    'takes the first photo of an album and says so once': 'its phones send one file at a time',
    'can reach somebody again who writes again': 'a phone that was thrown away does not come back',
    'says that a changed message is not read again': 'nothing can be changed on its phones',
    'refuses the decision of somebody else': 'the platform itself takes a button only from the message that has it',
    'enrols an officer by a link': 'no link opens its phones; the code is typed',
    'takes a number that the platform vouches for': 'it vouches for the number with every message, and has no button for it',
    'fetches a file again that came half': 'files are read from the same disk',
    'waits when the platform is in no hurry, and loses nothing': 'it takes messages as fast as they come',
    'gives a message up that is refused for good, and goes on': 'it refuses only what the runtime never sends',
    'takes a message again that it could not keep':
      'where the database takes nothing, its phones cannot send; its own test fails the sink',
    'handles a message once that was kept but not acknowledged before a crash':
      'its acknowledgement is a row of the same database; its own test cuts it off',
  },
})
