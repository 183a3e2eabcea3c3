// A link that works like a link, and stays in the session when it can: a plain press calls `act`. Needs elements.js.
function link(text, href, act, attributes = {}) {
  const anchor = make("a", { href, ...attributes }, text)
  anchor.addEventListener("click", (event) => {
    if (event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return
    event.preventDefault()
    act()
  })
  return anchor
}

// The whole address of a page of ours, from its path.
function addressOf(path) {
  return new URL(path, new URL(".", location.href)).href
}

// The heading of a group of links, behind its symbol.
function heading(level, group) {
  return make(`h${level}`, {}, make("span", { class: "ll-icon", "aria-hidden": "true" }, group.icon), group.title)
}

// Fills a box with links, unless they are as before: then they stay, and the focus with them.
function fillOnce(box, data, parts) {
  const key = JSON.stringify(data)
  if (box.dataset.key === key) return
  box.dataset.key = key
  box.replaceChildren(...parts())
}
