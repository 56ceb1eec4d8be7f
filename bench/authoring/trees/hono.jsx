/** @jsxImportSource hono/jsx */
// The same trees, elements and texts in HTML.

const Receipt = ({ receipt }) => (
  <main title={`Receipt, ¥${receipt.total} in all`}>
    <section dir="ltr">
      <div class="body">
        <h1 class="bold">Receipt</h1>
        <p class="wrap">{receipt.shop}</p>
        {receipt.lines.map((line) => (
          <div class="horizontal">
            <p style="color:#555555">{line.name}</p>
            <p class="end">¥{line.price}</p>
          </div>
        ))}
        <hr class="lg" />
        <p class="bold">Total ¥{receipt.total}</p>
      </div>
      <footer>
        <button class="primary">
          <a title="Open" href={receipt.url} />
        </button>
      </footer>
    </section>
  </main>
)

const Card = ({ item }) => (
  <section dir="ltr">
    <header>
      <picture data-src={item.photo} class="full" data-ratio="20:13" data-mode="cover">
        <a title={item.name} href={item.url} />
      </picture>
    </header>
    <div class="body sm">
      <h1 class="bold xl">{item.name}</h1>
      <div class="horizontal">
        <p class="lg" style="color:#111111">
          ¥{item.price}
        </p>
        <p class="sm end">{item.stock} left</p>
      </div>
      <hr class="md" />
      {item.specs.map((spec) => (
        <div class="baseline sm">
          <p class="sm flex1" style="color:#aaaaaa">
            {spec.name}
          </p>
          <p class="sm flex3" style="color:#666666">
            {spec.value}
          </p>
        </div>
      ))}
      <p class="wrap sm" style="color:#666666">
        {item.description}
      </p>
    </div>
    <footer class="sm">
      <button class="primary">
        <a title="Buy" href={`action=buy&id=${item.id}`} data-display={`I take the ${item.name}`} />
      </button>
      <button class="link">
        <a title="Details" href={item.url} />
      </button>
    </footer>
  </section>
)

export const small = (receipt) => <Receipt receipt={receipt} />

export const large = (items) => (
  <main title={`${items.length} teas`}>
    <div class="carousel">
      {items.map((item) => (
        <Card item={item} />
      ))}
    </div>
  </main>
)
