import { html } from './vendor/htm-preact.js'

const icon = (path: string, name = '') =>
  html`<svg
    class=${`icon ${name}`}
    viewBox="0 0 24 24"
    aria-hidden="true"
    fill="none"
    stroke="currentColor"
    stroke-width="2"
    stroke-linecap="round"
    stroke-linejoin="round"
  >
    <path d=${path} />
  </svg>`

export const sendIcon = () => icon('M3 20.500v-6.500l8-2-8-2V3.500l19 8.500z')
export const clipIcon = () => icon('M12 5v14M5 12h14')
export const replyIcon = () => icon('M10 7 4 12l6 5v-3c5 0 8 1 10 4 0-6-4-9-10-9z')
export const photoIcon = () => icon('M4 6h16v13H4zM4 16l5-5 4 4 3-2 4 4M15.5 9.5h.1')
export const fileIcon = () => icon('M6 3h8l4 4v14H6zM14 3v4h4M9 12h6M9 16h6')
export const cardIcon = () => icon('M3 6h18v13H3zM6.500 15.500q2-3 4 0M8.500 10.500h.1M14 10h4M14 14h4')
export const closeIcon = () => icon('M6 6l12 12M18 6 6 18')
export const moreIcon = () => icon('M12 5.500h.1M12 12h.1M12 18.500h.1', 'dots')
export const mailIcon = () => icon('M3 6h18v12H3zM3 7l9 7 9-7')
export const plusIcon = () => icon('M12 5v14M5 12h14')
export const downIcon = () => icon('M6 9l6 6 6-6')
export const downloadIcon = () => icon('M12 4v11M7 11l5 5 5-5M5 20h14')
export const lockIcon = () => icon('M6 11h12v9H6zM9 11V8a3 3 0 0 1 6 0v3')
export const bannedIcon = () => icon('M12 4a8 8 0 1 1 0 16 8 8 0 0 1 0-16zM6.500 6.500l11 11')
export const clockIcon = () => icon('M12 4a8 8 0 1 1 0 16 8 8 0 0 1 0-16zM12 8v4l3 2')
export const tickIcon = () => icon('M5 13l4 4L19 7')
export const ticksIcon = () => icon('M1.500 13l4 4L15 7M11 16l1 1L22.500 7')
export const verifiedIcon = () =>
  html`<svg class="icon verified" viewBox="0 0 24 24" aria-hidden="true">
    <path
      fill="currentColor"
      d="M12 1.500l2.600 2 3.300-.3 1.200 3 2.900 1.600-.7 3.200 1.500 3-2.300 2.300-.1 3.300-3.200.8-2 2.600L12 21.700 8.800 23l-2-2.600-3.200-.8-.1-3.300L1.200 14l1.500-3L2 7.800l2.900-1.600 1.200-3 3.300.3z"
    />
    <path
      d="M7.500 12.200l3 3 6-6.400"
      fill="none"
      stroke="#fff"
      stroke-width="2.200"
      stroke-linecap="round"
      stroke-linejoin="round"
    />
  </svg>`
/** The face of Loket in a chat: a counter in a speech bubble. */
export const loketAvatar = () => html`<img class="avatar" src="/simulator/page/icon.svg" alt="" width="40" height="40" />`
