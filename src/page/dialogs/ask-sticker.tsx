import { useState } from 'preact/hooks'
import { labelOf } from '../i18n/deeds.js'
import { say, words } from '../i18n/language.js'
import { ask, textIn } from '../kit/Dialog.js'

/** Stickers that bots may send too: package, first and last. */
const packages = [
  ['446', 1988, 2027],
  ['789', 10855, 10894],
  ['6136', 10551376, 10551399],
  ['11537', 52002734, 52002773],
] as const

type PictureUrl = (stickerId: string) => string

/** Without a network, a sticker's number is displayed. */
function Picture({ id, alt, pictureUrl }: { id: string; alt: string; pictureUrl: PictureUrl }) {
  const [isMissing, setMissing] = useState(false)
  return isMissing ? (
    <>{id.slice(-4)}</>
  ) : (
    <img src={pictureUrl(id)} alt={alt} loading="lazy" onError={() => setMissing(true)} />
  )
}

function Stickers({ pictureUrl }: { pictureUrl: PictureUrl }) {
  const [index, setIndex] = useState(0)
  const [packageId, first, last] = packages[index]!
  return (
    <>
      <select
        aria-label={labelOf('sendsSticker')}
        onChange={({ currentTarget }) => setIndex(currentTarget.selectedIndex)}
      >
        {packages.map(([id]) => (
          <option key={id}>{say('package', { id })}</option>
        ))}
      </select>
      <div class="stickers" key={packageId}>
        {Array.from({ length: last - first + 1 }, (_, i) => {
          const id = String(first + i)
          const value = `${packageId}/${id}`
          return (
            <label class="sticker" key={id}>
              <input type="radio" name="sticker" value={value} defaultChecked={i === 0} />
              <Picture id={id} alt={value} pictureUrl={pictureUrl} />
            </label>
          )
        })}
      </div>
    </>
  )
}

/** Asks for a sticker. */
export async function askSticker(
  pictureUrl: PictureUrl,
): Promise<{ packageId: string; stickerId: string } | undefined> {
  const form = await ask(labelOf('sendsSticker'), <Stickers pictureUrl={pictureUrl} />, {
    ok: words.value.send,
  })
  const [packageId, stickerId] = form ? textIn(form, 'sticker').split('/') : []
  return packageId && stickerId ? { packageId, stickerId } : undefined
}
