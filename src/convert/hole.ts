/** A place in a repeated piece whose value differs: a prop of the component that is made of the piece. */
export class Hole {
  /** The prop. */
  name: string

  constructor(name: string) {
    this.name = name
  }
}
