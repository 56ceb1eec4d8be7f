/** What the command does with a project's rich menus. Needs Node. */
export { loadMenus } from './load-menus.js'
export { type PulledMenus, pullMenus } from './pull-menus.js'
export { readUsers } from './read-users.js'
