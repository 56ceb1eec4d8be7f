/** What the command does with a project's rich menus. Needs Node. */
export { menuToSource } from '../convert/menu-source.js'
export { loadMenus } from './load-menus.js'
export { pullMenus } from './pull-menus.js'
export { readUsers } from './read-users.js'
