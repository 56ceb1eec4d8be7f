/** Colours of the menus, light and dark. */

/** Colours of a theme. */
export interface Theme {
  /** Background of the menu. */
  ground: string
  /** Background of cells. */
  card: string
  /** Text on cells. */
  ink: string
  /** Small text on cells. */
  quiet: string
  /** Icons on cells. */
  accent: string
  /** Background of the most important cell. */
  hero: string
  /** Text on it. */
  onHero: string
}

/** Both themes of a business. */
export interface Themes {
  light: Theme
  dark: Theme
}

/** Styles that all menus have. */
export const stylesOf = ({ card, ink, hero, onHero }: Theme) => ({
  card: { background: card, color: ink, radius: 48, gap: 28, padding: 20 },
  hero: { background: hero, color: onHero, radius: 48, gap: 28, padding: 60 },
})
