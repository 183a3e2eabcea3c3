// Draws lists of links by kind. What is in English on a page that is not says so: once where all links of a list are.
const english = (words) => [make("span", { class: "ll-icon", "aria-hidden": "true" }, "translate"), words]

function list(links, open, words) {
  const row = ({ id, text, href, lang }) => {
    const item = make("li", {}, link(text, addressOf(href), () => open(id), lang ? { lang } : {}))
    if (lang && words) item.append(" ", make("span", { class: "english" }, ...english(words)))
    return item
  }
  return make("ul", {}, ...links.map(row))
}

function cell(group, level, open) {
  const [first, rest] = [group.links.slice(0, group.first), group.links.slice(group.first)]
  const all = group.links.every(({ lang }) => lang), words = all ? "" : group.english
  const section = make("section", {}, heading(level, group))
  if (all) section.append(make("p", { class: "english" }, ...english(group.english)))
  section.append(list(first, open, words))
  if (rest.length) {
    const more = make("summary", { "aria-label": `${group.more}: ${group.title}` }, group.more)
    section.append(make("details", {}, more, list(rest, open, words)))
  }
  return section
}

export default function ({ data, parentElement, setTriggerValue }) {
  const cells = () => data.groups.map((group) => cell(group, data.level, (id) => setTriggerValue("open", id)))
  fillOnce(parentElement.querySelector(".ll-related"), data, cells)
}
