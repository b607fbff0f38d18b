import { openStore } from './open-store.ts'
import { storeSuite } from './store-suite.ts'

storeSuite('SQLite', openStore)
