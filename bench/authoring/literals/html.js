/** The HTML that hono is to make. */

const escaped = (text) => text.replaceAll('&', '&amp;')

export const small = (receipt) =>
  `<main title="Receipt, ¥${receipt.total} in all"><section dir="ltr"><div class="body"><h1 class="bold">Receipt</h1>` +
  `<p class="wrap">${receipt.shop}</p>${receipt.lines
    .map(
      ({ name, price }) =>
        `<div class="horizontal"><p style="color:#555555">${name}</p><p class="end">¥${price}</p></div>`,
    )
    .join('')}<hr class="lg"/><p class="bold">Total ¥${receipt.total}</p></div>` +
  `<footer><button class="primary"><a title="Open" href="${receipt.url}"></a></button></footer></section></main>`

const spec = ({ name, value }) =>
  `<div class="baseline sm"><p class="sm flex1" style="color:#aaaaaa">${name}</p>` +
  `<p class="sm flex3" style="color:#666666">${value}</p></div>`

const card = (item) =>
  `<section dir="ltr"><header><picture data-src="${item.photo}" class="full" data-ratio="20:13" data-mode="cover">` +
  `<a title="${item.name}" href="${item.url}"></a></picture></header>` +
  `<div class="body sm"><h1 class="bold xl">${item.name}</h1><div class="horizontal">` +
  `<p class="lg" style="color:#111111">¥${item.price}</p><p class="sm end">${item.stock} left</p></div>` +
  `<hr class="md"/>${item.specs.map(spec).join('')}` +
  `<p class="wrap sm" style="color:#666666">${escaped(item.description)}</p></div><footer class="sm">` +
  `<button class="primary"><a title="Buy" href="action=buy&amp;id=${item.id}" data-display="I take the ${item.name}"></a></button>` +
  `<button class="link"><a title="Details" href="${item.url}"></a></button></footer></section>`

export const large = (items) =>
  `<main title="${items.length} teas"><div class="carousel">${items.map(card).join('')}</div></main>`
