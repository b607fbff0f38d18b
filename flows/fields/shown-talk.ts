/** The ends of addresses that chat apps make a link of even where no `https://` stands before them. */
const LINKED = 'com|net|org|id|co|io|me|info|biz|xyz|link|site|online|top|shop|app|apk|ly|gg|gl|to|cc|tv|ru|cn'
/** An address in a text: with a scheme, after `www.`, with a path, or with a known end; an e-mail address is none. */
const ADDRESS = new RegExp(
  `(?<![\\p{L}\\p{N}@.-])(?:[a-z][a-z0-9+.-]*:\\/\\/[^\\s/]+|www\\.[^\\s/]+|[\\p{L}\\p{N}-]+(?:\\.[\\p{L}\\p{N}-]+)*\\.(?:${LINKED})(?![\\p{L}\\p{N}@-]))`,
  'giu',
)

/**
 * What a stranger wrote, as it is shown to an officer: each line marked as quoted, so that it cannot pass for words of
 * ours; addresses are text, not links (`contoh[.]com`), so that no tap leads astray; marks of emphasis say nothing.
 */
export function quoted(text: string): string {
  return text
    .replace(ADDRESS, (address) => address.replaceAll('.', '[.]'))
    .replace(/[*~`]|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, (mark) => PLAIN[mark] ?? '')
    .split('\n')
    .map((line) => `> ${line}`)
    .join('\n')
}

/** Signs that look the same and mean nothing to a chat app. */
const PLAIN: Readonly<Record<string, string>> = { '*': '∗', _: '＿', '~': '∼', '`': 'ˋ' }
