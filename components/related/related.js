// Draws lists of links by kind. Text only goes in as text. Links work like links, and stay in the session when they can.
function make(name, text, className) {
  const element = document.createElement(name)
  if (text) element.textContent = text
  if (className) element.className = className
  return element
}

function plainClick(event) {
  return event.button === 0 && !event.ctrlKey && !event.metaKey && !event.shiftKey && !event.altKey
}

function row(link, open) {
  const item = make("li"), anchor = make("a", link.text)
  if (link.lang) anchor.lang = link.lang
  anchor.href = new URL(link.href, new URL(".", location.href)).href
  anchor.addEventListener("click", (event) => { if (plainClick(event)) { event.preventDefault(); open(link.id) } })
  item.append(anchor)
  return item
}

function list(links, open) {
  const element = make("ul")
  element.append(...links.map((link) => row(link, open)))
  return element
}

function cell(group, level, open) {
  const section = make("section"), heading = make(`h${level}`), icon = make("span", group.icon, "ll-icon")
  icon.ariaHidden = "true"
  heading.append(icon, group.title)
  section.append(heading, list(group.links.slice(0, group.first), open))
  const rest = group.links.slice(group.first)
  if (rest.length) {
    const more = make("details")
    more.append(make("summary", group.more), list(rest, open))
    section.append(more)
  }
  return section
}

export default function ({ data, parentElement, setTriggerValue }) {
  const key = JSON.stringify(data)
  const box = parentElement.querySelector(".ll-related")
  if (box.dataset.key === key) return
  box.dataset.key = key
  box.replaceChildren(...data.groups.map((group) => cell(group, data.level, (id) => setTriggerValue("open", id))))
}
