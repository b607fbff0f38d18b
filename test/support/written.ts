// What the code under test has written to a log or a console, here and in processes that a test began.
const listeners: ((text: string) => void)[] = []

/** Something was written: one line or several, or a part of one that another process has begun. */
export function written(text: string): void {
  for (const listen of listeners) listen(text)
}

/** Listens to all that is written from now on. */
export function onWritten(listen: (text: string) => void): void {
  listeners.push(listen)
}
