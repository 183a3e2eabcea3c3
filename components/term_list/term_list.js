// Draws the terms. Text only goes in as text. Links work like links, and stay in the session when they can.
function make(name, text, className) {
  const element = document.createElement(name)
  if (text) element.textContent = text
  if (className) element.className = className
  return element
}

function plainClick(event) {
  return event.button === 0 && !event.ctrlKey && !event.metaKey && !event.shiftKey && !event.altKey
}

function link(text, href, act) {
  const anchor = make("a", text)
  anchor.href = href
  anchor.addEventListener("click", (event) => { if (plainClick(event)) { event.preventDefault(); act() } })
  return anchor
}

function draw(term, words, send) {
  const entry = make("section")
  entry.append(make("h3", term.name), make("p", term.text))
  const facts = make("p", "", "facts")
  if (term.also) facts.append(make("span", words.also + term.also))
  if (term.see.length) {
    const see = make("span", words.see)
    term.see.forEach((other, at) => {
      if (at) see.append(", ")
      const url = new URL(location.href)
      url.searchParams.set("term", other.id)
      see.append(link(other.name, url.href, () => send("see", other.id)))
    })
    facts.append(see)
  }
  if (term.page) {
    const page = make("span", words.page)
    page.append(link(term.page.title, new URL(term.page.path || ".", new URL(".", location.href)).href, () => send("open", term.page.id)))
    facts.append(page)
  }
  facts.append(make("span", words.source + term.source))
  entry.append(facts)
  return entry
}

export default function ({ data, parentElement, setTriggerValue }) {
  const key = JSON.stringify(data)
  const box = parentElement.querySelector(".ll-termlist")
  if (box.dataset.key === key) return
  box.dataset.key = key
  box.replaceChildren(...data.terms.map((term) => draw(term, data.words, setTriggerValue)))
}
