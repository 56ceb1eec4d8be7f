/** discord.js builders: a message of the same size for Discord, 17 and 262 builders, validated by themselves. */
import {
  ActionRowBuilder,
  ButtonBuilder,
  ContainerBuilder,
  MediaGalleryBuilder,
  MediaGalleryItemBuilder,
  SectionBuilder,
  SeparatorBuilder,
  StringSelectMenuBuilder,
  StringSelectMenuOptionBuilder,
  TextDisplayBuilder,
  ThumbnailBuilder,
} from '@discordjs/builders'

export { inputs } from '../data.js'
export * as expected from './floor-discord.js'

const text = (content) => new TextDisplayBuilder().setContent(content)
const texts = (...contents) => contents.map(text)
const thumbnail = (url) => new ThumbnailBuilder().setURL(url)
const open = (label, url) => new ButtonBuilder().setStyle(5).setLabel(label).setURL(url)
const row = (...parts) => new ActionRowBuilder().addComponents(...parts)
const gallery = (url) =>
  new MediaGalleryBuilder().addItems(new MediaGalleryItemBuilder().setURL(url))
const json = (parts) => JSON.stringify(parts.map((part) => part.toJSON()))

export const small = (receipt) =>
  json([
    new ContainerBuilder()
      .addTextDisplayComponents(text('# Receipt'))
      .addSectionComponents(
        new SectionBuilder()
          .addTextDisplayComponents(text(receipt.shop))
          .setThumbnailAccessory(thumbnail('https://example.com/shop.jpg')),
      )
      .addSeparatorComponents(new SeparatorBuilder())
      .addTextDisplayComponents(
        receipt.lines.flatMap(({ name, price }) => texts(name, `¥${price}`)),
      )
      .addSeparatorComponents(new SeparatorBuilder())
      .addTextDisplayComponents(text(`Total ¥${receipt.total}`))
      .addActionRowComponents(row(open('Open', receipt.url)))
      .addMediaGalleryComponents(gallery('https://example.com/map.jpg'))
      .addTextDisplayComponents(text('Thank you')),
  ])

const card = (item) =>
  new ContainerBuilder()
    .addSectionComponents(
      new SectionBuilder()
        .addTextDisplayComponents(texts(`# ${item.name}`, item.place, item.description))
        .setThumbnailAccessory(thumbnail(item.photo)),
    )
    .addSeparatorComponents(new SeparatorBuilder())
    .addTextDisplayComponents(item.specs.map(({ name, value }) => text(`**${name}** ${value}`)))
    .addTextDisplayComponents(texts(`¥${item.price}`, `${item.stock} left`))
    .addSectionComponents(
      new SectionBuilder()
        .addTextDisplayComponents(text(`Lot ${item.id}`))
        .setButtonAccessory(open('Lot', item.url)),
    )
    .addSeparatorComponents(new SeparatorBuilder())
    .addActionRowComponents(
      row(
        new ButtonBuilder().setStyle(1).setLabel('Buy').setCustomId(`buy-${item.id}`),
        open('Details', item.url),
      ),
    )
    .addActionRowComponents(
      row(
        new StringSelectMenuBuilder()
          .setCustomId(`many-${item.id}`)
          .addOptions(
            [1, 2, 3].map((n) =>
              new StringSelectMenuOptionBuilder().setLabel(`${n} bags`).setValue(String(n)),
            ),
          ),
      ),
    )
    .addMediaGalleryComponents(gallery(item.photo))

export const large = (items) => json([text('Our teas'), new SeparatorBuilder(), ...items.map(card)])
