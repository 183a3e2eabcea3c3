// Announces a sentence to screen readers. Several at once are a list to be read, not news, so none is announced.
// Announced words are removed again; the page shows them.
const SOON_MS = 100, LATER_MS = 5000
const waiting = (globalThis.llAnnouncements ??= new Set())
const said = new WeakMap()
export default function ({ data, parentElement }) {
  const region = parentElement.querySelector("p")
  if (said.get(parentElement) === data.token) return
  said.set(parentElement, data.token)
  waiting.add(region)
  setTimeout(() => { if (waiting.size === 1) region.textContent = data.words }, SOON_MS)
  setTimeout(() => waiting.delete(region), SOON_MS + 50)
  setTimeout(() => { if (said.get(parentElement) === data.token) region.textContent = "" }, LATER_MS)
}
