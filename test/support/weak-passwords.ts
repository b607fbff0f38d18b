/** Passwords that must not be taken, and a part of what is said about each. */
export const WEAK_PASSWORDS = [
  ['', 'Kata kunci belum terbaca'],
  ['Kucing7', 'terlalu pendek'],
  ['password123', 'paling sering ditebak'],
  ['x'.repeat(10_000), 'terlalu panjang'],
  [`"><script>alert(1)</script>\u0007`, 'tanda yang tidak terlihat'],
] as const
