// Draws lists of links by kind.
function list(links, open) {
  const row = ({ id, text, href, lang }) => make("li", {}, link(text, addressOf(href), () => open(id), lang ? { lang } : {}))
  return make("ul", {}, ...links.map(row))
}

function cell(group, level, open) {
  const [first, rest] = [group.links.slice(0, group.first), group.links.slice(group.first)]
  const section = make("section", {}, heading(level, group), list(first, open))
  if (rest.length) section.append(make("details", {}, make("summary", {}, group.more), list(rest, open)))
  return section
}

export default function ({ data, parentElement, setTriggerValue }) {
  const key = JSON.stringify(data)
  const box = parentElement.querySelector(".ll-related")
  if (box.dataset.key === key) return
  box.dataset.key = key
  box.replaceChildren(...data.groups.map((group) => cell(group, data.level, (id) => setTriggerValue("open", id))))
}
