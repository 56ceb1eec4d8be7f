/** A tea shop in Taipei shows its teas: a carousel template, one column a tea. */
import { Carousel, Column, Postback, Uri } from 'fukidashi'

interface Tea {
  id: string
  name: string
  about: string
  price: number
}

const TeaColumn = ({ tea }: { tea: Tea }) => (
  <Column
    title={tea.name}
    thumbnailImageUrl={`https://example.com/teas/${tea.id}.jpg`}
    imageBackgroundColor="#F4F1EA"
    defaultAction={<Uri uri={`https://example.com/teas/${tea.id}`} />}
  >
    {tea.about}
    <br />
    NT${tea.price}
    <Postback label="加入購物車" data={`add=${tea.id}`} displayText={`我要一份${tea.name}`} />
    <Uri label="查看產地" uri={`https://example.com/teas/${tea.id}#farm`} />
  </Column>
)

export const Teas = ({ teas }: { teas: readonly Tea[] }) => (
  <Carousel
    altText={`本週茶單：${teas.map(({ name }) => name).join('、')}`}
    imageAspectRatio="square"
  >
    {teas.map((tea) => (
      <TeaColumn tea={tea} />
    ))}
  </Carousel>
)

export default (
  <Teas
    teas={[
      { id: 'oolong', name: '凍頂烏龍', about: '南投鹿谷，中度烘焙', price: 680 },
      { id: 'baozhong', name: '文山包種', about: '新北坪林，清香型', price: 520 },
      { id: 'black', name: '日月潭紅茶', about: '台茶18號，肉桂薄荷香', price: 450 },
    ]}
  />
)
