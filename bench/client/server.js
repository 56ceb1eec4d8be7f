/** A LINE that says yes to everything, as fast as Node can. Prints its port. */
import { createServer } from 'node:http'

const answer = JSON.stringify({
  sentMessages: [{ id: '461230966842064897', quoteToken: 'IStG5h1Tz7b' }],
})

const server = createServer((request, response) => {
  request.resume()
  request.on('end', () => {
    response.writeHead(200, {
      'content-type': 'application/json',
      'content-length': answer.length,
      'x-line-request-id': '123e4567-e89b-12d3-a456-426655440001',
    })
    response.end(answer)
  })
})
server.listen(0, '127.0.0.1', () => process.stdout.write(`${server.address().port}\n`))
