/** Media types that browsers display and that cannot contain scripts. */
export const harmless = /^(?:image\/(?:png|jpeg|gif|webp)|video\/[\w.+-]+|audio\/[\w.+-]+)$/
