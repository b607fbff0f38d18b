/** `*bold*` as our texts write it (WhatsApp's way): at the edge of words, on one line. The words are the first group. */
export const BOLD = /(?<![\p{L}\p{N}*])\*(?=[^\s*])([^*\n]*[^\s*])\*(?![\p{L}\p{N}*])/gu
