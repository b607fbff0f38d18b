/** Said only where a photo is looked at for longer than a moment. */
export const CHECKING = 'Foto diterima, sedang diperiksa…'

/** Said of a photo whose checking was cut short each time. */
export const SEND_AGAIN = /^Berkas itu (?:belum bisa kami periksa|terlalu lama dibuka)/
