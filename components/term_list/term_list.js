// Draws the terms.
function draw(term, words, send) {
  const facts = make("p", { class: "facts" })
  if (term.also) facts.append(make("span", {}, words.also + term.also))
  if (term.see.length) {
    const see = make("span", {}, words.see)
    term.see.forEach((other, at) => {
      if (at) see.append(", ")
      const url = new URL(location.href)
      url.searchParams.set("term", other.id)
      see.append(link(other.name, url.href, () => send("see", other.id)))
    })
    facts.append(see)
  }
  if (term.page) {
    const { title, path } = term.page
    const href = addressOf(`${path || "."}?${new URLSearchParams({ from: term.back })}`)
    facts.append(make("span", {}, words.page, link(title, href, () => send("open", term.id))))
  }
  facts.append(make("span", {}, words.source + term.source))
  if (term.english) facts.prepend(make("span", {}, term.english))
  const own = term.english ? { lang: "en" } : {}
  return make("section", { id: `term-${term.id}` }, make("h3", own, term.name), make("p", own, term.text), facts)
}

export default function ({ data, parentElement, setTriggerValue }) {
  const terms = () => data.terms.map((term) => draw(term, data.words, setTriggerValue))
  fillOnce(parentElement.querySelector(".ll-termlist"), data, terms)
}
