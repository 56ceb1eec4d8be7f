/** How long the lists are that rules go through: beyond ten times as much, they are not entered. Read off the spec. */
export {
  QuickReply_items as quickReplyItems,
  ButtonsTemplate_actions as actions,
  CarouselTemplate_columns as columns,
  FlexCarousel_contents as bubbles,
  ImagemapMessage_actions as imagemapActions,
  RichMenuRequest_areas as areas,
  RichMenuBatchRequest_operations as operations,
  TextMessage_emojis as emojis,
} from './generated/meta.js'
