/** The scripts of a static catalog. Without them its links work; they add search and keep theme and locale. */
import { createHash } from 'node:crypto'

/**
 * The page with the tree: filters it, keeps the locale of the last story, and marks the story that is open. Stories of `file://`
 * are other origins, so they report themselves with a message.
 */
export const indexScript = `(function () {
  var search = document.querySelector('input[type=search]')
  var links = [].slice.call(document.querySelectorAll('nav a'))
  var groups = [].slice.call(document.querySelectorAll('nav details'))
  var none = document.querySelector('.none')
  var frame = document.querySelector('iframe')
  var locale = ''
  search.hidden = false
  search.addEventListener('input', function () {
    var words = search.value.toLowerCase().split(/\\s+/).filter(Boolean)
    var count = 0
    links.forEach(function (link) {
      var id = link.getAttribute('data-id').toLowerCase()
      var fits = words.every(function (word) { return id.indexOf(word) >= 0 })
      link.parentNode.hidden = !fits
      if (fits) count++
    })
    groups.forEach(function (group) {
      group.hidden = !group.querySelector('li:not([hidden]) > a')
      if (words.length > 0) group.open = true
    })
    none.hidden = count > 0
  })
  search.addEventListener('keydown', function (event) {
    if (event.key !== 'Enter') return
    var first = links.filter(function (link) { return !link.parentNode.hidden })[0]
    if (first) first.click()
  })
  document.addEventListener('keydown', function (event) {
    if (event.key !== '/' || event.target === search || event.ctrlKey || event.metaKey) return
    event.preventDefault()
    search.focus()
  })
  function mark(id) {
    links.forEach(function (link) {
      if (link.getAttribute('data-id') === id) link.setAttribute('aria-current', 'page')
      else link.removeAttribute('aria-current')
    })
  }
  document.querySelector('nav').addEventListener('click', function (event) {
    var link = event.target.closest('a')
    if (!link) return
    var locales = link.getAttribute('data-locales').split(' ')
    if (locale && locales.indexOf(locale) >= 0)
      link.setAttribute('href', locale + '/' + link.getAttribute('data-path'))
    if (matchMedia('(max-width: 760px)').matches) document.querySelector('.side').open = false
  })
  window.addEventListener('message', function (event) {
    var story = event.source === frame.contentWindow && event.data && event.data.fukidashiStory
    if (!story || typeof story.id !== 'string' || typeof story.locale !== 'string') return
    mark(story.id)
    locale = story.locale
    try { history.replaceState(null, '', '#' + encodeURIComponent(story.locale + '/' + story.id)) } catch (error) {}
  })
  var wanted = ''
  try { wanted = decodeURIComponent(location.hash.slice(1)) } catch (error) {}
  links.forEach(function (link) {
    link.getAttribute('data-locales').split(' ').forEach(function (one) {
      if (wanted !== one + '/' + link.getAttribute('data-id')) return
      locale = one
      frame.src = one + '/' + link.getAttribute('data-path')
    })
  })
})()`

/** The page of a story: reports it to the tree, and keeps the theme. */
export const storyScript = `(function () {
  var data = document.documentElement.dataset
  if (parent !== window) {
    document.documentElement.className = 'framed'
    parent.postMessage({ fukidashiStory: { id: data.id, locale: data.locale } }, '*')
  }
  var dark = document.getElementById('dark')
  if (!dark) return
  try {
    if (localStorage.getItem('fukidashi-theme') === 'dark') dark.checked = true
  } catch (error) {}
  document.addEventListener('change', function () {
    try { localStorage.setItem('fukidashi-theme', dark.checked ? 'dark' : 'light') } catch (error) {}
  })
})()`

const hashOf = (script: string): string =>
  `'sha256-${createHash('sha256').update(script).digest('base64')}'`

/** The policy of a page: only this script, images, styles and pages of the site. `file:` is for sites that are opened from a disk. */
export const policyOf = (script: string): string =>
  `default-src 'none'; script-src ${hashOf(script)}; style-src 'self' file: 'unsafe-inline'; img-src http: https: data:; frame-src 'self' file:; base-uri 'none'; form-action 'none'`
