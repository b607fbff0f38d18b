/**
 * The form that every subject of the benchmark asks: plain questions, plain answers, and a last
 * reply that names every answer, so that a subject that lost one is caught.
 */

/** The text of question `number`, counted from 1. Every subject's reply must contain it word for word. */
export function question(number: number): string {
  return `Pertanyaan ${number}: apa jawaban Anda?`
}

/** What chat `chat` answers to question `number`. */
export function answer(chat: number, number: number): string {
  return `jawaban ${number} dari warga ${chat}`
}

/** The text that ends the form; the last reply must contain it word for word. */
export function completion(answers: readonly string[]): string {
  return `Terima kasih, formulir lengkap: ${answers.join('; ')}`
}
