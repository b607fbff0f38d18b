import { jidDecode } from '@whiskeysockets/baileys'
import type { Person } from './person.ts'

/** Everybody who has WhatsApp, found by LID or number. */
export class People {
  readonly all: Person[] = []
  readonly #byUser = new Map<string, Person>()

  add(person: Person): void {
    this.all.push(person)
    this.#byUser.set(person.account.lid, person).set(person.account.phone, person)
  }

  of(jid: string | undefined): Person | undefined {
    return this.#byUser.get(jidDecode(jid)?.user ?? '')
  }
}
