export default function Page() {
  return <p>The bot receives webhooks at /webhook.</p>
}
